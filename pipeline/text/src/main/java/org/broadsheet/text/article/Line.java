package org.broadsheet.text.article;

/**
 * A line of the page as printed, marks and invisible characters taken off: {@code ## 凝聚万众心 守护一座城} is a line
 * of level 2.
 *
 * @param text without spaces at its ends, never empty
 * @param level of a Markdown heading, 1 to 6; 0 for any other line
 * @param indent columns of white space before it
 * @param gap empty lines before it
 * @param width columns of print, spaces counted
 */
record Line(CleanText text, int level, int indent, int gap, int width) {
    /** The same line with other empty space before it. */
    Line withGap(int newGap) {
        return new Line(text, level, indent, newGap, width);
    }

    char last() {
        return text.last();
    }
}
