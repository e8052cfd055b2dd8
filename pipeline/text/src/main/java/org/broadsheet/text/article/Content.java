package org.broadsheet.text.article;

import java.util.Arrays;

/**
 * What two texts must share to be copies: letters, Han characters and numbers, widths folded, each with its place in
 * the clean text. {@code 9，270 名；} is {@code 9270名}; the point in {@code 2.8} stays.
 */
final class Content {
    final char[] characters;
    /** Index of each character in the clean text. */
    final int[] places;

    private final CleanText text;

    private Content(CleanText text, char[] characters, int[] places) {
        this.text = text;
        this.characters = characters;
        this.places = places;
    }

    static Content of(CleanText text) {
        char[] characters = new char[text.length()];
        int[] places = new int[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Characters.isContent(c) || isPoint(text, i)) {
                characters[count] = Characters.fold(c);
                places[count++] = i;
            }
        }
        return new Content(text, Arrays.copyOf(characters, count), Arrays.copyOf(places, count));
    }

    private static boolean isPoint(CleanText text, int i) {
        char c = text.charAt(i);
        if (c == '%' || c == '％') {
            return true;
        }
        return (c == '.' || c == '．')
                && i > 0
                && i + 1 < text.length()
                && Characters.isDigit(text.charAt(i - 1))
                && Characters.isDigit(text.charAt(i + 1));
    }

    int length() {
        return characters.length;
    }

    /** Whether a clause ends behind the character at {@code index}: at most closing marks stand between. */
    boolean endsClause(int index) {
        int next = index + 1 < length() ? places[index + 1] : text.length();
        for (int i = places[index] + 1; i < next; i++) {
            if (Characters.isClauseEnd(text.charAt(i))) {
                return !isGrouping(i);
            }
        }
        return next == text.length();
    }

    /** The comma of {@code 1,052}. */
    private boolean isGrouping(int i) {
        return (text.charAt(i) == ',' || text.charAt(i) == '，')
                && i > 0
                && i + 1 < text.length()
                && Characters.isDigit(text.charAt(i - 1))
                && Characters.isDigit(text.charAt(i + 1));
    }

    /** Whether a sentence ends behind the character at {@code index}. */
    boolean endsSentence(int index) {
        int next = index + 1 < length() ? places[index + 1] : text.length();
        for (int i = places[index] + 1; i < next; i++) {
            if (Characters.isTerminal(text.charAt(i))) {
                return true;
            }
        }
        return next == text.length();
    }

    /** Whether the sentence that ends behind {@code index} is an exclamation or a question. */
    boolean isExclaimed(int index) {
        int next = index + 1 < length() ? places[index + 1] : text.length();
        for (int i = places[index] + 1; i < next; i++) {
            if ("！？!?".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether no punctuation stands between two characters. */
    boolean isUnbroken(int start, int end) {
        for (int i = places[start]; i < places[end - 1]; i++) {
            char c = text.charAt(i);
            if (!Characters.isContent(c) && !Characters.isSpace(c)) {
                return false;
            }
        }
        return true;
    }

    /** How many Han characters stand from {@code start} to {@code end}. */
    int countHan(int start, int end) {
        int han = 0;
        for (int i = start; i < end; i++) {
            han += Characters.isHan(characters[i]) ? 1 : 0;
        }
        return han;
    }

    /** The clean text from the character {@code start} to behind the character before {@code end}. */
    String shown(int start, int end) {
        return text.toString().substring(places[start], places[end - 1] + 1);
    }
}
