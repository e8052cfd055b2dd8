package org.broadsheet.text.article;

/**
 * Text that stood in the page more than once by error.
 *
 * @param article index of the article it stands in
 * @param text what was repeated, as in the copy that stays
 * @param times how often it stood there, the copy that stays counted
 * @param removed how many copies were removed, at least 1
 */
public record Repeat(int article, String text, int times, int removed, Kind kind) {
    /** How much was repeated. */
    public enum Kind {
        /** A stretch that follows itself: {@code …进行调配;…进行调配;}. */
        LOOP,
        CLAUSE,
        SENTENCE,
        PARAGRAPH
    }
}
