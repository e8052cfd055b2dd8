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
        if ((singles[(first >> SIX) & (singles.length - 1)] & 1L << first) != 0) {
            return true;
        }
        if (at + 1 == text.length()) {
            return false;
        }
        int pair = pair(first, text.charAt(at + 1));
        return (pairs[(pair >> SIX) & (pairs.length - 1)] & 1L << pair) != 0;
    }
}
