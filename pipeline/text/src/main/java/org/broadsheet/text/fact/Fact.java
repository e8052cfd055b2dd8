package org.broadsheet.text.fact;

import java.math.BigDecimal;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;

/**
 * What one or more mentions report: 迎泽区 had 795 test sites on 22 November 2022.
 *
 * @param value in the base unit, plain and without trailing zeros
 * @param day in epoch days
 * @param reports how many papers report it, at least 1
 * @param mentions how many mentions report it, at least {@code reports}
 * @param firstPublished earliest day of publication among them, in epoch days
 * @param lastPublished latest day of publication among them, in epoch days
 */
public record Fact(
        String metric,
        int region,
        String place,
        Scope scope,
        BigDecimal value,
        Modifier modifier,
        int day,
        int reports,
        int mentions,
        int firstPublished,
        int lastPublished) {

    /** The fact's name: of metric, region, place, scope, value, modifier and day, which together are its key. */
    public Reference reference() {
        return reference(new Claim(metric, region, scope, value), new FactKey(place, modifier, day));
    }

    static Reference reference(Claim claim, FactKey key) {
        return Reference.of(
                claim.metric(),
                Integer.toString(claim.region()),
                key.place(),
                claim.scope().label(),
                claim.value().toPlainString(),
                key.modifier().label(),
                Integer.toString(key.day()));
    }
}
