package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Knows which characters tell sentences apart: {@code A区1例} is no copy of {@code B区1例}, nor 甲 of 乙. */
final class Telling {
    private static final int REACH = 4;

    private final Set<Character> numerals = new HashSet<>();
    private final Set<Character> telling = new HashSet<>();
    private final List<String> groups = new ArrayList<>();
    private final Set<Character> places = new HashSet<>();
    private final Set<Character> bodies = new HashSet<>();
    private final Set<Character> surnames = new HashSet<>();
    private final Set<String> speech;

    Telling(Words words) {
        add(words, "numeral", numerals);
        for (String kind : new String[] {"numeral", "order", "direction", "contrast", "person"}) {
            add(words, kind, telling);
            words.of(kind).forEach(group -> groups.add(group.toLowerCase(Locale.ROOT)));
        }
        add(words, "place", places);
        add(words, "body", bodies);
        add(words, "surname", surnames);
        speech = Set.copyOf(words.of("speech"));
    }

    private static void add(Words words, String kind, Set<Character> set) {
        for (String characters : words.of(kind)) {
            for (int i = 0; i < characters.length(); i++) {
                set.add(Characters.fold(characters.charAt(i)));
            }
        }
    }

    /** Whether the folded character is a digit or part of a number in Chinese. */
    boolean isNumeral(char c) {
        return Characters.isDigit(c) || numerals.contains(c);
    }

    /** Whether the folded character itself makes a difference: a digit, a direction, 增 or 减. */
    boolean isTelling(char c) {
        return Characters.isDigit(c) || telling.contains(c) || places.contains(c) || bodies.contains(c);
    }

    /** Whether two folded characters are said for each other: 东 and 西, 增 and 减. */
    boolean areContrary(char one, char other) {
        return groups.stream().anyMatch(group -> group.indexOf(one) >= 0 && group.indexOf(other) >= 0);
    }

    boolean isSurname(char c) {
        return surnames.contains(c);
    }

    /** Whether the character at {@code index} stands shortly before the end of a place's name. */
    boolean isInPlace(PageContent content, int index, int end) {
        for (int i = index; i < Math.min(end, index + REACH + 1); i++) {
            if (places.contains(content.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the character at {@code index} stands right before the end of a body's name. */
    boolean isInBody(PageContent content, int index, int end) {
        return bodies.contains(content.charAt(index))
                || (index + 1 < end && bodies.contains(content.charAt(index + 1)));
    }

    /** Whether two characters are a word that opens what somebody said: 表示. */
    boolean isSpeech(char first, char second) {
        return speech.contains(String.valueOf(first) + second);
    }
}
