package org.broadsheet.text.article;

import java.util.HashMap;
import java.util.Map;

/**
 * Removes later copies of a paragraph's long clauses, or of their ends: {@code 健全党性教育、党风党纪、党纪保障长效机制,} behind
 * {@code 就要健全党性教育、党风党纪、党纪保障长效机制,}. Shorter ones are rhetoric.
 */
final class ClauseCopies {
    /** Characters of content a clause has at least to be a copy. */
    private static final int SHORTEST = 16;

    private ClauseCopies() {}

    static CleanText remove(CleanText text, int article, RepeatList repeats) {
        Content content = Content.of(text);
        Cuts cuts = new Cuts(text);
        Map<String, String> byTail = new HashMap<>();
        int start = 0;
        for (int i = 0; i < content.length(); i++) {
            if (!content.endsClause(i)) {
                continue;
            }
            String clause = new String(content.characters, start, i + 1 - start);
            if (clause.length() >= SHORTEST) {
                String before = byTail.putIfAbsent(clause.substring(clause.length() - SHORTEST), clause);
                if (before != null && before.endsWith(clause)) {
                    repeats.add(article, Repeat.Kind.CLAUSE, content.shown(start, i + 1), 1);
                    cut(content, start, i + 1, cuts, text);
                }
            }
            start = i + 1;
        }
        return cuts.isEmpty() ? text : cuts.rest();
    }

    /** Inside a sentence the clause goes with the mark behind it, at the end of one with the mark before it. */
    private static void cut(Content content, int start, int end, Cuts cuts, CleanText text) {
        boolean last = content.endsSentence(end - 1);
        if (last && start > 0) {
            cuts.cut(content.places[start - 1] + 1, content.places[end - 1] + 1);
        } else {
            int to = content.places[end - 1] + 1;
            int most = end < content.length() ? content.places[end] : text.length();
            while (to < most && !Characters.isOpening(text.charAt(to))) {
                to++;
            }
            cuts.cut(content.places[start], to);
        }
    }
}
