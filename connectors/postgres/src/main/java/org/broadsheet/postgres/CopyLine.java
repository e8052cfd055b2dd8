package org.broadsheet.postgres;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of PostgreSQL's COPY text format: {@code 迎泽区<tab>795<tab>\N}, without the end of the line.
 *
 * <p>What PostgreSQL cannot hold (U+0000, halves of surrogate pairs) becomes U+FFFD, one for one, so that no offset
 * moves. Not thread-safe.
 */
final class CopyLine {
    private static final String NULL = "\\N";
    private static final char REPLACEMENT = '\uFFFD';
    /** Years that PostgreSQL's {@code date} holds; it writes the year before 1 as 1 BC. */
    private static final int FIRST_YEAR = -4711;

    private static final int LAST_YEAR = 5_874_896;

    private final StringBuilder line = new StringBuilder(128);
    private boolean begun;

    CopyLine text(@Nullable String value) {
        if (value == null) {
            return raw(NULL);
        }
        separate();
        escape(storable(value));
        return this;
    }

    CopyLine number(long value) {
        return raw(Long.toString(value));
    }

    CopyLine flag(boolean value) {
        return raw(value ? "t" : "f");
    }

    /** A day in epoch days, in the calendar of every year that there is. */
    CopyLine day(int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        if (day.getYear() < FIRST_YEAR) {
            return raw("-infinity");
        }
        if (day.getYear() > LAST_YEAR) {
            return raw("infinity");
        }
        separate();
        pad(day.get(ChronoField.YEAR_OF_ERA), 4);
        line.append('-');
        pad(day.getMonthValue(), 2);
        line.append('-');
        pad(day.getDayOfMonth(), 2);
        line.append(day.getYear() < 1 ? " BC" : "");
        return this;
    }

    /** A {@code text[]}: every element is quoted. */
    CopyLine array(List<String> elements) {
        StringBuilder literal = new StringBuilder("{");
        for (String element : elements) {
            literal.append(literal.length() > 1 ? ",\"" : "\"");
            literal.append(storable(element).replace("\\", "\\\\").replace("\"", "\\\""));
            literal.append('"');
        }
        return text(literal.append('}').toString());
    }

    /** {@code count} columns without a value. */
    CopyLine nulls(int count) {
        for (int i = 0; i < count; i++) {
            raw(NULL);
        }
        return this;
    }

    @Override
    public String toString() {
        return line.toString();
    }

    /** The text with everything that PostgreSQL cannot hold replaced; of the same length. */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!storable(text, i)) {
                return replaced(text, i);
            }
        }
        return text;
    }

    private static String replaced(String text, int from) {
        StringBuilder mended = new StringBuilder(text);
        for (int i = from; i < text.length(); i++) {
            if (!storable(text, i)) {
                mended.setCharAt(i, REPLACEMENT);
            }
        }
        return mended.toString();
    }

    private static boolean storable(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        return c != 0;
    }

    private CopyLine raw(String value) {
        separate();
        line.append(value);
        return this;
    }

    private void separate() {
        if (begun) {
            line.append('\t');
        }
        begun = true;
    }

    private void pad(int value, int digits) {
        String plain = Integer.toString(value);
        line.append("0".repeat(Math.max(0, digits - plain.length()))).append(plain);
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }
}
