package org.broadsheet.text.number;

import java.math.BigDecimal;

/**
 * A number in a text, with the words that bound it: {@code 近万} in {@code 近万斤甘蓝菜} is 10000, about.
 *
 * @param start offset of the first character, the modifier before it included
 * @param digits offset of the first character of the number itself
 * @param end offset behind the last character, a modifier right after the number ({@code 余}) included
 * @param value exact, without trailing zeros; the lower end where {@code kind} is a range
 */
public record Numeral(int start, int digits, int end, BigDecimal value, Bound bound, Kind kind) {
    /** What sort of number it is; only a {@link #CARDINAL} counts anything. */
    public enum Kind {
        CARDINAL,
        /** {@code 300至400}, {@code 七八十}. */
        RANGE,
        /** {@code 几十}, {@code 数百}, {@code 上百}, and {@code 一} before a measure word. */
        INDEFINITE,
        /** {@code 第九}. */
        ORDINAL,
        /** {@code 94%}, {@code 百分之九十}, {@code 三分之一}. */
        SHARE,
        /** Part of a code, a phone number, a version: {@code G108}, {@code 0351-8222003}. */
        CODE
    }

    /** Whether it can be the count of something. */
    public boolean counts() {
        return kind == Kind.CARDINAL;
    }
}
