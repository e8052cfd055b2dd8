package org.broadsheet.text.article;

/**
 * A line of the page as printed, marks and invisible characters taken off: {@code ## 凝聚万众心 守护一座城} is a line
 * of level 2.
 *
 * @param text without spaces at its ends, never empty
 * @param level of a Markdown heading, 1 to 6; 0 for any other line
 * @param indent columns of white space before it
 * @param gap empty lines before it
 */
record Line(CleanText text, int level, int indent, int gap) {
    /** Columns of print, spaces counted. */
    int width() {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += Characters.width(text.charAt(i));
        }
        return width;
    }

    char last() {
        return text.charAt(text.length() - 1);
    }
}
