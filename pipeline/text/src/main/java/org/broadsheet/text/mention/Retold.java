package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = 0; j < ordered.size(); j++) {
                if (i != j && toldBy(ordered.get(i), i, ordered.get(j), j)) {
                    ordered.set(i, ordered.get(i).withFate(Fate.RETOLD));
                    break;
                }
            }
        }
        return List.copyOf(ordered);
    }

    /** A headline that names no place means the one the body means. */
    private static Draft likeBody(Draft headline, List<Draft> drafts) {
        for (Draft draft : drafts) {
            boolean same =
                    draft.metric().equals(headline.metric()) && draft.value().compareTo(headline.value()) == 0;
            if (!draft.headline() && same) {
                return headline.withWhere(
                        new Draft.Where(draft.where().region(), draft.where().place(), "headline", false));
            }
        }
        return headline;
    }

    private static boolean toldBy(Draft draft, int index, Draft other, int otherIndex) {
        boolean same = draft.metric().equals(other.metric())
                && draft.value().compareTo(other.value()) == 0
                && draft.where().region() == other.where().region();
        if (!same || other.fate() != Fate.COUNTED || draft.fate() != Fate.COUNTED) {
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
