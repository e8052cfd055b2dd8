package org.broadsheet.text.article;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds later copies of an article's paragraphs and sentences, exact or misread: {@code 要深刻领悟…发展。} stands in
 * {@code 会议强调,要深刻领悟…发展。} already. Not thread-safe.
 */
final class SentenceCopies {
    /** Characters a sentence or paragraph has at least to be a copy. */
    private static final int SHORTEST = 16;
    /** The same where it is an exclamation, a question, or a verse without a full stop. */
    private static final int SHORTEST_REFRAIN = 24;
    /** The same where only the last clauses of a sentence stood before: quotations are taken up again. */
    private static final int SHORTEST_TAIL = 32;
    /** {@code 会议强调}: what may stand before a copy and go with it. */
    private static final int LONGEST_LEAD = 6;
    /** Characters of a paragraph that is a copy of one in another article. */
    private static final int SHORTEST_ELSEWHERE = 40;

    /** Characters of a paragraph that is a misread copy of one in another article. */
    private static final int SHORTEST_MISREAD_ELSEWHERE = 60;

    private static final int ANCHOR = 6;
    /** Characters of a page for each stretch that is remembered, more or less. */
    private static final int CHARACTERS_OF_AN_ENTRY = 8;

    private static final int ANCHORS = 4;
    private static final int MOST_CANDIDATES = 4;
    /** Copies in a row behind which a short sentence is still looked for. */
    private static final int MOST_BETWEEN = 3;

    private static final long PARAGRAPH = 0x1F3D5B79A2C4E608L;
    private static final long SENTENCE = 0x2545F4914F6CDD1DL;

    /** A sentence and the earlier one it is a copy of. */
    record Copy(int start, int end, int original, int originalEnd) {}

    private final PageContent content;
    private final Misreading misreading;
    private final StretchIndex index;
    /** Where copies were that went: the end of each by its start. */
    private final Map<Integer, Integer> gone = new HashMap<>();
    /** The start of each by its end. */
    private final Map<Integer, Integer> goneBefore = new HashMap<>();

    private final Sentences sentences;
    private int[] originals = new int[16];

    /** @param capacity characters the content will have at most */
    SentenceCopies(PageContent content, Misreading misreading, int capacity) {
        this.index = new StretchIndex(capacity / CHARACTERS_OF_AN_ENTRY);
        this.content = content;
        this.misreading = misreading;
        this.sentences = new Sentences(content, SHORTEST_TAIL);
    }

