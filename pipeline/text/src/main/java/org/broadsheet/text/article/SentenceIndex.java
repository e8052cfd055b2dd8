package org.broadsheet.text.article;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sentences of an article that stay, found by their content: exactly, by their last clauses, or nearly. Not
 * thread-safe.
 */
final class SentenceIndex {
    private static final int ANCHOR = 6;
    private static final int SHIFT = 2;
    private static final int MOST_CANDIDATES = 4;

    /** A stretch of the content of a paragraph. */
    record Stretch(Content content, int start, int end) {
        int length() {
            return end - start;
        }

        String shown() {
            return content.shown(start, end);
        }

        boolean sameAs(Stretch other) {
            return Arrays.equals(content.characters, start, end, other.content.characters, other.start, other.end);
        }
    }

    private final Map<Long, Stretch> tails = new HashMap<>();
    private final Map<Long, Deque<Stretch>> anchors = new HashMap<>();
    private final NearCopies nearCopies;

    SentenceIndex(NearCopies nearCopies) {
        this.nearCopies = nearCopies;
    }

    /** Takes in a sentence that stays, and each of its tails from the beginning of a clause on. */
    void add(Stretch sentence) {
        char[] c = sentence.content().characters;
        long hash = 0;
        for (int i = sentence.end() - 1; i >= sentence.start(); i--) {
            hash = step(hash, c[i]);
            boolean clauseStart = i == sentence.start() || sentence.content().endsClause(i - 1);
            if (clauseStart) {
                tails.putIfAbsent(mix(hash, sentence.end() - i), new Stretch(sentence.content(), i, sentence.end()));
            }
        }
        if (sentence.length() >= 2 * ANCHOR) {
            int middle = middle(sentence);
            anchor(1, c, sentence.start(), sentence);
            anchor(2, c, sentence.end() - ANCHOR, sentence);
            for (int shift = -SHIFT; shift <= SHIFT; shift++) {
                anchor(3, c, Math.max(sentence.start(), Math.min(middle + shift, sentence.end() - ANCHOR)), sentence);
            }
        }
    }

    /** An earlier sentence, or the last clauses of one, that reads exactly so. */
    Optional<Stretch> exact(Stretch stretch) {
        long hash = 0;
        char[] c = stretch.content().characters;
        for (int i = stretch.end() - 1; i >= stretch.start(); i--) {
            hash = step(hash, c[i]);
        }
        return Optional.ofNullable(tails.get(mix(hash, stretch.length()))).filter(stretch::sameAs);
    }

    /** An earlier sentence of which this is a misread copy. */
    Optional<Stretch> near(Stretch sentence) {
        if (sentence.length() < 2 * ANCHOR) {
            return Optional.empty();
        }
        char[] c = sentence.content().characters;
        int[] places = {sentence.start(), sentence.end() - ANCHOR, middle(sentence)};
        for (int kind = 1; kind <= places.length; kind++) {
            Deque<Stretch> candidates = anchors.get(gram(kind, c, places[kind - 1]));
            for (Stretch candidate : candidates == null ? new ArrayDeque<Stretch>() : candidates) {
                char[] other = candidate.content().characters;
                if (nearCopies.areNear(
                        c, sentence.start(), sentence.end(), other, candidate.start(), candidate.end())) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    private static int middle(Stretch sentence) {
        return sentence.start() + sentence.length() / 2 - ANCHOR / 2;
    }

    private void anchor(int kind, char[] c, int at, Stretch sentence) {
        Deque<Stretch> candidates = anchors.computeIfAbsent(gram(kind, c, at), key -> new ArrayDeque<>());
        if (!sentence.equals(candidates.peekLast())) {
            candidates.addLast(sentence);
        }
        if (candidates.size() > MOST_CANDIDATES) {
            candidates.removeFirst();
        }
    }

    private static long gram(int kind, char[] c, int at) {
        long hash = kind;
        for (int i = at; i < at + ANCHOR; i++) {
            hash = step(hash, c[i]);
        }
        return mix(hash, kind);
    }

    private static long step(long hash, char c) {
        return (hash + c + 1) * 0x9E3779B97F4A7C15L + (hash >>> 29);
    }

    private static long mix(long hash, int length) {
        return hash * 31 + length;
    }
}
