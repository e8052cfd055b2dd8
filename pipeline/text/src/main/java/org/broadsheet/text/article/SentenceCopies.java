package org.broadsheet.text.article;

/**
 * Finds later copies of an article's paragraphs and sentences, exact or misread: {@code 要深刻领悟…发展。} stands in
 * {@code 会议强调,要深刻领悟…发展。} already. Not thread-safe.
 */
final class SentenceCopies {
    /** Characters a sentence or paragraph has at least to be a copy. */
    private static final int SHORTEST = 16;
    /** The same where it is an exclamation, a question, a verse without a full stop, or stands in quotation marks. */
    private static final int SHORTEST_REFRAIN = 24;
    /** The same where only the last clauses of a sentence stood before: quotations are taken up again. */
    private static final int SHORTEST_TAIL = 32;
    /** {@code 会议强调}: what may stand before a copy and go with it. */
    private static final int LONGEST_LEAD = 6;
    /** Characters of a paragraph that is a copy of one in another article. */
    private static final int SHORTEST_ELSEWHERE = 40;

    private static final int ANCHOR = 6;
    private static final int SHIFT = 2;
    private static final int MOST_CANDIDATES = 4;
    private static final long PARAGRAPH = 0x1F3D5B79A2C4E608L;
    private static final long SENTENCE = 0x2545F4914F6CDD1DL;

    private final PageContent content;
    private final Misreading misreading;
    private final StretchIndex index = new StretchIndex();

    SentenceCopies(PageContent content, Misreading misreading) {
        this.content = content;
        this.misreading = misreading;
    }

    /** The earlier paragraph of which this one is a copy, or {@link StretchIndex#NONE}; it is remembered where there is none. */
    int paragraph(int start, int end, int article) {
        if (end - start < shortest(start, end)) {
            return StretchIndex.NONE;
        }
        long hash = hash(start, end) ^ PARAGRAPH;
        for (int found = index.find(hash); found >= 0; found = index.findBefore(found)) {
            boolean near = index.article(found) == article || end - start >= SHORTEST_ELSEWHERE;
            if (near && isSame(found, start, end)) {
                return found;
            }
        }
        int misread = near(PARAGRAPH, start, end, article);
        if (misread < 0) {
            index.add(hash, start, end, article);
            addAnchors(PARAGRAPH, start, end, article);
        }
        return misread;
    }

    /** The earlier sentence of which this one is a copy, or {@link StretchIndex#NONE}; it is remembered where there is none. */
    int sentence(int start, int end, int article) {
        int copied = end - start < shortest(start, end) ? StretchIndex.NONE : copied(start, end, article);
        if (copied < 0) {
            add(start, end, article);
        }
        return copied;
    }

    int start(int entry) {
        return index.start(entry);
    }

    int end(int entry) {
        return index.end(entry);
    }

    private int shortest(int start, int end) {
        boolean refrain = content.isExclaimed(end - 1)
                || !content.isStopped(end - 1)
                || (content.isQuoted(start) && content.isQuoted(end - 1));
        return refrain ? SHORTEST_REFRAIN : SHORTEST;
    }

    private int copied(int start, int end, int article) {
        int exact = exact(start, end, article);
        if (exact >= 0) {
            return exact;
        }
        int tail = copiedTail(start, end, article);
        return tail >= 0 ? tail : near(SENTENCE, start, end, article);
    }

    private int exact(int start, int end, int article) {
        int found = index.find(hash(start, end) ^ SENTENCE);
        int tries = 0;
        while (found >= 0 && tries < MOST_CANDIDATES) {
            if (index.article(found) == article && isSame(found, start, end)) {
                return found;
            }
            found = index.findBefore(found);
            tries++;
        }
        return StretchIndex.NONE;
    }

    /** A sentence that has a few words of its own before its copied clauses. */
    private int copiedTail(int start, int end, int article) {
        int most = Math.min(end - SHORTEST_TAIL, start + LONGEST_LEAD);
        for (int i = start + 1; i <= most; i++) {
            if (misreading.isTelling(content.charAt(i - 1))) {
                return StretchIndex.NONE;
            }
            if (content.endsClause(i - 1)) {
                return exact(i, end, article);
            }
        }
        return StretchIndex.NONE;
    }

    /** Takes in a sentence that stays, and each of its long tails from the beginning of a clause on. */
    private void add(int start, int end, int article) {
        long hash = 0;
        for (int i = end - 1; i >= start; i--) {
            hash = StretchIndex.step(hash, content.charAt(i));
            boolean tail = end - i >= SHORTEST_TAIL && i > start && content.endsClause(i - 1);
            if (i == start || tail) {
                index.add(hash ^ SENTENCE, i, end, article);
            }
        }
        addAnchors(SENTENCE, start, end, article);
    }

    private void addAnchors(long kind, int start, int end, int article) {
        if (end - start < Misreading.SHORTEST) {
            return;
        }
        index.add(gram(kind, 1, start), start, end, article);
        index.add(gram(kind, 2, end - ANCHOR), start, end, article);
        int middle = middle(start, end);
        for (int shift = -SHIFT; shift <= SHIFT; shift++) {
            index.add(gram(kind, 3, middle + shift), start, end, article);
        }
    }

    /** An earlier stretch of which this is a misread copy: an anchor at its beginning, end or middle is whole. */
    private int near(long kind, int start, int end, int article) {
        if (end - start < Misreading.SHORTEST) {
            return StretchIndex.NONE;
        }
        int[] places = {start, end - ANCHOR, middle(start, end)};
        for (int i = 0; i < places.length; i++) {
            int found = index.find(gram(kind, i + 1, places[i]));
            for (int tries = 0; found >= 0 && tries < MOST_CANDIDATES; tries++) {
                if (index.article(found) == article
                        && misreading.isCopy(index.start(found), index.end(found), start, end)) {
                    return found;
                }
                found = index.findBefore(found);
            }
        }
        return StretchIndex.NONE;
    }

    private static int middle(int start, int end) {
        return start + (end - start) / 2 - ANCHOR / 2;
    }

    private boolean isSame(int entry, int start, int end) {
        return index.end(entry) - index.start(entry) == end - start
                && content.same(index.start(entry), start, end - start);
    }

    private long hash(int start, int end) {
        long hash = 0;
        for (int i = end - 1; i >= start; i--) {
            hash = StretchIndex.step(hash, content.charAt(i));
        }
        return hash;
    }

    private long gram(long kind, int place, int at) {
        long hash = kind + place;
        for (int i = at; i < at + ANCHOR; i++) {
            hash = StretchIndex.step(hash, content.charAt(i));
        }
        return hash;
    }
}
