package org.broadsheet.text.article;

import java.util.Arrays;
import java.util.List;

/** Finds which of some words a text begins or ends with: {@code 本报记者 孟非} begins with {@code 本报记者}. Thread-safe. */
final class WordList {
    /** Most characters of the language fall where no word is. */
    private static final int SLOTS = 256;

    private static final String[] NONE = {};

    /** The words by the low bits of their first character, in their order: no boxed character is looked up. */
    private final String[][] byFirst = new String[SLOTS][];
    /** The same by their last character. */
    private final String[][] byLast = new String[SLOTS][];

    private final List<String> words;

    /** @param longestFirst the words; where two fit, the one named earlier is found */
    WordList(List<String> longestFirst) {
        words = longestFirst;
        Arrays.fill(byFirst, NONE);
        Arrays.fill(byLast, NONE);
        for (String word : longestFirst) {
            add(byFirst, word.charAt(0), word);
            add(byLast, word.charAt(word.length() - 1), word);
        }
    }

    private static void add(String[][] slots, char key, String word) {
        String[] before = slots[key % SLOTS];
        String[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = word;
        slots[key % SLOTS] = after;
    }

    /** The words, the longest first. */
    List<String> words() {
        return words;
    }

    /** Whether a word begins with the character: asked before a text is cut out. */
    boolean mayBegin(char first) {
        for (String word : byFirst[first % SLOTS]) {
            if (word.charAt(0) == first) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word ends with the character. */
    boolean mayEnd(char last) {
        for (String word : byLast[last % SLOTS]) {
            if (word.charAt(word.length() - 1) == last) {
                return true;
            }
        }
        return false;
    }

    /** The longest word that the text begins with; empty where there is none. */
    String start(String text) {
        if (!text.isEmpty()) {
            for (String word : byFirst[text.charAt(0) % SLOTS]) {
                if (text.startsWith(word)) {
                    return word;
                }
            }
        }
        return "";
    }

    /** The longest word that the text ends with; empty where there is none. */
    String end(String text) {
        if (!text.isEmpty()) {
            for (String word : byLast[text.charAt(text.length() - 1) % SLOTS]) {
                if (text.endsWith(word)) {
                    return word;
                }
            }
        }
        return "";
    }
}
