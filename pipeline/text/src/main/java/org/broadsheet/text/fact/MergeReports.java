package org.broadsheet.text.fact;

import java.util.Objects;
import java.util.Optional;
import org.broadsheet.text.mention.Fate;

/**
 * Merges mentions of one claim (metric, region, scope, value) into facts: equal place, modifier and day is one fact,
 * with the number of papers that report it.
 *
 * <p>Independent of order: what it sends on is f(after) − f(before), where f sees positive weights only.
 */
public final class MergeReports {
    private MergeReports() {}

    /**
     * What follows from one change of weight; both are empty where it changes nothing.
     *
     * @param mention the mention's row, written or deleted
     * @param fact the fact before and after
     */
    public record Outcome(Optional<MentionRow> mention, Optional<FactChange> fact) {
        static final Outcome NOTHING = new Outcome(Optional.empty(), Optional.empty());
    }

    /**
     * Puts an element in or takes it out, and says what follows.
     *
     * @param facts the reports of each fact of this claim
     * @param change an element of this claim, put in or taken out
     */
    public static Outcome apply(Cells<FactKey, Reports> facts, WeightedElement change) {
        Element element = change.element();
        FactKey key = FactKey.of(element);
        Reports held = facts.get(key);
        Reports before = held == null ? Reports.NONE : held;
        Reports after = before.plus(change);
        if (after.isEmpty()) {
            facts.remove(key);
        } else {
            facts.put(key, after);
        }
        boolean present = after.contains(element);
        if (before.contains(element) == present) {
            return Outcome.NOTHING;
        }
        Fact factBefore = before.fact();
        Fact factAfter = after.fact();
        return new Outcome(
                Optional.of(row(element, present)),
                Objects.equals(factBefore, factAfter)
                        ? Optional.empty()
                        : Optional.of(new FactChange(factBefore, factAfter)));
    }

    private static MentionRow row(Element element, boolean present) {
        boolean counts = element.fate() == Fate.COUNTED;
        return new MentionRow(element, element.fate(), counts ? reference(element) : null, present);
    }

    private static Reference reference(Element element) {
        return new Fact(
                        element.metric(),
                        element.region(),
                        element.place(),
                        element.scope(),
                        element.value(),
                        element.modifier(),
                        element.day(),
                        1,
                        1,
                        element.published(),
                        element.published())
                .reference();
    }
}
