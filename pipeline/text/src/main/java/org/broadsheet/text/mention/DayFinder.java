package org.broadsheet.text.mention;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.number.Numeral;
import org.jspecify.annotations.Nullable;

/**
 * Finds the days that a sentence names: {@code 11月24日、25日}, {@code 昨日}, {@code 去年}, {@code 2019年8月}.
 *
 * <p>Immutable, thread-safe.
 */
final class DayFinder {
    private static final Pattern NUMERIC =
            Pattern.compile("(?<![0-9.])((?:19|20)[0-9]{2})([./-])([0-9]{1,2})\\2([0-9]{1,2})(?![0-9./-])");

    private final WordTable<List<String>> words;

    DayFinder() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Lexicon.rows(DayFinder.class, "times.tsv").forEach(row -> rows.put(row.get(0), row));
        words = new WordTable<>(rows);
    }

    private static final Days NONE = new Days(List.of(), false, -1);
    private static final Days NOW = new Days(List.of(), true, -1);

    /** Where a day stands, and which. */
    record Found(int start, int end, LocalDate day) {}

    /**
     * The days of a sentence.
     *
     * @param numerals the numbers in it
     * @param published the day of publication
     * @param last the last day named before, for {@code 当日} and for a day without its month
     */
    Days find(String sentence, List<Numeral> numerals, LocalDate published, @Nullable LocalDate last) {
        List<Found> found = new ArrayList<>();
        written(sentence, numerals, published, last, found);
        if (holdsNumeric(sentence, numerals)) {
            numeric(sentence, found);
        }
        boolean now = words(sentence, published, last, found);
        if (found.isEmpty()) {
            return now ? NOW : NONE;
        }
        List<LocalDate> days = found.stream()
                .filter(day -> !NamedDays.isNone(sentence, day, found))
                .map(Found::day)
                .filter(day -> !day.isAfter(published))
                .toList();
        return new Days(days, now, NamedDays.planned(sentence, found, published));
    }

    private boolean words(String sentence, LocalDate published, @Nullable LocalDate last, List<Found> found) {
        boolean now = false;
        for (Word word : words(sentence)) {
            List<String> row = word.entry().value();
            int at = word.start();
            int end = at + row.get(0).length();
            String number = row.get(2);
            switch (row.get(1)) {
                case "now", "this" -> now = true;
                case "day" -> found.add(new Found(at, end, published.plusDays(Long.parseLong(number))));
                case "month" ->
                    found.add(new Found(
                            at,
                            end,
                            YearMonth.from(published)
                                    .plusMonths(Long.parseLong(number))
                                    .atEndOfMonth()));
                case "last" -> {
                    LocalDate named = lastBefore(found, at, last);
                    if (named != null) {
                        found.add(new Found(at, end, named));
                    }
                }
                case "year" -> {
                    if (!monthFollows(sentence, end)) {
                        found.add(new Found(at, end, lastOf(published.getYear() + Integer.parseInt(number))));
                    }
                }
                case "part" -> found.add(new Found(at, end, part(sentence, at, published, number)));
                default -> throw new IllegalStateException("times.tsv: " + row);
            }
        }
        return now;
    }

    /** A word of time and where it stands. */
    private record Word(int start, WordTable.Entry<List<String>> entry) {}

    /** The first of each word of time in a sentence, in the order of the table. */
    private List<Word> words(String sentence) {
        List<Word> found = new ArrayList<>();
        for (int at = 0; at < sentence.length(); at++) {
            List<WordTable.Entry<List<String>>> beginning = words.beginningWith(sentence.charAt(at));
            for (int i = 0; i < beginning.size(); i++) {
                WordTable.Entry<List<String>> entry = beginning.get(i);
                if (entry.begins(sentence, at)
                        && found.stream().noneMatch(word -> word.entry().equals(entry))) {
                    found.add(new Word(at, entry));
                }
            }
        }
        found.sort(Comparator.comparingInt(word -> word.entry().rank()));
        return found;
    }

    private static @Nullable LocalDate lastBefore(List<Found> found, int at, @Nullable LocalDate last) {
        LocalDate named = last;
        for (Found day : found) {
            named = day.start() < at ? day.day() : named;
        }
        return named;
    }

    private static boolean monthFollows(String sentence, int at) {
        int month = sentence.indexOf('月', at);
        return month >= 0 && month - at <= 3 && month > at;
    }

    private static LocalDate part(String sentence, int at, LocalDate published, String day) {
        int dash = day.indexOf('-');
        Month month = Month.of(Integer.parseInt(day.substring(0, dash)));
        int year = sentence.lastIndexOf("去年", at) >= 0 ? published.getYear() - 1 : published.getYear();
        LocalDate end = LocalDate.of(year, month, Integer.parseInt(day.substring(dash + 1)));
        return end.isAfter(published) ? end.minusYears(1) : end;
    }

    private static void written(
            String sentence, List<Numeral> numerals, LocalDate published, @Nullable LocalDate last, List<Found> found) {
        int year = 0;
        int month = 0;
        int start = 0;
        int behind = -1;
        LocalDate named = last;
        for (Numeral numeral : numerals) {
            int end = numeral.end();
            if (end >= sentence.length()
                    || numeral.value().scale() > 0
                    || numeral.value().precision() > 4) {
                continue;
            }
            int value = numeral.value().intValueExact();
            boolean follows = numeral.digits() == behind;
            char unit = sentence.charAt(end);
            if (unit == '年' && value >= 1900 && value < 2200) {
                year = value;
                month = 0;
                start = numeral.digits();
                behind = end + 1;
                if (!monthFollows(sentence, behind) && !halfFollows(sentence, behind)) {
                    found.add(new Found(start, behind, lastOf(year)));
                }
            } else if (unit == '月' && value >= 1 && value <= 12) {
                year = follows ? year : relativeYear(sentence, numeral.digits(), published);
                start = follows ? start : numeral.digits();
                month = value;
                behind = end + 1;
                if (!dayFollows(numerals, sentence, behind)) {
                    LocalDate ofMonth = monthEnd(year, month, published);
                    found.add(new Found(start, behind, tenDays(sentence, behind, ofMonth)));
                }
            } else if (unit == '日' && value >= 1 && value <= 31 && (follows || isDate(sentence, numeral))) {
                LocalDate day =
                        follows && month > 0 ? day(year, month, value, published) : dayOnly(value, named, published);
                if (day != null) {
                    named = day;
                    found.add(new Found(follows ? start : numeral.digits(), end + 1, day));
                }
                behind = -1;
            }
        }
    }

    private static boolean holdsNumeric(String sentence, List<Numeral> numerals) {
        for (Numeral numeral : numerals) {
            int end = numeral.end();
            boolean parted = end < sentence.length() && "./-".indexOf(sentence.charAt(end)) >= 0;
            if (parted || numeral.value().scale() > 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code 2024.5.6}, {@code 2024-05-06}, {@code 2024/5/6}. */
    private static void numeric(String sentence, List<Found> found) {
        Matcher written = NUMERIC.matcher(sentence);
        while (written.find()) {
            int month = Integer.parseInt(written.group(3));
            int day = Integer.parseInt(written.group(4));
            if (month >= 1 && month <= 12 && day >= 1) {
                YearMonth of = YearMonth.of(Integer.parseInt(written.group(1)), month);
                if (of.isValidDay(day)) {
                    found.add(new Found(written.start(), written.end(), of.atDay(day)));
                }
            }
        }
    }

    /** The last day of 上旬, 中旬 or 下旬 where the month goes on so; else that of the month. */
    private static LocalDate tenDays(String sentence, int behind, LocalDate monthEnd) {
        if (sentence.startsWith("上旬", behind)) {
            return monthEnd.withDayOfMonth(10);
        }
        return sentence.startsWith("中旬", behind) ? monthEnd.withDayOfMonth(20) : monthEnd;
    }

    /** {@code 14日内} and {@code 近3日} are spans, {@code 19日早7时} is a day. */
    private static boolean isDate(String sentence, Numeral numeral) {
        int next = numeral.end() + 1;
        boolean span = next < sentence.length() && "内来前后游期龄间均报夜元子".indexOf(sentence.charAt(next)) >= 0;
        return !span && numeral.start() == numeral.digits() && Character.isDigit(sentence.charAt(numeral.digits()));
    }

    private static boolean halfFollows(String sentence, int at) {
        return sentence.startsWith("上半年", at) || sentence.indexOf("季度", at) == at + 1;
    }

    private static int relativeYear(String sentence, int at, LocalDate published) {
        if (at >= 2) {
            String before = sentence.substring(at - 2, at);
            if (before.equals("去年") || before.equals("上年")) {
                return published.getYear() - 1;
            }
            if (before.equals("今年")) {
                return published.getYear();
            }
        }
        return 0;
    }

    private static boolean dayFollows(List<Numeral> numerals, String sentence, int at) {
        for (Numeral numeral : numerals) {
            if (numeral.digits() == at) {
                return numeral.end() < sentence.length() && sentence.charAt(numeral.end()) == '日';
            }
        }
        return false;
    }

    private static LocalDate lastOf(int year) {
        return LocalDate.of(year, Month.DECEMBER, 31);
    }

    private static LocalDate monthEnd(int year, int month, LocalDate published) {
        if (year != 0) {
            return YearMonth.of(year, month).atEndOfMonth();
        }
        LocalDate end = YearMonth.of(published.getYear(), month).atEndOfMonth();
        return end.isAfter(published) && published.getMonthValue() - month < -6
                ? YearMonth.of(published.getYear() - 1, month).atEndOfMonth()
                : end;
    }

    private static @Nullable LocalDate day(int year, int month, int day, LocalDate published) {
        try {
            if (year != 0) {
                return LocalDate.of(year, month, day);
            }
            return nearest(month, day, published);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The year that puts a day nearest to the day of publication. */
    private static LocalDate nearest(int month, int day, LocalDate published) {
        LocalDate best = null;
        for (int year = published.getYear() - 1; year <= published.getYear() + 1; year++) {
            if (YearMonth.of(year, month).isValidDay(day)) {
                LocalDate candidate = LocalDate.of(year, month, day);
                if (best == null || distance(candidate, published) < distance(best, published)) {
                    best = candidate;
                }
            }
        }
        if (best == null) {
            throw new DateTimeException("no day " + month + "-" + day);
        }
        return best;
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(one.toEpochDay() - other.toEpochDay());
    }

    /** {@code 25日}: of the month named last, or the last such day up to the day of publication. */
    private static @Nullable LocalDate dayOnly(int day, @Nullable LocalDate last, LocalDate published) {
        if (last != null
                && YearMonth.from(last).isValidDay(day)
                && !last.withDayOfMonth(day).isAfter(published)
                && distance(last, published) < 62) {
            return last.withDayOfMonth(day);
        }
        YearMonth month = YearMonth.from(published);
        for (int back = 0; back < 3; back++) {
            YearMonth candidate = month.minusMonths(back);
            if (candidate.isValidDay(day) && !candidate.atDay(day).isAfter(published)) {
                return candidate.atDay(day);
            }
        }
        return null;
    }
}
