package org.broadsheet.text.article;

import java.util.ArrayList;
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

    private final Printing printing;
    private final Headings headings;
    private final ColumnMender columns;
    private final TearMender mender;

    LineJoiner(Printing printing) {
        this.printing = printing;
        this.headings = printing.headings();
        this.columns = new ColumnMender(printing);
        this.mender = new TearMender(printing);
    }

    /** The paragraphs and headings that the lines make, in the order of the page. */
    List<Strip> join(List<Line> printed) {
        Setting setting = Setting.of(printed);
        List<Line> lines = setting.lines();
        List<Strip> strips = new ArrayList<>();
        int start = 0;
        while (start < lines.size()) {
            Block block = Block.from(lines, start);
            int head = setting.setIn() ? headOver(block) : 0;
            if (head > 0) {
                joinBlock(block.part(0, head), setting, strips);
            }
            joinBlock(block.part(head, block.size()), setting, strips);
            start = block.end();
        }
        return mender.mend(columns.mend(strips, setting), setting.setIn());
    }

    /** How many lines stand as headings over the first paragraph that is set in. */
    private int headOver(Block block) {
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
        int column = block.part(head, block.size()).columnWidth();
        boolean fullToTheLast = head > 1;
        for (int i = 0; i < head; i++) {
            Line line = block.get(i);
            if (!headings.looksLike(line.text(), line.level()) && !printing.standsAlone(line.text())) {
                return 0;
            }
            fullToTheLast &= i == head - 1 || isNear(line.width(), column);
        }
        return fullToTheLast ? 0 : head;
    }

    private static boolean isNear(int width, int column) {
        return width >= column - Setting.SLACK && width <= column + Setting.SLACK;
    }

    private void joinBlock(Block block, Setting setting, List<Strip> strips) {
        if (block.size() == 1) {
            strips.add(block.joined(false));
            return;
        }
        int width = block.columnWidth();
        boolean list = block.isList();
        int column = !list && width <= WIDEST_COLUMN && isWrapped(block, width) ? width : 0;
        boolean[] alone = new boolean[block.size()];
        for (int i = 0; i < alone.length; i++) {
            alone[i] = block.get(i).level() > 0
                    || printing.standsAlone(block.get(i).text());
        }
        int start = 0;
        while (start < block.size()) {
            int end = start + 1;
            while (end < block.size()
                    && !isHeadBetween(block, end, setting)
                    && (isBegun(block, end, setting)
                            || (!alone[end - 1]
                                    && !alone[end]
                                    && goesOn(
                                            block.get(end - 1), block.get(end), end - 1 == start, column, setting)))) {
                end++;
            }
            strips.add(block.part(start, end).joined(list));
            start = end;
        }
    }

    /**
     * Whether headings stand from a line on, over a paragraph that is set in: the line before ends a sentence, none of them does, as the
     * last line of a paragraph would.
     */
    private boolean isHeadBetween(Block block, int next, Setting setting) {
        if (!setting.setIn() || !endsSentence(block.get(next - 1).text())) {
            return false;
        }
        int end = next;
        while (end < block.size() && block.get(end).indent() < Setting.INDENT) {
            Line line = block.get(end);
            boolean heads = end - next < LARGEST_HEAD
                    && !endsSentence(line.text())
                    && headings.looksLike(line.text(), line.level());
            if (!heads) {
                return false;
            }
            end++;
        }
        return end > next && end < block.size();
    }

    /** Prose whose lines end where the column ends rather than where a sentence does. */
    private boolean isWrapped(Block block, int width) {
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

    /** Two or three lines that all look like headings: {@code 风雨中，他们一直都在}, {@code ——普陀区防台纪实}. */
    private boolean isHead(Block block) {
        if (block.size() > LARGEST_HEAD) {
            return false;
        }
        int commas = 0;
        for (int i = 0; i < block.size(); i++) {
            Line line = block.get(i);
            commas += Headings.commas(line.text());
            if (commas > 1 || !headings.looksLike(line.text(), 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasClause(Line line) {
        return line.text().has(Kinds.CLAUSE_END);
    }

    /** Whether a line set in, which fills the column or ends within a sentence, goes on in the line below it, which begins at the margin. */
    private static boolean isBegun(Block block, int next, Setting setting) {
        Line line = block.get(next - 1);
        return setting.setIn()
                && line.indent() >= Setting.INDENT
                && block.get(next).indent() < Setting.INDENT
                && line.level() == 0
                && block.get(next).level() == 0
                && (setting.fills(line) || (hasClause(line) && !endsSentence(line.text())));
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
        return Block.isNamed(line) || Block.isNamed(next) || Headings.opensNumber(next.text());
    }

    private boolean opensAlways(CleanText text) {
        return headings.opensItem(text)
                || headings.opensWire(text)
                || printing.jumps().from(text) > 0;
    }

    private boolean opensAnother(Line line, Line next) {
        boolean numbered =
                Headings.opensNumber(next.text()) && (endsSentence(line.text()) || "；;：:".indexOf(line.last()) >= 0);
        return numbered || headings.opensReport(next.text());
    }

    private static boolean isProse(Line line) {
        return line.text().contentUpTo(PROSE_CONTENT) >= PROSE_CONTENT;
    }

    /** Whether the last sentence ends here, closing quotes and brackets aside. */
    static boolean endsSentence(CleanText text) {
        int at = text.length() - 1;
        while (at > 0 && (Characters.isClosing(text.charAt(at)) || Characters.isSpace(text.charAt(at)))) {
            at--;
        }
        return Characters.isTerminal(text.charAt(at)) || Punctuation.isStop(text, at);
    }
}
