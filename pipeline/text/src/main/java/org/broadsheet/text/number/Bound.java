package org.broadsheet.text.number;

/** How the words around a number bound it: {@code 870余} is at least 870. */
public enum Bound {
    /** No word bounds it. */
    EXACT,
    /** At least: {@code 逾210亿}. */
    OVER,
    /** Near: {@code 近20万}. */
    ABOUT,
    /** At most: {@code 不足60}. */
    UNDER
}
