package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a page is set: whether its paragraphs begin set in by two characters ({@code 　　本报讯…}), and whether an empty
 * line stands behind every printed line.
 *
 * @param lines the lines, empty lines that stand behind every line taken out
 * @param setIn whether paragraphs begin set in, the lines below them at the margin
 * @param column columns that most full lines of the page take, a hanging mark included; 0 where they do not agree
 * @param measure columns that more lines of the page take than any other number; 0 where {@code column} is 0
 */
record Setting(List<Line> lines, boolean setIn, int column, int measure) {
    /** Columns by which a paragraph's first line is set in, at least. */
    static final int INDENT = 3;

    private static final int FEWEST_LINES = 5;
    /** Columns up to which widths are counted rather than compared. */
    private static final int COUNTED = 128;
    /** Columns by which a full line may fall short of the others: a mark that may not begin a line, a long number. */
    static final int SLACK = 5;
    /** Columns that a paragraph's first line is set in by. */
    static final int FIRST_INDENT = 4;
    /** Of so many lines at least one is a full one. */
    private static final int NEAR_SHARE = 3;

    static Setting of(List<Line> lines) {
        List<Line> close = isDoubleSpaced(lines) ? closed(lines) : lines;
        int indented = 0;
        int hanging = 0;
        for (int i = 0; i < close.size(); i++) {
            indented += close.get(i).indent() >= INDENT ? 1 : 0;
            hanging += i > 0 && isHanging(close.get(i - 1), close.get(i)) ? 1 : 0;
        }
        int[] reaches = new int[close.size()];
        for (int i = 0; i < reaches.length; i++) {
            reaches[i] = reach(close.get(i));
        }
        sort(reaches);
        int column = column(reaches);
        return new Setting(close, hanging > 0 && hanging * 4 >= indented, column, column == 0 ? 0 : measure(reaches));
    }

    /** Sorts widths: nearly all are small, so that they can be counted. */
    static void sort(int[] widths) {
        boolean few = widths.length < COUNTED / 2;
        if (few || Arrays.stream(widths).max().orElse(0) >= COUNTED) {
            Arrays.sort(widths);
            return;
        }
        int[] counts = new int[COUNTED];
        for (int width : widths) {
            counts[width]++;
        }
        int at = 0;
        for (int width = 0; width < COUNTED; width++) {
            Arrays.fill(widths, at, at + counts[width], width);
            at += counts[width];
        }
    }

    /** The number that occurs most often; of several the largest. */
    private static int measure(int[] sorted) {
        int best = 0;
        int most = 0;
        int start = 0;
        for (int i = 0; i < sorted.length; i++) {
            start = sorted[i] == sorted[start] ? start : i;
            if (i - start + 1 >= most) {
                most = i - start + 1;
                best = sorted[i];
            }
        }
        return best;
    }

    private static int column(int[] reaches) {
        if (reaches.length < FEWEST_LINES) {
            return 0;
        }
        int column = commonest(reaches);
        int near = 0;
        for (int reach : reaches) {
            near += reach >= column - SLACK && reach <= column ? 1 : 0;
        }
        return near * NEAR_SHARE >= reaches.length ? column : 0;
    }

    /** Columns that a line takes, its setting in counted. */
    static int reach(Line line) {
        return line.width() + (line.indent() >= INDENT ? FIRST_INDENT : 0);
    }

    /** The width that most come near to from below; of several the one in the middle. */
    static int commonest(int[] sorted) {
        int middle = sorted[sorted.length / 2];
        int best = 0;
        int most = 0;
        int low = 0;
        for (int high = 0; high < sorted.length; high++) {
            while (sorted[low] < sorted[high] - SLACK) {
                low++;
            }
            int near = high - low + 1;
            boolean nearer = Math.abs(sorted[high] - middle) <= Math.abs(best - middle);
            if (near > most || (near == most && nearer)) {
                most = near;
                best = sorted[high];
            }
        }
        return best;
    }

    /** Whether a line fills the page's column. */
    boolean fills(Line line) {
        int reach = reach(line);
        return column > 0 && reach >= column - SLACK + 1 && reach <= column + SLACK;
    }

    private static boolean isHanging(Line line, Line next) {
        return line.indent() >= INDENT && next.indent() < INDENT && next.gap() == 0 && next.level() == 0;
    }

    /** Lines of about one width, nearly all apart by one empty line, most of which end where no sentence does. */
    private static boolean isDoubleSpaced(List<Line> lines) {
        int pairs = lines.size() - 1;
        int apart = 0;
        for (int i = 1; i < lines.size(); i++) {
            apart += lines.get(i).gap() == 1 && lines.get(i).level() == 0 ? 1 : 0;
        }
        return lines.size() >= FEWEST_LINES && apart * 10 >= pairs * 9 && torn(lines) * 2 >= pairs;
    }

    /** How many of the lines but the last are full and end where no sentence does. */
    private static int torn(List<Line> lines) {
        int widest = 0;
        for (Line line : lines) {
            widest = Math.max(widest, line.width());
        }
        int torn = 0;
        for (int i = 0; i < lines.size() - 1; i++) {
            Line line = lines.get(i);
            torn += line.width() >= widest - SLACK && !Characters.isTerminal(line.last()) ? 1 : 0;
        }
        return torn;
    }

    private static List<Line> closed(List<Line> lines) {
        List<Line> closed = new ArrayList<>(lines.size());
        for (Line line : lines) {
            closed.add(line.withGap(Math.max(0, line.gap() - 1)));
        }
        return closed;
    }
}
