package org.broadsheet.text.mention;

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

    private static final Days NONE = new Days(List.of(), false, -1, -1);

    private static final Days NOW = new Days(List.of(), true, -1, -1);

    /** What says that a figure is of the day on which it was written, whatever day stands before it. */
    private static final WordTable<Integer> CURRENT = WordTable.of(List.of("目前", "如今", "现在", "眼下", "至今"));

    /** How much of the calendar a word names. */
    enum Grain {
        DAY,
        MONTH,
        YEAR
    }

    /** Where a day stands, and which. */
    record Found(int start, int end, LocalDate day, Grain grain) {}

    /**
     * The days of a sentence.
     *
     * @param numerals the numbers in it
     * @param published the day of publication
     * @param written the day that {@code 今天} means: the dateline's, {@code 本报文城7月23日电}, or that of publication
     * @param last the last day named before, for {@code 当日} and for a day without its month
     */
    Days find(
            String sentence, List<Numeral> numerals, LocalDate published, LocalDate written, @Nullable LocalDate last) {
        List<Found> found = new ArrayList<>();
        WrittenDays.find(sentence, numerals, published, last, found);
        if (holdsNumeric(sentence, numerals)) {
            numeric(sentence, found);
        }
        boolean now = words(sentence, published, written, last, found);
        if (found.isEmpty()) {
            return now ? NOW : NONE;
        }
        List<Found> days = new ArrayList<>(found.size());
        int current = current(sentence);
        for (Found day : found) {
            if (NamedDays.isSince(sentence, day, found)) {
                now = true;
                current = Math.max(current, day.end() - 1);
            } else if (!day.day().isAfter(published) && !NamedDays.isNone(sentence, day, found)) {
                days.add(day);
            }
        }
        return new Days(List.copyOf(days), now, current, NamedDays.planned(sentence, found, published));
    }

    private static int current(String sentence) {
        for (int at = sentence.length() - 1; at >= 0; at--) {
            if (CURRENT.beginsAt(sentence, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean words(
            String sentence, LocalDate published, LocalDate written, @Nullable LocalDate last, List<Found> found) {
        boolean now = false;
        for (Word word : words(sentence)) {
            List<String> row = word.entry().value();
            int at = word.start();
            int end = at + row.get(0).length();
            String number = row.get(2);
            switch (row.get(1)) {
                case "now", "this" -> now = true;
                case "day" -> {
                    // “今天总算摸到门了。”7月19日，…: the day on which it was said
                    if (!Marks.isQuoted(sentence, at)) {
                        found.add(new Found(at, end, written.plusDays(Long.parseLong(number)), Grain.DAY));
                    }
                }
                case "month" ->
                    found.add(new Found(
                            at,
                            end,
                            YearMonth.from(published)
                                    .plusMonths(Long.parseLong(number))
                                    .atEndOfMonth(),
                            Grain.MONTH));
                case "last" -> {
                    LocalDate named = lastBefore(found, at, last);
                    if (named != null) {
                        found.add(new Found(at, end, named, Grain.DAY));
                    }
                }
                case "year" -> {
                    if (!WrittenDays.monthFollows(sentence, end)) {
                        LocalDate ofYear = WrittenDays.lastOf(published.getYear() + Integer.parseInt(number));
                        found.add(new Found(at, end, ofYear, Grain.YEAR));
                    }
                }
                case "part" -> found.add(new Found(at, end, part(sentence, at, published, number), Grain.MONTH));
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
        int length = sentence.length();
        for (int at = words.next(sentence, 0, length); at < length; at = words.next(sentence, at + 1, length)) {
            List<WordTable.Entry<List<String>>> beginning = words.beginningWith(sentence.charAt(at));
            for (int i = 0; i < beginning.size(); i++) {
                WordTable.Entry<List<String>> entry = beginning.get(i);
                if (entry.begins(sentence, at) && !holds(found, entry)) {
                    found.add(new Word(at, entry));
                }
            }
        }
        found.sort(Comparator.comparingInt(word -> word.entry().rank()));
        return found;
    }

    private static boolean holds(List<Word> words, WordTable.Entry<List<String>> entry) {
        for (Word word : words) {
            if (word.entry().rank() == entry.rank()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable LocalDate lastBefore(List<Found> found, int at, @Nullable LocalDate last) {
        LocalDate named = last;
        for (Found day : found) {
            named = day.start() < at ? day.day() : named;
        }
        return named;
    }

    private static LocalDate part(String sentence, int at, LocalDate published, String day) {
        int dash = day.indexOf('-');
        Month month = Month.of(Integer.parseInt(day.substring(0, dash)));
        boolean before = sentence.lastIndexOf("去年", at) > sentence.lastIndexOf("今年", at);
        int year = before ? published.getYear() - 1 : published.getYear();
        LocalDate end = LocalDate.of(year, month, Integer.parseInt(day.substring(dash + 1)));
        // 一季度 in March is the one that is not over yet: no day
        boolean open = end.isAfter(published) && !published.plusMonths(1).isBefore(end);
        return end.isAfter(published) && !open ? end.minusYears(1) : end;
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
                    found.add(new Found(written.start(), written.end(), of.atDay(day), Grain.DAY));
                }
            }
        }
    }
}
