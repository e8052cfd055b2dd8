package org.broadsheet.text.fact;

import java.math.BigDecimal;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What mentions must have in common to report one fact: {@code test_sites} of 140106, current, 795.
 *
 * @param region six-digit code; 0 where unplaced
 * @param value in the base unit, plain and without trailing zeros
 */
public record Claim(String metric, int region, Scope scope, BigDecimal value) {
    /** The claim's name, the key of {@code merge-reports}. */
    public Reference reference() {
        return Reference.of(metric, Integer.toString(region), scope.label(), value.toPlainString());
    }

    Fact fact(FactKey key, int reports, int mentions, int first, int last) {
        return new Fact(
                metric, region, key.place(), scope, value, key.modifier(), key.day(), reports, mentions, first, last);
    }

    MentionRow row(Report report, Fate fate, @Nullable FactKey fact) {
        Report.Words words = report.said();
        return new MentionRow(
                report.page(),
                report.number(),
                new MentionRow.Said(
                        metric,
                        value,
                        words.modifier(),
                        region,
                        words.place(),
                        scope,
                        words.day(),
                        words.dayStated(),
                        fate,
                        fact == null ? null : fact.reference(this)));
    }

    void write(PackedWriter out) {
        out.text(metric).number(region).number(StateCodes.of(scope)).decimal(value);
    }

    static Claim read(PackedReader in) {
        return new Claim(in.text(), in.small(), StateCodes.scope(in.small()), in.decimal());
    }
}
