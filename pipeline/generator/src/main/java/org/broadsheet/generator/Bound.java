package org.broadsheet.generator;

import java.util.Locale;

/** How a number is bounded, in the order of how much it claims: {@code 870余名}, {@code 870名}, {@code 约870名}, {@code 不足870名}. */
public enum Bound {
    OVER,
    EXACT,
    ABOUT,
    UNDER;

    /** As written in tables: {@code over}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
