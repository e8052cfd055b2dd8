package org.broadsheet.text.figure;

import java.util.List;
import java.util.Map;
import org.broadsheet.text.fact.Fact;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.Weights;
import org.jspecify.annotations.Nullable;

/**
 * What a step keeps of one region, metric, scope and day: the facts with their weights and the figure that follows.
 *
 * @param weights of each fact the sum of its weights, never zero
 * @param figure null where there is none
 */
public record RegionFacts(
        Map<Fact, Integer> weights, @Nullable Figure figure) {
    static final RegionFacts NONE = new RegionFacts(Map.of(), null);

    /** These facts, with the one before taken out and the one after put in. */
    RegionFacts plus(FactChange change) {
        return new RegionFacts(Weights.plus(weights, change.before(), change.after()), figure);
    }

    RegionFacts with(@Nullable Figure newFigure) {
        return new RegionFacts(weights, newFigure);
    }

    /** The facts whose weight is positive. */
    List<Fact> present() {
        return Weights.present(weights).toList();
    }

    boolean isEmpty() {
        return weights.isEmpty() && figure == null;
    }
}
