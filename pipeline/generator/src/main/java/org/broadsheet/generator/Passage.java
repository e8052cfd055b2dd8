package org.broadsheet.generator;

import java.util.List;

/**
 * A sentence as it is printed, with what it says.
 *
 * @param text {@code 迎泽区增设核酸采样点70余处，有效缓解了排队压力。}
 * @param wearable for each character whether it may be worn: not those of numbers, places and what is counted
 * @param said in the order of the text
 * @param wording names the sentence: copies, reprints and worn copies bear the name of the first
 */
record Passage(String text, String wearable, List<Said> said, long wording) {
    /** Stands in {@link #wearable} for a character that may be worn. */
    static final char WEARABLE = '1';
    /** Stands for one that must stay. */
    static final char FIRM = '0';

    /**
     * A figure in the sentence.
     *
     * @param start of the quote in the text
     * @param end behind the quote in the text
     */
    record Said(Quantity quantity, Where where, Span span, int start, int end) {}

    static Passage filler(String text, long wording) {
        return new Passage(text, String.valueOf(WEARABLE).repeat(text.length()), List.of(), wording);
    }

    static Passage firm(String text) {
        return new Passage(text, String.valueOf(FIRM).repeat(text.length()), List.of(), 0);
    }

    /** The same words, said to say nothing: a copy that must be removed. */
    Passage silent() {
        return new Passage(text, wearable, List.of(), wording);
    }

    /** This one with another text of the same length. */
    Passage reading(String other) {
        return new Passage(other, wearable, said, wording);
    }

    /** This one behind words that must stay: {@code 本报讯 3月18日，}. */
    Passage behind(String prefix) {
        List<Said> moved = said.stream()
                .map(one -> new Said(
                        one.quantity(),
                        one.where(),
                        one.span(),
                        one.start() + prefix.length(),
                        one.end() + prefix.length()))
                .toList();
        return new Passage(prefix + text, String.valueOf(FIRM).repeat(prefix.length()) + wearable, moved, wording);
    }
}
