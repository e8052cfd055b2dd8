package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Knows which characters tell sentences apart: {@code A区1例} is no copy of {@code B区1例}, nor 甲 of 乙. */
final class Telling {
    private static final int REACH = 4;

    private static final int NUMERAL = 1;
    private static final int TELLING = 2;
    private static final int PLACE = 4;
    private static final int BODY = 8;
    private static final int SURNAME = 16;

    /** What each character is, as flags: the beginning of every sentence is looked through. */
    private final byte[] kinds = new byte[1 << Character.SIZE];

    private final List<String> groups = new ArrayList<>();
    private final Set<String> speech;

    Telling(Words words) {
        flag(words, "numeral", NUMERAL);
        for (char digit = '0'; digit <= '9'; digit++) {
            kinds[digit] = NUMERAL | TELLING;
            kinds[digit - '0' + '０'] = NUMERAL | TELLING;
        }
        for (String kind : new String[] {"numeral", "order", "direction", "contrast", "person"}) {
            flag(words, kind, TELLING);
            words.of(kind).forEach(group -> groups.add(group.toLowerCase(Locale.ROOT)));
        }
        groups.addAll(words.of("abbreviation"));
        flag(words, "place", PLACE);
        flag(words, "body", BODY);
        flag(words, "surname", SURNAME);
        speech = Set.copyOf(words.of("speech"));
    }

    private void flag(Words words, String kind, int flag) {
        for (String characters : words.of(kind)) {
            for (int i = 0; i < characters.length(); i++) {
                kinds[Characters.fold(characters.charAt(i))] |= (byte) flag;
            }
        }
    }

    /** Whether the folded character is a digit or part of a number in Chinese. */
    boolean isNumeral(char c) {
        return (kinds[c] & NUMERAL) != 0;
    }

    /** Whether the folded character itself makes a difference: a digit, a direction, 增 or 减. */
    boolean isTelling(char c) {
        return (kinds[c] & (TELLING | PLACE | BODY)) != 0;
    }

    /** Whether two folded characters are said for each other: 东 and 西, 增 and 减. */
    boolean areContrary(char one, char other) {
        return groups.stream().anyMatch(group -> group.indexOf(one) >= 0 && group.indexOf(other) >= 0);
    }

    boolean isSurname(char c) {
        return (kinds[c] & SURNAME) != 0;
    }

    /**
     * How many characters behind {@code index} a place's name ends, 0 for its last one; −1 where it stands in no name. No
     * mark and no digit stands in a name.
     */
    int toPlaceEnd(PageContent content, int index, int end) {
        for (int i = index; i < Math.min(end, index + REACH + 1); i++) {
            char c = content.charAt(i);
            if ((kinds[c] & PLACE) != 0) {
                return i - index;
            }
            if ((kinds[c] & NUMERAL) != 0 || !content.isUnbroken(i, i + 2)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether the character at {@code index} stands right before the end of a body's name. */
    boolean isInBody(PageContent content, int index, int end) {
        return (kinds[content.charAt(index)] & BODY) != 0
                || (index + 1 < end && (kinds[content.charAt(index + 1)] & BODY) != 0);
    }

    /** Whether two characters are a word that opens what somebody said: 表示. */
    boolean isSpeech(char first, char second) {
        return speech.contains(String.valueOf(first) + second);
    }
}
