package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds which of some words a text begins or ends with: {@code 本报记者 孟非} begins with {@code 本报记者}. Thread-safe. */
final class WordList {
    private static final int BITS = 6;
    private static final String[] NONE = {};

    /** One bit for each character with which a word begins: nearly all that are asked for begin none. */
    private final long[] firsts = new long[1 << (Character.SIZE - BITS)];
    /** The same for their last characters. */
    private final long[] lasts = new long[1 << (Character.SIZE - BITS)];
    /** The words by the low bits of their first character, in their order. */
    private final String[][] byFirst;
    /** The same by their last character. */
    private final String[][] byLast;

    private final List<String> words;

    /** @param longestFirst the words; where two fit, the one named earlier is found */
    WordList(List<String> longestFirst) {
        words = longestFirst;
        for (String word : longestFirst) {
            set(firsts, word.charAt(0));
            set(lasts, word.charAt(word.length() - 1));
        }
        byFirst = slots(longestFirst, true);
        byLast = slots(longestFirst, false);
    }

    private static void set(long[] bits, char c) {
        bits[c >> BITS] |= 1L << c;
    }

    private static boolean has(long[] bits, char c) {
        return (bits[c >> BITS] & 1L << c) != 0;
    }

    private static String[][] slots(List<String> words, boolean first) {
        List<List<String>> slots = new ArrayList<>(Collections.nCopies(1 << BITS, List.of()));
        for (String word : words) {
            int slot = slot(word.charAt(first ? 0 : word.length() - 1));
            List<String> longer = new ArrayList<>(slots.get(slot));
            longer.add(word);
            slots.set(slot, longer);
        }
        return slots.stream().map(slot -> slot.toArray(NONE)).toArray(String[][]::new);
    }

    private static int slot(char c) {
        return c & ((1 << BITS) - 1);
    }

    /** The words, the longest first. */
    List<String> words() {
        return words;
    }

    /** Whether a word begins with the character. */
    boolean mayBegin(char first) {
        return has(firsts, first);
    }

    /** Whether a word ends with the character. */
    boolean mayEnd(char last) {
        return has(lasts, last);
    }

    /** Characters of the longest word that the text begins with; 0 where there is none. */
    int start(CleanText text) {
        if (text.length() > 0 && has(firsts, text.charAt(0))) {
            for (String word : byFirst[slot(text.charAt(0))]) {
                if (text.hasAt(word, 0)) {
                    return word.length();
                }
            }
        }
        return 0;
    }

    /** Characters of the longest word that the text ends with before {@code end}; 0 where there is none. */
    int endingAt(CleanText text, int end) {
        if (end > 0 && has(lasts, text.charAt(end - 1))) {
            for (String word : byLast[slot(text.charAt(end - 1))]) {
                if (text.hasAt(word, end - word.length())) {
                    return word.length();
                }
            }
        }
        return 0;
    }
}
