package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins the wrapped lines of a paragraph: {@code …昔阳县界都乡设立} and {@code “田间课堂”，…} are one, {@code 本报记者
 * 孟 非} stays a line of its own. Linear.
 */
final class LineJoiner {
    /** Prose is not set wider than this, in columns; longer lines are paragraphs. */
    private static final int WIDEST_COLUMN = 130;

    private static final int LARGEST_HEAD = 3;
    private static final int LARGEST_HEAD_OVER_PROSE = 6;
    private static final int PROSE_CONTENT = 40;
    private static final int LONGEST_ITEM_NAME = 16;

    private final Credits credits;
    private final Headings headings;
    private final Jumps jumps;
    private final ColumnMender columns;
    private final TearMender mender;

    LineJoiner(Credits credits, Headings headings, Jumps jumps) {
        this.credits = credits;
        this.headings = headings;
        this.jumps = jumps;
        this.columns = new ColumnMender(credits, headings, jumps);
        this.mender = new TearMender(credits, headings, jumps);
    }

    /** The paragraphs and headings that the lines make, in the order of the page. */
    List<Strip> join(List<Line> printed) {
        Setting setting = Setting.of(printed);
        List<Line> lines = setting.lines();
        List<Strip> strips = new ArrayList<>();
        int start = 0;
        while (start < lines.size()) {
            int end = start + 1;
            while (end < lines.size() && lines.get(end).gap() == 0) {
                end++;
            }
            List<Line> block = lines.subList(start, end);
            int head = setting.setIn() ? headOver(block) : 0;
            if (head > 0) {
                joinBlock(block.subList(0, head), setting, strips);
            }
            joinBlock(block.subList(head, block.size()), setting, strips);
            start = end;
        }
        return mender.mend(columns.mend(strips, setting), setting.setIn());
    }

    /** How many lines stand as headings over the first paragraph that is set in. */
    private int headOver(List<Line> block) {
        int head = 0;
        while (head < block.size() && block.get(head).indent() < Setting.INDENT) {
            if (head == LARGEST_HEAD_OVER_PROSE) {
                return 0;
            }
            head++;
        }
        if (head == 0 || head == block.size()) {
            return 0;
        }
        int column = columnWidth(block.subList(head, block.size()));
        boolean fullToTheLast = head > 1;
        for (int i = 0; i < head; i++) {
            Line line = block.get(i);
            if (!headings.looksLike(line.text(), line.level()) && !standsAlone(line)) {
                return 0;
            }
            fullToTheLast &= i == head - 1 || isNear(line.width(), column);
        }
        return fullToTheLast ? 0 : head;
    }

    private static boolean isNear(int width, int column) {
        return width >= column - Setting.SLACK && width <= column + Setting.SLACK;
    }

    /** Lines without an empty line between them. */
    private void joinBlock(List<Line> block, Setting setting, List<Strip> strips) {
        if (block.isEmpty()) {
            return;
        }
        int width = columnWidth(block);
        boolean list = isList(block);
        int column = !list && width <= WIDEST_COLUMN && isWrapped(block, width) ? width : 0;
        boolean[] alone = new boolean[block.size()];
        for (int i = 0; i < alone.length; i++) {
            alone[i] = block.get(i).level() > 0 || standsAlone(block.get(i));
        }
        int start = 0;
        while (start < block.size()) {
            int end = start + 1;
            while (end < block.size()
                    && (isBegun(block, end, setting)
                            || (!alone[end - 1]
                                    && !alone[end]
                                    && goesOn(
                                            block.get(end - 1), block.get(end), end - 1 == start, column, setting)))) {
                end++;
            }
            strips.add(strip(block.subList(start, end), list));
            start = end;
        }
    }

