package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds later copies of a paragraph's long clauses, or of their ends: {@code 健全党性教育、党风党纪、党纪保障长效机制,} behind
 * {@code 就要健全党性教育、党风党纪、党纪保障长效机制,}. Shorter ones are rhetoric; what stands there three times, in quotation marks,
 * between semicolons or with figures is a formula. Not thread-safe.
 */
final class ClauseCopies {
    /** Characters a clause has at least to be a copy. */
    private static final int SHORTEST = 16;

    /** Characters of a page for each clause that is remembered, more or less. */
    private static final int CHARACTERS_OF_AN_ENTRY = 48;

    /** A clause and the earlier one that ends with it. */
    record Copy(int start, int end, int before) {}

    private final PageContent content;
    private final Telling telling;
    private final StretchIndex index;
    private final List<Copy> copies = new ArrayList<>();

    /** @param capacity characters the content will have at most */
    ClauseCopies(PageContent content, Telling telling, int capacity) {
        this.index = new StretchIndex(capacity / CHARACTERS_OF_AN_ENTRY);
        this.content = content;
        this.telling = telling;
    }

    /** Looks through the clauses {@code first} to {@code last}, a sentence that stays, of the paragraph from {@code paragraph} on. */
    void take(int paragraph, int start, int first, int last) {
        int from = start;
        for (int clause = first; clause <= last; clause++) {
            int end = content.clauseEnd(clause);
            if (end - from >= SHORTEST) {
                takeClause(paragraph, from, end);
            }
            from = end;
        }
    }

    /** The copies of the paragraph just looked through, in its order. */
    List<Copy> copies() {
        if (copies.isEmpty()) {
            return List.of();
        }
        List<Copy> found = copies.stream()
                .filter(copy -> copies.stream()
                                .filter(each -> each.before() == copy.before())
                                .count()
                        == 1)
                .toList();
        copies.clear();
        return found;
    }

    private void takeClause(int paragraph, int start, int end) {
        long hash = content.hash(end - SHORTEST, end) + paragraph;
        int before = index.find(hash);
        if (before < 0) {
            index.add(hash, start, end, 0);
            return;
        }
        int length = end - start;
        boolean ends = index.end(before) - index.start(before) >= length
                && content.same(index.end(before) - length, start, length);
        if (ends
                && isPlain(paragraph, start, end)
                && isPlain(paragraph, index.end(before) - length, index.end(before))) {
            copies.add(new Copy(start, end, before));
        }
    }

    private boolean isPlain(int paragraph, int start, int end) {
        boolean listed = content.isFollowedBySemicolon(end - 1)
                || (start > paragraph && content.isFollowedBySemicolon(start - 1));
        return !listed
                && !content.isQuoted(start)
                && !content.isQuoted(end - 1)
                && !content.hasDigit(start, end)
                && !telling.isSpeech(content.charAt(end - 2), content.charAt(end - 1));
    }
}
