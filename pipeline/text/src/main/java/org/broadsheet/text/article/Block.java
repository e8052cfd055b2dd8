package org.broadsheet.text.article;

import java.util.List;

/**
 * Lines without an empty line between them: {@code …昔阳县界都乡设立} and {@code “田间课堂”，…}.
 *
 * @param lines all lines of the page
 * @param start index of its first line
 * @param end index behind its last line
 */
record Block(List<Line> lines, int start, int end) {
    private static final int LONGEST_ITEM_NAME = 16;
    private static final int SHORTEST_LIST = 3;

    /** The lines from {@code start} on up to the next empty line. */
    static Block from(List<Line> lines, int start) {
        int end = start + 1;
        while (end < lines.size() && lines.get(end).gap() == 0) {
            end++;
        }
        return new Block(lines, start, end);
    }

    int size() {
        return end - start;
    }

    Line get(int index) {
        return lines.get(start + index);
    }

    /** Some of its lines. */
    Block part(int from, int to) {
        return new Block(lines, start + from, start + to);
    }

    /** The width of the full lines, the end of a paragraph aside. */
    int columnWidth() {
        Line last = get(size() - 1);
        boolean torn = !LineJoiner.endsSentence(last.text()) && last.width() * 2 > get(0).width();
        int[] widths = new int[Math.max(1, torn ? size() : size() - 1)];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Setting.reach(get(i));
        }
        Setting.sort(widths);
        return Setting.commonest(widths);
    }

    /** Whether most lines are entries of a list. */
    boolean isList() {
        int named = 0;
        for (int i = start; i < end; i++) {
            named += isNamed(lines.get(i)) ? 1 : 0;
        }
        return size() >= SHORTEST_LIST && named * 5 >= size() * 4;
    }

    /** An entry of a list: {@code 瑞安：晴，27℃—36℃}. */
    static boolean isNamed(Line line) {
        CleanText text = line.text();
        if (!text.has(Kinds.COLON)) {
            return false;
        }
        for (int i = 1; i < Math.min(LONGEST_ITEM_NAME, text.length()); i++) {
            int kind = Kinds.of(text.charAt(i));
            if ((kind & (Kinds.CONTENT | Kinds.SPACE)) == 0) {
                return (kind & Kinds.COLON) != 0;
            }
        }
        return false;
    }

    /** The lines as one. */
    Strip joined(boolean listed) {
        Line first = get(0);
        Line last = get(size() - 1);
        return new Strip(
                size() == 1 ? first.text() : text(),
                first.level(),
                first.indent(),
                first.gap(),
                size(),
                first.width(),
                Setting.reach(last),
                listed,
                false);
    }

    private CleanText text() {
        int length = 0;
        for (int i = start; i < end; i++) {
            length += lines.get(i).text().length();
        }
        CleanTextBuilder builder = new CleanTextBuilder(length, size());
        for (int i = start; i < end; i++) {
            builder.append(lines.get(i).text());
        }
        return builder.build();
    }
}
