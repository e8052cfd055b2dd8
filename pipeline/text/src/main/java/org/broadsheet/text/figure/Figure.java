package org.broadsheet.text.figure;

import java.math.BigDecimal;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.broadsheet.text.number.PlainDecimal;

/**
 * The row for a region, metric, scope and day: 140106, test_sites, current, 2022-11-22 → 795.
 *
 * @param region six-digit code; 100000 is the country
 * @param day in epoch days
 * @param value in the base unit, plain and without trailing zeros
 * @param parts how many parts were summed; 0 where stated
 * @param partsOf how many child regions the region has
 * @param reports papers that report the statement; for a sum the fewest that report one of its parts
 */
public record Figure(
        int region,
        String metric,
        Scope scope,
        int day,
        BigDecimal value,
        Modifier modifier,
        Basis basis,
        int parts,
        int partsOf,
        int reports) {
    public Figure {
        value = PlainDecimal.of(value);
    }
}