    /** The earlier paragraph of which this one is a copy, or {@link StretchIndex#NONE}; it is remembered where there is none. */
    int paragraph(int start, int end, int article) {
        sentences.read(start);
        if (end - start < shortest(end)) {
            return StretchIndex.NONE;
        }
        long hash = sentences.hash() ^ PARAGRAPH;
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

    /** The copies among the sentences of the paragraph that was asked for last; the others are remembered. */
    List<Copy> find(int article) {
        int count = sentences.count();
        if (count > originals.length) {
            originals = new int[count * 2];
        }
        boolean any = false;
        for (int i = 0; i < count; i++) {
            boolean shorter = sentences.length(i) < shortest(sentences.end(i));
            originals[i] = shorter ? StretchIndex.NONE : copied(i, article);
            if (originals[i] < 0) {
                add(i, article);
            }
            any |= originals[i] >= 0;
        }
        return any ? copies() : List.of();
    }

    /** The copies found, and the short sentences beside them that stand beside their originals, too. */
    private List<Copy> copies() {
        int count = sentences.count();
        Copy[] copies = new Copy[count];
        for (int i = 0; i < count; i++) {
            if (originals[i] >= 0) {
                copies[i] = new Copy(
                        sentences.start(i), sentences.end(i), index.start(originals[i]), index.end(originals[i]));
            }
            for (int j = i - 1; copies[i] == null && j >= Math.max(0, i - MOST_BETWEEN) && copies[j] != null; j--) {
                copies[i] = behind(copies[j], sentences.start(i), sentences.end(i));
            }
        }
        for (int i = count - 2; i >= 0; i--) {
            int most = Math.min(count - 1, i + MOST_BETWEEN);
            for (int j = i + 1; copies[i] == null && j <= most && copies[j] != null; j++) {
                copies[i] = before(copies[j], sentences.start(i), sentences.end(i));
            }
        }
        List<Copy> found = Arrays.stream(copies).filter(Objects::nonNull).toList();
        found.forEach(copy -> gone.put(copy.start(), copy.end()));
        found.forEach(copy -> goneBefore.put(copy.end(), copy.start()));
        return found;
    }

    private @Nullable Copy behind(Copy copy, int start, int end) {
        int length = end - start;
        int original = gone.getOrDefault(copy.originalEnd(), copy.originalEnd());
        boolean same = original + length <= copy.start()
                && content.endsSentence(original + length - 1)
                && content.isInOneParagraph(original, original + length)
                && misreading.isBesideCopy(original, start, length);
        return same ? new Copy(start, end, original, original + length) : null;
    }

    private @Nullable Copy before(Copy copy, int start, int end) {
        int length = end - start;
        int originalEnd = goneBefore.getOrDefault(copy.original(), copy.original());
        int original = originalEnd - length;
        boolean same = original >= 0
                && originalEnd <= start
                && (original == 0 || content.endsSentence(original - 1))
                && content.isInOneParagraph(original, originalEnd)
                && misreading.isBesideCopy(original, start, length);
        return same ? new Copy(start, end, original, originalEnd) : null;
    }

    private int shortest(int end) {
        boolean refrain = content.isExclaimed(end - 1) || !content.isStopped(end - 1);
        return refrain ? SHORTEST_REFRAIN : SHORTEST;
    }

    private int copied(int sentence, int article) {
        int start = sentences.start(sentence);
        int end = sentences.end(sentence);
        int exact = exact(sentences.hash(sentence), start, end, article);
        if (exact >= 0) {
            return exact;
        }
        int tail = copiedTail(sentence, article);
        return tail >= 0 ? tail : near(SENTENCE, start, end, article);
    }

    private int exact(long hash, int start, int end, int article) {
        int found = index.find(hash ^ SENTENCE);
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
    private int copiedTail(int sentence, int article) {
        int tail = sentences.lastTail(sentence);
        int start = sentences.start(sentence);
        if (tail < sentences.firstTail(sentence) || sentences.tailStart(tail) > start + LONGEST_LEAD) {
            return StretchIndex.NONE;
        }
        for (int i = start; i < sentences.tailStart(tail); i++) {
            if (misreading.isTelling(content.charAt(i))) {
                return StretchIndex.NONE;
            }
        }
        return exact(sentences.tailHash(tail), sentences.tailStart(tail), sentences.end(sentence), article);
    }

    /** Takes in a sentence that stays, and each of its long tails from the beginning of a clause on. */
    private void add(int sentence, int article) {
        int end = sentences.end(sentence);
        index.add(sentences.hash(sentence) ^ SENTENCE, sentences.start(sentence), end, article);
        for (int tail = sentences.lastTail(sentence); tail >= sentences.firstTail(sentence); tail--) {
            index.add(sentences.tailHash(tail) ^ SENTENCE, sentences.tailStart(tail), end, article);
        }
        addAnchors(SENTENCE, sentences.start(sentence), end, article);
    }

    private void addAnchors(long kind, int start, int end, int article) {
        if (end - start < Misreading.SHORTEST) {
            return;
        }
        for (int anchor = 0; anchor < ANCHORS; anchor++) {
            index.add(anchor(kind, anchor, start, end), start, end, article);
        }
    }

    /**
     * The last stretch that reads nearly so, where this is a misread copy of it: of four anchors, two
     * from its beginning and two from its end, one is whole. Where it is none, both are items of a list.
     */
    private int near(long kind, int start, int end, int article) {
        if (end - start < Misreading.SHORTEST) {
            return StretchIndex.NONE;
        }
        for (int anchor = 0; anchor < ANCHORS; anchor++) {
            int found = index.find(anchor(kind, anchor, start, end));
            for (int tries = 0; found >= 0 && tries < MOST_CANDIDATES; tries++) {
                boolean inReach = index.article(found) == article
                        || (kind == PARAGRAPH && end - start >= SHORTEST_MISREAD_ELSEWHERE);
                boolean near = inReach && misreading.isNear(index.start(found), index.end(found), start, end);
                if (near) {
                    boolean copy = misreading.isCopy(index.start(found), index.end(found), start, end);
                    return copy ? found : StretchIndex.NONE;
                }
                found = index.findBefore(found);
            }
        }
        return StretchIndex.NONE;
    }

    /** The hash of the first six characters, of six behind them, of the last six, or of six before them. */
    private long anchor(long kind, int anchor, int start, int end) {
        int far = ANCHOR + 1;
        int at = switch (anchor) {
            case 0 -> start;
            case 1 -> end - ANCHOR;
            case 2 -> start + far;
            default -> end - ANCHOR - far;
        };
        return content.hash(at, at + ANCHOR) + kind + anchor;
    }

    private boolean isSame(int entry, int start, int end) {
        return index.end(entry) - index.start(entry) == end - start
                && content.same(index.start(entry), start, end - start);
    }
}