    /** The width of the full lines, the end of a paragraph aside. */
    private static int columnWidth(List<Line> block) {
        Line last = block.get(block.size() - 1);
        boolean torn =
                !endsSentence(last.text()) && last.width() * 2 > block.get(0).width();
        int[] widths = new int[Math.max(1, torn ? block.size() : block.size() - 1)];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Setting.reach(block.get(i));
        }
        Arrays.sort(widths);
        return Setting.commonest(widths);
    }

    /** Prose whose lines end where the column ends rather than where a sentence does. */
    private boolean isWrapped(List<Line> block, int width) {
        int full = 0;
        int torn = 0;
        boolean prose = false;
        for (int i = 0; i < block.size(); i++) {
            Line line = block.get(i);
            prose |= hasClause(line);
            boolean isFull = i < block.size() - 1 && Setting.reach(line) >= width - Setting.SLACK;
            full += isFull ? 1 : 0;
            torn += isFull && !endsSentence(line.text()) ? 1 : 0;
        }
        return prose && torn > 0 && torn * 2 >= full && !isHead(block);
    }

    private static boolean isList(List<Line> block) {
        int named = 0;
        for (Line line : block) {
            named += isNamed(line) ? 1 : 0;
        }
        return block.size() >= LARGEST_HEAD && named * 5 >= block.size() * 4;
    }

    /** An entry of a list: {@code 瑞安：晴，27℃—36℃}. */
    private static boolean isNamed(Line line) {
        for (int i = 1; i < Math.min(LONGEST_ITEM_NAME, line.text().length()); i++) {
            char c = line.text().charAt(i);
            if (c == '：' || c == ':') {
                return true;
            }
            if (!Characters.isContent(c) && !Characters.isSpace(c)) {
                return false;
            }
        }
        return false;
    }

    /** Two or three lines that all look like headings: {@code 风雨中，他们一直都在}, {@code ——普陀区防台纪实}. */
    private boolean isHead(List<Line> block) {
        if (block.size() > LARGEST_HEAD) {
            return false;
        }
        int commas = 0;
        for (Line line : block) {
            commas += Headings.commas(line.text());
            if (commas > 1 || !headings.looksLike(line.text(), 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasClause(Line line) {
        for (int i = 0; i < line.text().length(); i++) {
            if (Characters.isClauseEnd(line.text().charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line set in, which fills the column, goes on in the line below it, which begins at the margin. */
    private static boolean isBegun(List<Line> block, int next, Setting setting) {
        Line line = block.get(next - 1);
        return setting.setIn()
                && line.indent() >= Setting.INDENT
                && block.get(next).indent() < Setting.INDENT
                && line.level() == 0
                && block.get(next).level() == 0
                && setting.fills(line);
    }

    private boolean goesOn(Line line, Line next, boolean first, int column, Setting setting) {
        boolean setInAnew = next.indent() >= Setting.INDENT && (line.indent() < Setting.INDENT || setting.setIn());
        boolean headline = first && Spacing.isAllSpaced(line.text()) && !Spacing.isAllSpaced(next.text());
        if (setInAnew || headline || opensAlways(next.text())) {
            return false;
        }
        boolean ended = endsSentence(line.text());
        if (column == 0 && ended && setting.fills(line) && !isItem(line, next)) {
            boolean closes = hasClause(next) && endsSentence(next.text());
            return next.indent() < Setting.INDENT && (closes || (setting.setIn() && setting.fills(next)));
        }
        if (column == 0) {
            return !ended && isProse(line) && !headings.looksLike(next.text(), 0) && !headings.opensReport(next.text());
        }
        boolean lostIndent = first && line.indent() < Setting.INDENT;
        boolean full = Setting.reach(line) >= column - Setting.SLACK - (lostIndent ? Setting.FIRST_INDENT : 0);
        if ((ended || !full) && opensAnother(line, next)) {
            return false;
        }
        boolean tooWide = line.width() > column + 2 * Setting.SLACK && headings.looksLike(line.text(), 0);
        return full ? !tooWide : !ended && !headings.looksLike(line.text(), 0);
    }

    private static boolean isItem(Line line, Line next) {
        return isNamed(line) || isNamed(next) || Headings.opensNumber(next.text());
    }

    private boolean opensAlways(CleanText text) {
        return headings.opensItem(text) || headings.opensWire(text) || jumps.from(text) > 0;
    }

    private boolean opensAnother(Line line, Line next) {
        boolean numbered =
                Headings.opensNumber(next.text()) && (endsSentence(line.text()) || "；;：:".indexOf(line.last()) >= 0);
        return numbered || headings.opensReport(next.text());
    }

    private static boolean isProse(Line line) {
        return Characters.contentUpTo(line.text(), PROSE_CONTENT) >= PROSE_CONTENT;
    }

    private boolean standsAlone(Line line) {
        return credits.standsAlone(line.text()) || jumps.isAlone(line.text());
    }

    private static Strip strip(List<Line> lines, boolean listed) {
        Line first = lines.get(0);
        if (lines.size() == 1) {
            return new Strip(
                    first.text(),
                    first.level(),
                    first.indent(),
                    first.gap(),
                    1,
                    first.width(),
                    Setting.reach(first),
                    listed,
                    false);
        }
        int length = 0;
        for (Line line : lines) {
            length += line.text().length();
        }
        CleanTextBuilder builder = new CleanTextBuilder(length);
        for (Line line : lines) {
            builder.append(line.text(), 0, line.text().length());
        }
        return new Strip(
                builder.build(),
                first.level(),
                first.indent(),
                first.gap(),
                lines.size(),
                first.width(),
                Setting.reach(lines.get(lines.size() - 1)),
                listed,
                false);
    }

    /** Whether the last sentence ends here, closing quotes and brackets aside. */
    static boolean endsSentence(CleanText text) {
        int at = text.length() - 1;
        while (at > 0 && (Characters.isClosing(text.charAt(at)) || Characters.isSpace(text.charAt(at)))) {
            at--;
        }
        return Characters.isTerminal(text.charAt(at));
    }
}
