package org.broadsheet.text.mention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Marks what an article tells again: the headline's {@code 5000余名党员} after the body's.
 *
 * <p>Of equal metric, value and region with places that do not contradict each other the finest place stays, then the
 * first.
 */
final class Retold {
    private Retold() {}

    /** The drafts in the order of the page, those told again marked. */
    static List<Draft> mark(List<Draft> drafts) {
        List<Draft> ordered = new ArrayList<>();
        for (Draft draft : drafts) {
            ordered.add(draft.headline() && !draft.where().own() ? likeBody(draft, drafts) : draft);
        }
        ordered.sort(Comparator.comparingInt(Draft::start).thenComparing(Draft::metric));
        for (List<Integer> alike : alike(ordered)) {
            for (int i : alike) {
                Draft draft = ordered.get(i);
                if (alike.stream().anyMatch(j -> i != j && toldBy(draft, i, ordered.get(j), j))) {
                    ordered.set(i, draft.withFate(Fate.RETOLD));
                }
            }
        }
        return List.copyOf(ordered);
    }

    /** What the drafts of one statement have in common; places are compared among these only. */
    private record Same(String metric, BigDecimal value, int region) {}

    private static Collection<List<Integer>> alike(List<Draft> drafts) {
        Map<Same, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            Same same = new Same(
                    draft.metric(),
                    draft.value().stripTrailingZeros(),
                    draft.where().region());
            alike.computeIfAbsent(same, key -> new ArrayList<>()).add(i);
        }
        return alike.values();
    }

    /** A headline that names no place means the one the body means. */
    private static Draft likeBody(Draft headline, List<Draft> drafts) {
        for (Draft draft : drafts) {
            boolean same =
                    draft.metric().equals(headline.metric()) && draft.value().compareTo(headline.value()) == 0;
            if (!draft.headline() && same && draft.where().region() != 0) {
                return headline.withWhere(
                        new Draft.Where(draft.where().region(), draft.where().place(), "headline", false));
            }
        }
        return headline;
    }

    private static boolean toldBy(Draft draft, int index, Draft other, int otherIndex) {
        if (other.fate() != Fate.COUNTED || draft.fate() != Fate.COUNTED) {
            return false;
        }
        String place = draft.where().place();
        String others = other.where().place();
        if (!place.contains(others) && !others.contains(place)) {
            return false;
        }
        return others.length() != place.length() ? others.length() > place.length() : otherIndex < index;
    }
}
