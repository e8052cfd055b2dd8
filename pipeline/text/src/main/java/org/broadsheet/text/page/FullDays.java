package org.broadsheet.text.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Finds a day written with its year: {@code 2022年11月22日}, {@code 2022-11-22}, {@code 2022.11.22},
 * {@code ２０２２年１１月２２日}, {@code 二〇二二年十一月二十二日}, spaces between them allowed.
 */
final class FullDays {
    private static final String NUMERALS = "〇一二三四五六七八九";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final String text;
    private final int end;
    private int at;

    private FullDays(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** The first full day between two offsets as epoch days, or null. Linear in the distance. */
    static @Nullable Integer first(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            boolean begins = digit(text.charAt(i)) >= 0 && (i == start || digit(text.charAt(i - 1)) < 0);
            Integer day = begins ? new FullDays(text, i, end).read() : null;
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private @Nullable Integer read() {
        int year = year();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return null;
        }
        char separator = next();
        if (separator != '年' && separator != '-' && separator != '.' && separator != '/') {
            return null;
        }
        int month = small();
        char second = next();
        if (second != (separator == '年' ? '月' : separator)) {
            return null;
        }
        int day = small();
        if (separator == '年' && next() != '日') {
            return null;
        }
        try {
            return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
        } catch (DateTimeException none) {
            return null;
        }
    }

    private int year() {
        int year = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < end ? digit(text.charAt(at)) : -1;
            if (digit < 0) {
                return -1;
            }
            year = year * 10 + digit;
            at++;
        }
        return year;
    }

    /** A month or a day: one or two digits, or a numeral with 十; -1 where there is none. */
    private int small() {
        skipSpaces();
        int value = -1;
        for (int i = 0; i < 3 && at < end; i++) {
            char c = text.charAt(at);
            int digit = digit(c);
            if (c == '十') {
                value = value < 0 ? 10 : value * 10;
            } else if (digit >= 0) {
                boolean afterTen = value >= 10 && value % 10 == 0 && text.charAt(at - 1) == '十';
                value = value < 0 ? digit : afterTen ? value + digit : value * 10 + digit;
            } else {
                break;
            }
            at++;
        }
        return value;
    }

    private char next() {
        skipSpaces();
        return at < end ? text.charAt(at++) : '\0';
    }

    private void skipSpaces() {
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\u3000')) {
            at++;
        }
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= '０' && c <= '９') {
            return c - '０';
        }
        return c == '○' || c == '零' || c == 'Ｏ' ? 0 : NUMERALS.indexOf(c);
    }
}
