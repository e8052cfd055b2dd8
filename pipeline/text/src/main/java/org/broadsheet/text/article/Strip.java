package org.broadsheet.text.article;

import java.util.List;

/**
 * A paragraph or heading with its lines joined, spaces as printed: {@code 连日来，昔阳县界都乡设立“田间课堂”，…}.
 *
 * @param level of a Markdown heading, else 0
 * @param indent columns of white space before its first line
 * @param gap empty lines before it
 * @param lines how many printed lines it was
 * @param firstWidth columns of its first line
 * @param listed whether it is an entry of a list of names: {@code 瑞安：晴，27℃—36℃}
 * @param reach columns that its last line takes, its setting in counted
 * @param inserted whether it was printed in the middle of another's paragraph, which now stands before it
 */
record Strip(
        CleanText text,
        int level,
        int indent,
        int gap,
        int lines,
        int firstWidth,
        int reach,
        boolean listed,
        boolean inserted) {
    /** The parts of a paragraph as one, in the order in which they are to be read. */
    static Strip joined(List<Strip> parts) {
        Strip first = parts.get(0);
        if (parts.size() == 1) {
            return first;
        }
        int length = 0;
        int lines = 0;
        for (Strip part : parts) {
            length += part.text().length();
            lines += part.lines();
        }
        CleanTextBuilder builder = new CleanTextBuilder(length, lines);
        for (Strip part : parts) {
            builder.append(part.text());
        }
        int reach = parts.get(parts.size() - 1).reach;
        return new Strip(
                builder.build(), first.level, first.indent, first.gap, lines, first.firstWidth, reach, false, false);
    }

    /** The same, printed in the middle of a paragraph. */
    Strip asInserted() {
        return new Strip(text, level, indent, gap, lines, firstWidth, reach, listed, true);
    }

    /** The same, taken for a paragraph of its own though it is not set in: which one it belongs to cannot be told. */
    Strip asParagraph() {
        return new Strip(text, level, Setting.FIRST_INDENT, gap, lines, firstWidth, reach, listed, inserted);
    }

    char last() {
        return text.last();
    }
}
