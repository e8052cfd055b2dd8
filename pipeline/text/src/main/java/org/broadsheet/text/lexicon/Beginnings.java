package org.broadsheet.text.lexicon;

/**
 * The first two characters of some words, as bits that tell of most places in a text that none of the words begins there: 采样
 * of 采样点. Immutable, thread-safe.
 */
final class Beginnings {
    private static final int FACTOR = 0x9E3779B1;
    private static final int OTHER_FACTOR = 0x85EBCA6B;
    /** Bits for each word, so that few pairs of characters share one with a word. */
    private static final int ROOM = 16;

    private static final int SIX = 6;

    /** By words of one character, and by the first two of the others. */
    private final long[] singles;

    private final long[] pairs;

    Beginnings(Iterable<String> words) {
        int single = 0;
        int longer = 0;
        for (String word : words) {
            single += word.length() == 1 ? 1 : 0;
            longer += word.length() > 1 ? 1 : 0;
        }
        singles = new long[longs(single)];
        pairs = new long[longs(longer)];
        for (String word : words) {
            if (word.length() == 1) {
                singles[(word.charAt(0) >> SIX) & (singles.length - 1)] |= 1L << word.charAt(0);
            } else if (!word.isEmpty()) {
                int pair = pair(word.charAt(0), word.charAt(1));
                pairs[(pair >> SIX) & (pairs.length - 1)] |= 1L << pair;
            }
        }
    }

    /** A power of two. */
    private static int longs(int words) {
        return Integer.highestOneBit(words * ROOM / Long.SIZE + 1) * 2;
    }

    private static int pair(char first, char second) {
        return (first * FACTOR + second * OTHER_FACTOR) >>> Short.SIZE;
    }

    /** Whether a word may stand in a text from {@code at} on; where it says no, none does. */
    boolean mayBeginAt(String text, int at) {
        char first = text.charAt(at);
        return isSingle(first) || (at + 1 < text.length() && isPair(first, text.charAt(at + 1)));
    }

    /**
     * Where the first word may begin that stands in a text from {@code from} to {@code to}; {@code to} where none does. Each
     * character is read once.
     */
    int next(String text, int from, int to) {
        if (from >= to) {
            return to;
        }
        char first = text.charAt(from);
        for (int at = from + 1; at < to; at++) {
            char second = text.charAt(at);
            if (isSingle(first) || isPair(first, second)) {
                return at - 1;
            }
            first = second;
        }
        return isSingle(first) ? to - 1 : to;
    }

    private boolean isSingle(char c) {
        return (singles[(c >> SIX) & (singles.length - 1)] & 1L << c) != 0;
    }

    private boolean isPair(char first, char second) {
        int pair = pair(first, second);
        return (pairs[(pair >> SIX) & (pairs.length - 1)] & 1L << pair) != 0;
    }
}
