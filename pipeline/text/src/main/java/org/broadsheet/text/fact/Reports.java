package org.broadsheet.text.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.text.mention.Fate;
import org.jspecify.annotations.Nullable;

/**
 * The mentions that share a fact's key, each with the sum of its weights: zero is forgotten, a negative weight waits
 * for its partner.
 *
 * @param weights of each mention the sum of its weights, never zero
 */
public record Reports(Map<Element, Integer> weights) {
    static final Reports NONE = new Reports(Map.of());

    /** These and one change of weight. */
    Reports plus(WeightedElement change) {
        return new Reports(Weights.plus(weights, change.element(), change.weight()));
    }

    boolean contains(Element element) {
        return Weights.isPresent(weights, element);
    }

    boolean isEmpty() {
        return weights.isEmpty();
    }

    /** The fact that the mentions with positive weight report, if there is any that counts. */
    @Nullable
    Fact fact() {
        List<Element> counted = Weights.present(weights)
                .filter(element -> element.fate() == Fate.COUNTED)
                .toList();
        Optional<Element> first = counted.stream().min(Element::compareTo);
        if (first.isEmpty()) {
            return null;
        }
        Set<String> papers = new HashSet<>();
        int last = Integer.MIN_VALUE;
        for (Element element : counted) {
            papers.add(element.paper().isEmpty() ? "page " + element.pageKey() : "paper " + element.paper());
            last = Math.max(last, element.published());
        }
        Element element = first.get();
        return new Fact(
                element.metric(),
                element.region(),
                element.place(),
                element.scope(),
                element.value(),
                element.modifier(),
                element.day(),
                papers.size(),
                counted.size(),
                element.published(),
                last);
    }
}
