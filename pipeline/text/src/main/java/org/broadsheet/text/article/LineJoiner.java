package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins the lines of a paragraph, wrapped or torn by columns: {@code …昔阳县界都乡设立} and {@code “田间课堂”，…} are
 * one paragraph, {@code 本报记者 孟 非} stays a line of its own. Linear.
 */
final class LineJoiner {
    /** Columns by which a full line may fall short of the others: a mark that may not begin a line, a long number. */
    private static final int SLACK = 5;
    /** Prose is not set wider than this, in columns; longer lines are paragraphs. */
    private static final int WIDEST_COLUMN = 100;

    /** Columns that a paragraph's first line was set in by. */
    private static final int FIRST_INDENT = 4;

    private static final int INDENT = 3;
    private static final int LARGEST_HEAD = 3;
    private static final int PROSE_CONTENT = 40;
    private static final int PROSE_LINES = 3;

    private final Credits credits;
    private final Headings headings;
    private final Jumps jumps;

    LineJoiner(Credits credits, Headings headings, Jumps jumps) {
        this.credits = credits;
        this.headings = headings;
        this.jumps = jumps;
    }

    /** The paragraphs and headings that the lines make, in the order of the page. */
    List<Strip> join(List<Line> lines) {
        List<Strip> strips = new ArrayList<>();
        int start = 0;
        while (start < lines.size()) {
            int end = start + 1;
            while (end < lines.size() && lines.get(end).gap() == 0) {
                end++;
            }
            joinBlock(lines.subList(start, end), strips);
            start = end;
        }
        return mendTears(strips);
    }

    /** Lines without an empty line between them. */
    private void joinBlock(List<Line> block, List<Strip> strips) {
        int width = columnWidth(block);
        int column = width <= WIDEST_COLUMN && isWrapped(block, width) ? width : 0;
        int start = 0;
        while (start < block.size()) {
            int end = start + 1;
            while (end < block.size() && goesOn(block.get(end - 1), block.get(end), end - 1 == start, column)) {
                end++;
            }
            strips.add(strip(block.subList(start, end)));
            start = end;
        }
    }

    private static int columnWidth(List<Line> block) {
        int[] widths = block.stream().mapToInt(Line::width).toArray();
        Arrays.sort(widths, 0, Math.max(1, widths.length - 1));
        return widths[Math.max(0, widths.length - 1) / 2];
    }

    /** Prose whose lines end where the column ends rather than where a sentence does. */
    private boolean isWrapped(List<Line> block, int width) {
        int full = 0;
        int torn = 0;
        boolean prose = false;
        for (int i = 0; i < block.size(); i++) {
            Line line = block.get(i);
            prose |= hasClause(line);
            boolean last = i == block.size() - 1;
            boolean isFull = !last && line.width() >= width - SLACK;
            full += isFull ? 1 : 0;
            torn += isFull && !endsSentence(line.text()) ? 1 : 0;
        }
        return prose && torn * 2 > full && !isHead(block);
    }

    /** Two or three lines that all look like headings: {@code 风雨中，他们一直都在}, {@code ——普陀区防台纪实}. */
    private boolean isHead(List<Line> block) {
        return block.size() <= LARGEST_HEAD
                && block.stream().allMatch(line -> headings.looksLike(line.text(), 0))
                && block.stream().mapToInt(line -> Headings.commas(line.text())).sum() <= 1;
    }

