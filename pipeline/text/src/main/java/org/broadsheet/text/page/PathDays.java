package org.broadsheet.text.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the day in an address or a key, as press systems file their pages: {@code html/2022-11/22/content_1.htm}, {@code
 * 202211/22/node_3.html}, {@code 2022/11/22/03.txt}, {@code tywb20221122_03.pdf}.
 */
final class PathDays {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    private PathDays() {}

    /** The first day in it as epoch days, or null. Linear. */
    static @Nullable Integer first(String path) {
        for (int i = 0; i < path.length(); i++) {
            boolean begins = isDigit(path, i) && !isDigit(path, i - 1);
            Integer day = begins ? dayAt(path, i) : null;
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable Integer dayAt(String path, int start) {
        int month = start + 4 + separator(path, start + 4);
        int day = month + 2 + separator(path, month + 2);
        if (!areDigits(path, start, 4)
                || !areDigits(path, month, 2)
                || !areDigits(path, day, 2)
                || isDigit(path, day + 2)) {
            return null;
        }
        try {
            int year = number(path, start, 4);
            LocalDate date = LocalDate.of(year, number(path, month, 2), number(path, day, 2));
            return year < FIRST_YEAR || year > LAST_YEAR ? null : (Integer) Math.toIntExact(date.toEpochDay());
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static int separator(String path, int at) {
        return at < path.length() && "-/_.".indexOf(path.charAt(at)) >= 0 ? 1 : 0;
    }

    private static boolean areDigits(String path, int start, int count) {
        for (int i = start; i < start + count; i++) {
            if (!isDigit(path, i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String path, int start, int count) {
        int number = 0;
        for (int i = start; i < start + count; i++) {
            number = number * 10 + path.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(String path, int at) {
        return at >= 0 && at < path.length() && path.charAt(at) >= '0' && path.charAt(at) <= '9';
    }
}
