package org.broadsheet.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * The same figure told again in an article is one mention: of equal metric, value and region whose places do not
 * contradict each other the finest place stays, then the first.
 */
final class Retelling {
    private Retelling() {}

    /** @param told of one article, in the order of the page */
    static List<KnownMention> mark(List<KnownMention> told) {
        List<KnownMention> marked = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            KnownMention mention = told.get(i);
            boolean again = false;
            for (int j = 0; j < told.size(); j++) {
                again |= i != j && isToldBy(mention, told.get(j), j < i);
            }
            marked.add(again && mention.fate() == Fate.COUNTED ? mention.withFate(Fate.RETOLD) : mention);
        }
        return marked;
    }

    private static boolean isToldBy(KnownMention mention, KnownMention other, boolean before) {
        boolean same = mention.metric().equals(other.metric())
                && mention.value().compareTo(other.value()) == 0
                && mention.region() == other.region();
        if (!same || contradict(mention.place(), other.place())) {
            return false;
        }
        int finer = Integer.compare(other.place().length(), mention.place().length());
        return finer > 0 || (finer == 0 && before);
    }

    /** Whether neither place is empty nor part of the other. */
    static boolean contradict(String one, String other) {
        return !one.contains(other) && !other.contains(one);
    }
}
