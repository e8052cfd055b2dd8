package org.broadsheet.bench.wear;

/**
 * One thing that was done to a clean text: {@code 送菜上门} printed three times more.
 *
 * @param start first character of the clean text it was done to; what a copy was made of
 * @param end behind the last one
 * @param copies how many copies were put in; 0 where nothing was
 * @param misread how many characters of a copy differ from its original
 */
public record Injury(Kind kind, int start, int end, int copies, int misread) {
    /** What was done. */
    public enum Kind {
        /** Copies right behind the stretch. */
        LOOP,
        /** A later copy of a sentence. */
        SENTENCE,
        /** A later copy of a paragraph. */
        PARAGRAPH,
        /** A wrong character. */
        MISREAD,
        /** A mark set in another width, or as another mark of its kind. */
        PUNCTUATION,
        /** A paragraph torn in two, lines of another between. */
        TEAR
    }

    /** Whether text was put in that has to go. */
    public boolean isCopy() {
        return copies > 0;
    }
}
