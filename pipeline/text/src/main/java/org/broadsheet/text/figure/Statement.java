package org.broadsheet.text.figure;

import java.math.BigDecimal;
import java.util.Comparator;
import org.broadsheet.text.fact.Fact;
import org.broadsheet.text.mention.Modifier;

/** A value with its modifier and its reports: what a figure is stated by or summed from. */
record Statement(BigDecimal value, Modifier modifier, int reports) {
    /** The largest last: by value, then by how much the modifier claims (over before exact, about, under), then by reports. */
    static final Comparator<Statement> BY_SIZE = Comparator.comparing(Statement::value)
            .thenComparing(Statement::modifier, Comparator.reverseOrder())
            .thenComparing(Statement::reports);

    static Statement of(Fact fact) {
        return new Statement(fact.value(), fact.modifier(), fact.reports());
    }

    static Statement of(Figure figure) {
        return new Statement(figure.value(), figure.modifier(), figure.reports());
    }

    static Statement larger(Statement one, Statement other) {
        return BY_SIZE.compare(one, other) >= 0 ? one : other;
    }
}