    private static boolean hasClause(Line line) {
        for (int i = 0; i < line.text().length(); i++) {
            if (Characters.isClauseEnd(line.text().charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean goesOn(Line line, Line next, boolean first, int column) {
        if (line.level() > 0 || next.level() > 0 || standsAlone(line) || standsAlone(next)) {
            return false;
        }
        boolean headline = first && Spacing.isAllSpaced(line.text()) && !Spacing.isAllSpaced(next.text());
        if (headline || (next.indent() >= INDENT && line.indent() < INDENT)) {
            return false;
        }
        boolean ended = endsSentence(line.text());
        if (column == 0) {
            return !ended && isProse(line) && !headings.looksLike(next.text(), 0) && !headings.opensReport(next.text());
        }
        boolean full = line.width() >= column - SLACK - (first ? FIRST_INDENT : 0);
        boolean tooWide = line.width() > column + 2 * SLACK && headings.looksLike(line.text(), 0);
        if (headings.opensReport(next.text()) && (ended || !full)) {
            return false;
        }
        return full ? !tooWide : !ended && !headings.looksLike(line.text(), 0);
    }

    private static boolean isProse(Line line) {
        return Characters.contentLength(line.text()) >= PROSE_CONTENT;
    }

    private boolean standsAlone(Line line) {
        return credits.isByline(line.text())
                || credits.isPictureCredit(line.text())
                || credits.isEditorLine(line.text())
                || credits.signatureStart(line.text()) == 0
                || jumps.isAlone(line.text());
    }

    private static Strip strip(List<Line> lines) {
        Line first = lines.get(0);
        CleanTextBuilder builder = new CleanTextBuilder();
        for (Line line : lines) {
            builder.append(line.text(), 0, line.text().length());
        }
        return new Strip(builder.build(), first.level(), first.indent(), first.gap(), lines.size(), first.width());
    }

    /** Joins paragraphs that a column tore: the first does not end, the second does not begin. */
    private List<Strip> mendTears(List<Strip> strips) {
        List<Strip> mended = new ArrayList<>();
        List<Strip> torn = new ArrayList<>();
        for (Strip strip : strips) {
            if (!torn.isEmpty() && !goesOn(torn.get(torn.size() - 1), strip)) {
                mended.add(joined(torn));
                torn.clear();
            }
            torn.add(strip);
        }
        if (!torn.isEmpty()) {
            mended.add(joined(torn));
        }
        return mended;
    }

    private static Strip joined(List<Strip> torn) {
        if (torn.size() == 1) {
            return torn.get(0);
        }
        CleanTextBuilder builder = new CleanTextBuilder();
        int lines = 0;
        for (Strip strip : torn) {
            builder.append(strip.text(), 0, strip.text().length());
            lines += strip.lines();
        }
        Strip first = torn.get(0);
        return new Strip(builder.build(), first.level(), first.indent(), first.gap(), lines, first.firstWidth());
    }

    private boolean goesOn(Strip strip, Strip next) {
        if (strip.level() > 0 || next.level() > 0 || next.indent() > INDENT || !isTorn(strip, next)) {
            return false;
        }
        Line line = new Line(next.text(), 0, 0, 0);
        return !standsAlone(line)
                && !headings.opensReport(next.text())
                && !(next.lines() == 1 && headings.looksLike(next.text(), 0));
    }

    private boolean isTorn(Strip strip, Strip next) {
        CleanText text = strip.text();
        boolean closed = endsSentence(text) || "：；:;".indexOf(strip.last()) >= 0;
        return !closed
                && !credits.isByline(text)
                && !credits.isPictureCredit(text)
                && credits.signatureStart(text) < 0
                && jumps.on(text) == 0
                && !Spacing.isAllSpaced(text)
                && !(strip.lines() == 1 && headings.looksLike(text, 0) && !isFirstLineOf(strip, next));
    }

    /**
     * Whether a single line is the beginning of a wrapped paragraph that a column tore: set in by two characters, it is a
     * little narrower than the full lines below it, which begin at the margin.
     */
    private static boolean isFirstLineOf(Strip line, Strip next) {
        int narrower = next.firstWidth() - line.firstWidth();
        boolean unbroken = line.text().chars().noneMatch(c -> Characters.isSpace((char) c));
        return next.lines() >= PROSE_LINES && narrower >= FIRST_INDENT - 1 && narrower <= FIRST_INDENT + 2 && unbroken;
    }

    /** Whether the last sentence ends here, closing quotes and brackets aside. */
    private static boolean endsSentence(CleanText text) {
        int at = text.length() - 1;
        while (at > 0 && (Characters.isClosing(text.charAt(at)) || Characters.isSpace(text.charAt(at)))) {
            at--;
        }
        return Characters.isTerminal(text.charAt(at));
    }
}
