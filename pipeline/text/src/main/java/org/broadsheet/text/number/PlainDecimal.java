package org.broadsheet.text.number;

import java.math.BigDecimal;

/** The one form in which a decimal is kept: no trailing zeros, no exponent ({@code 62.50} is 62.5, {@code 1E+2} is 100). */
public final class PlainDecimal {
    private PlainDecimal() {}

    /** The same value in plain form, so that equal values are equal objects and print alike. */
    public static BigDecimal of(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
