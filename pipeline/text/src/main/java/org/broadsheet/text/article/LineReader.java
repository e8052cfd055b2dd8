package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a page into its printed lines and takes off Markdown's marks: {@code **红马甲**} is {@code 红马甲}. Linear: each
 * character of a line without marks is looked at once, and what all its characters are is kept with the line.
 */
final class LineReader {
    private static final int RULE_GAP = 3;
    private static final int TAB = 4;
    private static final String RULES = "-*_=—─━·";
    private static final int STRANGE = Kinds.HIDDEN | Kinds.SURROGATE;

    private final char[] page;
    private final List<Line> lines = new ArrayList<>();
    private int gap;

    private LineReader(String page) {
        this.page = page.toCharArray();
    }

    /** The lines that hold something, in the order of the page. */
    static List<Line> read(String page) {
        LineReader reader = new LineReader(page);
        int start = 0;
        while (start < reader.page.length) {
            int end = reader.readLine(start);
            boolean twoCharacters =
                    end + 1 < reader.page.length && reader.page[end] == '\r' && reader.page[end + 1] == '\n';
            start = end + (twoCharacters ? 2 : 1);
        }
        return reader.lines;
    }

    /** Reads the line that begins at {@code start}; where it ends. */
    private int readLine(int start) {
        int first = start;
        int indent = 0;
        while (first < page.length && isBlank(first)) {
            char c = page[first];
            indent += isHidden(first) ? 0 : c == '\t' ? TAB : width(c);
            first++;
        }
        int kinds = 0;
        int content = 0;
        int wide = 0;
        int end = first;
        while (end < page.length) {
            int kind = Kinds.of(page[end]);
            if ((kind & Kinds.LINE_BREAK) != 0) {
                break;
            }
            kinds |= kind;
            content += kind & Kinds.CONTENT;
            wide += kind & Kinds.WIDE;
            end++;
        }
        if (first == end) {
            gap++;
        } else if ((kinds & (STRANGE | Kinds.STAR)) != 0 || isMarkup(page[first]) || isBlank(end - 1)) {
            addMarked(shown(first, end), indent);
        } else {
            int width = end - first + wide / Kinds.WIDE;
            add(new Line(CleanText.verbatim(page, first, end).known(kinds, content), 0, indent, gap, width));
        }
        return end;
    }

    private void add(Line line) {
        lines.add(line);
        gap = 0;
    }

    private boolean isBlank(int index) {
        int kind = Kinds.of(page[index]);
        return (kind & Kinds.LINE_BREAK) == 0 && ((kind & Kinds.SPACE) != 0 || isHidden(index));
    }

    private boolean isHidden(int index) {
        int kind = Kinds.of(page[index]);
        return (kind & STRANGE) != 0 && ((kind & Kinds.HIDDEN) != 0 || isLoneSurrogate(index));
    }

    private boolean isLoneSurrogate(int index) {
        char c = page[index];
        if (Character.isHighSurrogate(c)) {
            return index + 1 >= page.length || !Character.isLowSurrogate(page[index + 1]);
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(page[index - 1]));
    }

    private static boolean isMarkup(char c) {
        return (Kinds.of(c) & Kinds.MARKUP) != 0;
    }

    private static int width(char c) {
        return (Kinds.of(c) & Kinds.WIDE) == 0 ? 1 : 2;
    }

    /** The characters that show something. */
    private CleanText shown(int start, int end) {
        int hidden = nextHidden(start, end);
        CleanText printed = CleanText.verbatim(page, start, end);
        if (hidden == end) {
            return printed;
        }
        CleanTextBuilder builder = new CleanTextBuilder(end - start);
        int shown = start;
        for (int next = hidden; next < end; next = nextHidden(shown, end)) {
            builder.append(printed, shown - start, next - start);
            shown = next + 1;
        }
        builder.append(printed, shown - start, end - start);
        return builder.build();
    }

    private int nextHidden(int start, int end) {
        int at = start;
        while (at < end && !isHidden(at)) {
            at++;
        }
        return at;
    }

    /** Adds a line that may have marks of Markdown, or be a rule. */
    private void addMarked(CleanText raw, int indent) {
        int level = level(raw);
        CleanText text = withoutStars(raw.slice(level == 0 ? markEnd(raw) : level, raw.length()));
        int start = text.behind(Kinds.SPACE, 0);
        int end = text.length();
        while (end > start
                && (Characters.isSpace(text.charAt(end - 1)) || (level > 0 && text.charAt(end - 1) == '#'))) {
            end--;
        }
        if (start == end) {
            gap++;
        } else if (isRule(text, start, end)) {
            gap += RULE_GAP;
        } else {
            CleanText bare = text.slice(start, end);
            add(new Line(bare, level, indent, gap, bare.length() + bare.countOf(Kinds.WIDE)));
        }
    }

    private static int level(CleanText raw) {
        int level = 0;
        while (level < raw.length() && raw.charAt(level) == '#') {
            level++;
        }
        boolean heading = level > 0 && level <= 6 && level < raw.length() && !Characters.isDigit(raw.charAt(level));
        return heading ? level : 0;
    }

    /** Behind the mark of a list item or a quotation: {@code - }, {@code > }; the sign of {@code >3} stays. */
    private static int markEnd(CleanText raw) {
        if (raw.length() < 2) {
            return 0;
        }
        char mark = raw.charAt(0);
        boolean item = (mark == '-' || mark == '*' || mark == '+') && raw.charAt(1) == ' ';
        boolean quotation = mark == '>' && !Characters.isDigit(raw.charAt(1));
        return item || quotation ? 1 : 0;
    }

    private static CleanText withoutStars(CleanText raw) {
        int stars = stars(raw, 0);
        if (stars == raw.length()) {
            return raw;
        }
        CleanTextBuilder builder = new CleanTextBuilder(raw.length());
        int shown = 0;
        while (shown < raw.length()) {
            builder.append(raw, shown, stars);
            shown = Math.min(stars + 2, raw.length());
            stars = stars(raw, shown);
        }
        return builder.build();
    }

    /** Where two stars stand next; the length where none do. */
    private static int stars(CleanText raw, int from) {
        int star = raw.indexOf('*', from);
        while (star >= 0 && !raw.hasAt("**", star)) {
            star = raw.indexOf('*', star + 1);
        }
        return star < 0 ? raw.length() : star;
    }

    private static boolean isRule(CleanText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (RULES.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
