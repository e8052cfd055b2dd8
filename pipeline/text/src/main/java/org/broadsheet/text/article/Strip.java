package org.broadsheet.text.article;

/**
 * A paragraph or heading with its lines joined, spaces as printed: {@code 连日来，昔阳县界都乡设立“田间课堂”，…}.
 *
 * @param level of a Markdown heading, else 0
 * @param indent columns of white space before its first line
 * @param gap empty lines before it
 * @param lines how many printed lines it was
 * @param firstWidth columns of its first line
 * @param listed whether it is an entry of a list of names: {@code 瑞安：晴，27℃—36℃}
 * @param inserted whether it was printed in the middle of another's paragraph, which now stands before it
 */
record Strip(
        CleanText text, int level, int indent, int gap, int lines, int firstWidth, boolean listed, boolean inserted) {
    /** The same, printed in the middle of a paragraph. */
    Strip asInserted() {
        return new Strip(text, level, indent, gap, lines, firstWidth, listed, true);
    }

    char last() {
        return text.charAt(text.length() - 1);
    }
}
