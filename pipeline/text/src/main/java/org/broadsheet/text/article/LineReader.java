package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a page into its printed lines and takes off Markdown's marks: {@code **红马甲**} is {@code 红马甲}. Linear.
 */
final class LineReader {
    private static final int RULE_GAP = 3;

    private final String page;
    /** The same: each is looked at several times. */
    private final char[] characters;

    private final List<Line> lines = new ArrayList<>();
    private int gap;

    private LineReader(String page) {
        this.page = page;
        this.characters = page.toCharArray();
    }

    /** The lines that hold something, in the order of the page. */
    static List<Line> read(String page) {
        LineReader reader = new LineReader(page);
        char[] characters = reader.characters;
        int start = 0;
        while (start <= page.length()) {
            int end = start;
            while (end < page.length() && !Characters.isLineBreak(characters[end])) {
                end++;
            }
            reader.readLine(start, end);
            boolean twoCharacters = page.startsWith("\r\n", end);
            start = end + (twoCharacters ? 2 : 1);
        }
        return reader.lines;
    }

    private void readLine(int start, int end) {
        int first = start;
        int indent = 0;
        while (first < end && (Characters.isSpace(characters[first]) || isHidden(first))) {
            char c = characters[first];
            indent += isHidden(first) ? 0 : c == '\t' ? 4 : Characters.width(c);
            first++;
        }
        if (first == end) {
            gap++;
            return;
        }
        int hidden = nextHidden(first, end);
        boolean verbatim = hidden == end;
        add(verbatim ? CleanText.verbatim(page.substring(first, end), first) : shown(first, hidden, end), indent);
    }

    /** The characters that show something; the first that does not stands at {@code hidden}. */
    private CleanText shown(int start, int hidden, int end) {
        CleanTextBuilder builder = new CleanTextBuilder(end - start);
        int shown = start;
        int next = hidden;
        while (next < end) {
            builder.appendVerbatim(page, shown, next);
            shown = next + 1;
            next = nextHidden(shown, end);
        }
        builder.appendVerbatim(page, shown, end);
        return builder.build();
    }

    private int nextHidden(int start, int end) {
        int at = start;
        while (at < end && !isHidden(at)) {
            at++;
        }
        return at;
    }

    private boolean isHidden(int index) {
        char c = characters[index];
        if (c >= '\u3000' && c < '\uD800') {
            return false;
        }
        return Characters.isInvisible(c) || (Character.isSurrogate(c) && isLoneSurrogate(index));
    }

    private boolean isLoneSurrogate(int index) {
        char c = characters[index];
        if (Character.isHighSurrogate(c)) {
            return index + 1 >= page.length() || !Character.isLowSurrogate(characters[index + 1]);
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(characters[index - 1]));
    }

    private void add(CleanText raw, int indent) {
        int level = level(raw);
        CleanText text = withoutStars(raw.slice(level == 0 ? markEnd(raw) : level, raw.length()));
        int start = 0;
        int end = text.length();
        while (start < end && Characters.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start
                && (Characters.isSpace(text.charAt(end - 1)) || (level > 0 && text.charAt(end - 1) == '#'))) {
            end--;
        }
        if (start == end) {
            gap++;
        } else if (isRule(text, start, end)) {
            gap += RULE_GAP;
        } else {
            lines.add(Line.of(text.slice(start, end), level, indent, gap));
            gap = 0;
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

    /** Behind the mark of a list item or a quotation: {@code - }, {@code > }. */
    private static int markEnd(CleanText raw) {
        if (raw.length() < 2) {
            return 0;
        }
        char mark = raw.charAt(0);
        boolean item = (mark == '-' || mark == '*' || mark == '+') && raw.charAt(1) == ' ';
        return item || mark == '>' ? 1 : 0;
    }

    private static CleanText withoutStars(CleanText raw) {
        if (raw.toString().indexOf("**") < 0) {
            return raw;
        }
        CleanTextBuilder builder = new CleanTextBuilder();
        int i = 0;
        while (i < raw.length()) {
            if (raw.charAt(i) == '*' && i + 1 < raw.length() && raw.charAt(i + 1) == '*') {
                i += 2;
            } else {
                builder.append(raw, i, i + 1);
                i++;
            }
        }
        return builder.build();
    }

    private static boolean isRule(CleanText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if ("-*_=—─━·".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
