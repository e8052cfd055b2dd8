package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds which of some words a text begins or ends with: {@code 本报记者 孟非} begins with {@code 本报记者}. Thread-safe. */
final class WordList {
    private final BitSet firsts = new BitSet();
    private final BitSet lasts = new BitSet();
    private final Map<Character, List<String>> byFirst = new HashMap<>();
    private final Map<Character, List<String>> byLast = new HashMap<>();
    private final List<String> words;

    /** @param longestFirst the words; where two fit, the one named earlier is found */
    WordList(List<String> longestFirst) {
        words = longestFirst;
        for (String word : longestFirst) {
            firsts.set(word.charAt(0));
            lasts.set(word.charAt(word.length() - 1));
            byFirst.merge(word.charAt(0), List.of(word), WordList::joined);
            byLast.merge(word.charAt(word.length() - 1), List.of(word), WordList::joined);
        }
    }

    private static List<String> joined(List<String> a, List<String> b) {
        List<String> both = new ArrayList<>(a);
        both.addAll(b);
        return List.copyOf(both);
    }

    /** The words, the longest first. */
    List<String> words() {
        return words;
    }

    /** Whether a word begins with the character: asked before a text is cut out. */
    boolean mayBegin(char first) {
        return firsts.get(first);
    }

    /** Whether a word ends with the character. */
    boolean mayEnd(char last) {
        return lasts.get(last);
    }

    /** The longest word that the text begins with; empty where there is none. */
    String start(String text) {
        if (!text.isEmpty() && mayBegin(text.charAt(0))) {
            for (String word : byFirst.getOrDefault(text.charAt(0), List.of())) {
                if (text.startsWith(word)) {
                    return word;
                }
            }
        }
        return "";
    }

    /** The longest word that the text ends with; empty where there is none. */
    String end(String text) {
        if (!text.isEmpty() && mayEnd(text.charAt(text.length() - 1))) {
            for (String word : byLast.getOrDefault(text.charAt(text.length() - 1), List.of())) {
                if (text.endsWith(word)) {
                    return word;
                }
            }
        }
        return "";
    }
}
