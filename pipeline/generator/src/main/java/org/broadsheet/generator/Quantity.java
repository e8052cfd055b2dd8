package org.broadsheet.generator;

import java.math.BigDecimal;

/**
 * A number of things: {@code 约1,280名党员}.
 *
 * @param value in the base unit, without trailing zeros
 * @param before {@code 约}
 * @param number {@code 1,280}
 * @param inside {@code 余}
 * @param after {@code 左右}; only where the noun stands before the number
 */
record Quantity(Thing thing, BigDecimal value, Bound bound, String before, String number, String inside, String after) {
    /** Number and measure word. */
    String measured() {
        return before + number + inside + thing.measure() + after;
    }
}
