package org.broadsheet.generator;

import java.math.BigDecimal;

/**
 * A row that the table {@code region_figure} must have.
 *
 * @param stated whether it is a statement about the region itself rather than a sum
 * @param parts summed; 0 where stated
 * @param partsOf child regions there are
 * @param reports papers that report the statement, or for a sum the fewest that report one of its parts
 */
public record KnownFigure(
        int region,
        String metric,
        Span span,
        int day,
        BigDecimal value,
        Bound bound,
        boolean stated,
        int parts,
        int partsOf,
        int reports) {
    /** In one line: region, metric, scope, day, value, modifier, basis, parts, parts_of, reports. */
    public String line() {
        return String.join(
                "|",
                Integer.toString(region),
                metric,
                span.label(),
                Days.iso(day),
                value.toPlainString(),
                bound.label(),
                stated ? "stated" : "parts",
                Integer.toString(parts),
                Integer.toString(partsOf),
                Integer.toString(reports));
    }
}
