package org.broadsheet.text.figure;

import org.broadsheet.text.fact.Fact;
import org.broadsheet.text.mention.Scope;

/** Of what a region's figure speaks: {@code test_sites}, current, 22 November 2022 (in epoch days). */
public record FigureKey(String metric, Scope scope, int day) {
    public static FigureKey of(Fact fact) {
        return new FigureKey(fact.metric(), fact.scope(), fact.day());
    }

    public static FigureKey of(Figure figure) {
        return new FigureKey(figure.metric(), figure.scope(), figure.day());
    }

    /** As one stable text: {@code test_sites/current/19318}. */
    public String text() {
        return metric + '/' + scope.label() + '/' + day;
    }
}
