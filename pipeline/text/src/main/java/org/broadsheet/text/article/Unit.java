package org.broadsheet.text.article;

/**
 * A paragraph, heading or line of names, sorted but not yet given to an article: {@code 记者 王勇} is a byline.
 *
 * @param level of a Markdown heading, else 0
 * @param gap empty lines before it
 * @param opens whether a report begins with it ({@code 本报讯 …})
 * @param closes whether a report ends with it: a signature or a jump stands at its end
 * @param spacedOut whether it was printed letter by letter, as headlines are
 * @param inserted whether it was printed in the middle of the paragraph before it
 */
record Unit(
        Kind kind,
        CleanText text,
        int level,
        int gap,
        boolean opens,
        boolean closes,
        boolean spacedOut,
        boolean inserted) {
    /** What it is by its looks. */
    enum Kind {
        HEADING,
        BODY,
        BYLINE,
        /** Names who took the picture: closes a caption. */
        CREDIT,
        JUMP,
        /** Names who made the page, or the paper and the day. */
        MASTHEAD
    }

    /** The same, closing its report. */
    Unit closing() {
        return new Unit(kind, text, level, gap, opens, true, spacedOut, inserted);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
