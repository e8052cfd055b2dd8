package org.broadsheet.text.fact;

/**
 * What tells the facts of one claim (metric, region, scope, value) apart.
 *
 * @param modifier as written in tables: {@code over}
 * @param day in epoch days
 */
public record FactKey(String place, String modifier, int day) {
    static FactKey of(Element element) {
        return new FactKey(element.place(), element.modifier().label(), element.day());
    }
}
