package org.broadsheet.text.article;

import java.util.HashSet;
import java.util.Set;

/** Knows which characters tell sentences apart: {@code A区1例} is no copy of {@code B区1例}, nor 甲 of 乙. */
final class Telling {
    private static final int REACH = 4;

    private final Set<Character> telling = new HashSet<>();
    private final Set<Character> suffixes = new HashSet<>();

    Telling(Words words) {
        for (String kind : new String[] {"numeral", "order", "direction", "contrast"}) {
            add(words, kind, telling);
        }
        add(words, "suffix", suffixes);
    }

    private static void add(Words words, String kind, Set<Character> set) {
        for (String characters : words.of(kind)) {
            for (int i = 0; i < characters.length(); i++) {
                set.add(Characters.fold(characters.charAt(i)));
            }
        }
    }

    /** Whether the folded character itself makes a difference: a digit, a direction, 增 or 减. */
    boolean isTelling(char c) {
        return telling.contains(c) || suffixes.contains(c) || Characters.isDigit(c);
    }

    /** Whether the character at {@code index} stands shortly before the end of a place's or body's name. */
    boolean isInName(char[] content, int index, int end) {
        for (int i = index; i < Math.min(end, index + REACH + 1); i++) {
            if (suffixes.contains(content[i])) {
                return true;
            }
        }
        return false;
    }
}
