package org.broadsheet.text.article;

/**
 * A paragraph or heading with its lines joined, spaces as printed: {@code 连日来，昔阳县界都乡设立“田间课堂”，…}.
 *
 * @param level of a Markdown heading, else 0
 * @param indent columns of white space before its first line
 * @param gap empty lines before it
 * @param lines how many printed lines it was
 * @param firstWidth columns of its first line
 */
record Strip(CleanText text, int level, int indent, int gap, int lines, int firstWidth) {
    char last() {
        return text.charAt(text.length() - 1);
    }
}
