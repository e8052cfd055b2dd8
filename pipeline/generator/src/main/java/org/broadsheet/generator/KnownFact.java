package org.broadsheet.generator;

import java.math.BigDecimal;

/**
 * A row that the table {@code fact} must have.
 *
 * @param reports papers that report it
 * @param mentions that report it
 * @param firstPublished earliest day of publication, in epoch days
 * @param lastPublished latest day of publication, in epoch days
 */
public record KnownFact(
        String metric,
        int region,
        String place,
        Span span,
        BigDecimal value,
        Bound bound,
        int day,
        int reports,
        int mentions,
        int firstPublished,
        int lastPublished) {
    /** In one line: metric, region, place, scope, value, modifier, day, reports, mentions, first and last published. */
    public String line() {
        return String.join(
                "|",
                metric,
                Integer.toString(region),
                place,
                span.label(),
                value.toPlainString(),
                bound.label(),
                Days.iso(day),
                Integer.toString(reports),
                Integer.toString(mentions),
                Days.iso(firstPublished),
                Days.iso(lastPublished));
    }
}
