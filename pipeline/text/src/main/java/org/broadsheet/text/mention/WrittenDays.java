package org.broadsheet.text.mention;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.number.Numeral;
import org.jspecify.annotations.Nullable;

/** Reads days that are written out: {@code 2019年8月}, {@code 11月24日、25日}, {@code 今年9月下旬}. */
final class WrittenDays {
    /** Characters of {@code 1月至11} in {@code 2016年1月至11月}, at most. */
    private static final int MONTHS = 6;

    private static final String IN_MONTHS = "0123456789一二三四五六七八九十至到-—~～、和";

    /** Behind 号 of a day whose month is left out: {@code 1号中午}. */
    private static final WordTable<Integer> HOURS =
            WordTable.of(List.of("上午", "中午", "下午", "晚", "凌晨", "早", "傍晚", "深夜", "夜里", "清晨", "当天", "那天", "一早", "一大早"));

    /** Before a day whose month is left out: {@code 截至12号}. */
    private static final WordTable<Integer> UNTIL = WordTable.of(List.of("截至", "截止", "截止到", "截至到", "本月", "当月"));

    /** Days ahead at most that may still come, where no month is written. */
    private static final int FORTNIGHT = 14;

    /** Before 号 a street's name ends in one of these: {@code 中山路16号}. */
    private static final String STREETS = "路街巷弄里道村坊组栋楼门";

    /** What is held on a day: {@code 仪式16号在银川举行}. */
    private static final WordTable<Integer> HELD = WordTable.of(List.of(
            "举行", "召开", "开幕", "闭幕", "举办", "开赛", "启动", "揭牌", "发布", "签约", "开通", "抵达", "宣布", "公布", "表示", "会见", "开馆",
            "开园"));

    private static final WordTable<ChronoUnit> SPANS = new WordTable<>(Map.of(
            "年", ChronoUnit.YEARS,
            "年多", ChronoUnit.YEARS,
            "多年", ChronoUnit.YEARS,
            "个月", ChronoUnit.MONTHS,
            "个多月", ChronoUnit.MONTHS,
            "天", ChronoUnit.DAYS,
            "周", ChronoUnit.WEEKS,
            "个星期", ChronoUnit.WEEKS));

    private WrittenDays() {}

    static boolean monthFollows(String sentence, int at) {
        int month = at;
        while (month < sentence.length() && month - at <= MONTHS && IN_MONTHS.indexOf(sentence.charAt(month)) >= 0) {
            month++;
        }
        return month > at && sentence.startsWith("月", month);
    }

    static void find(
            String sentence,
            List<Numeral> numerals,
            LocalDate published,
            @Nullable LocalDate last,
            List<DayFinder.Found> found) {
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
            boolean dated = follows && month > 0;
            char unit = sentence.charAt(end);
            int before = month == 0 && behind == numeral.start() - 1 ? year : 0;
            DayFinder.Found span = span(sentence, numeral, value, before, published);
            if (span != null) {
                found.add(span);
                continue;
            }
            if (unit == '年' && value >= 1900 && value < 2200) {
                year = value;
                month = 0;
                start = numeral.digits();
                behind = end + 1;
                if (!monthFollows(sentence, behind) && !halfFollows(sentence, behind)) {
                    int close = yearEnd(sentence, behind);
                    DayFinder.Grain grain = close > behind ? DayFinder.Grain.MONTH : DayFinder.Grain.YEAR;
                    found.add(new DayFinder.Found(start, close, lastOf(year), grain));
                }
            } else if (unit == '月' && value >= 1 && value <= 12 && !isName(sentence, end + 1)) {
                int relative = follows ? 0 : relativeYear(sentence, numeral.digits(), published);
                year = follows ? year : relative;
                start = follows ? start : numeral.digits() - (relative == 0 ? 0 : 2);
                month = value;
                behind = sentence.startsWith("份", end + 1) ? end + 2 : end + 1;
                if (!dayFollows(numerals, sentence, behind)) {
                    LocalDate ofMonth = monthEnd(year, month, published);
                    LocalDate ofPart = tenDays(sentence, behind, ofMonth);
                    found.add(new DayFinder.Found(start, behind, ofPart, DayFinder.Grain.MONTH));
                }
            } else if (value >= 1 && value <= 31 && isDay(sentence, numeral, unit, follows, dated, published)) {
                LocalDate day = dated ? day(year, month, value, published) : dayOnly(value, named, published);
                if (day != null) {
                    named = day;
                    int from = follows ? start : numeral.digits();
                    found.add(new DayFinder.Found(from, end + 1, day, DayFinder.Grain.DAY));
                }
                behind = -1;
            }
        }
    }

    /** Whether 号 numbers a house, a gate or a well: {@code 到3号楼}. */
    private static boolean isHouse(String sentence, int at) {
        return at < sentence.length() && "楼线院门机井路馆厅坑库船台炉站高文令".indexOf(sentence.charAt(at)) >= 0;
    }

    /**
     * Whether a number is a day: {@code 19日}, {@code 2月1号}, {@code 1号中午}.
     *
     * @param follows whether a year or month stands right before it
     * @param dated whether a month does
     */
    private static boolean isDay(
            String sentence, Numeral numeral, char unit, boolean follows, boolean dated, LocalDate published) {
        return switch (unit) {
            case '日' -> follows || isDate(sentence, numeral);
            case '号' ->
                dated
                        || (!follows
                                && (HOURS.beginsAt(sentence, numeral.end() + 1)
                                        || (isHeld(sentence, numeral) && isPast(numeral, published))
                                        || (UNTIL.endsAt(sentence, numeral.digits())
                                                && !isHouse(sentence, numeral.end() + 1))));
            default -> false;
        };
    }

    /** Whether a day of this month has come, or can only be one of the last: {@code 30号} on the 2nd. */
    private static boolean isPast(Numeral numeral, LocalDate published) {
        int ahead = numeral.value().intValueExact() - published.getDayOfMonth();
        return ahead <= 0 || ahead > FORTNIGHT;
    }

    /** {@code 17号，}, {@code 仪式16号在银川举行}: neither a house nor a number of anything else. */
    private static boolean isHeld(String sentence, Numeral numeral) {
        int start = numeral.digits();
        int next = numeral.end() + 1;
        if (next >= sentence.length() || !Character.isDigit(sentence.charAt(start))) {
            return false;
        }
        boolean opens = Marks.clauseStart(sentence, start) == start;
        if (opens && sentence.charAt(next) == '，') {
            return true;
        }
        boolean begun = opens || STREETS.indexOf(sentence.charAt(start - 1)) < 0;
        return begun
                && (HELD.beginsAt(sentence, next)
                        || (sentence.charAt(next) == '在'
                                && HELD.isIn(sentence, next, Marks.clauseEnd(sentence, next))));
    }

    /**
     * {@code 三年前}, {@code 两个多月前}, {@code 前11个月}; null where it is none.
     *
     * @param year written before the 前 of {@code 2012年前11个月}; 0 where none is
     */
    private static DayFinder.@Nullable Found span(
            String sentence, Numeral numeral, int value, int year, LocalDate published) {
        WordTable.Entry<ChronoUnit> unit = SPANS.longestAt(sentence, numeral.end());
        if (unit == null || value == 0 || numeral.start() != numeral.digits()) {
            return null;
        }
        int end = numeral.end() + unit.word().length();
        int start = numeral.digits();
        if (sentence.startsWith("前", end)) {
            boolean years = unit.value() == ChronoUnit.YEARS;
            return new DayFinder.Found(
                    start,
                    end + 1,
                    published.minus(value, unit.value()),
                    years ? DayFinder.Grain.YEAR : DayFinder.Grain.MONTH);
        }
        boolean first = unit.word().equals("个月") && value > 1 && value < 12 && sentence.startsWith("前", start - 1);
        if (!first) {
            return null;
        }
        int relative = relativeYear(sentence, start - 1, published);
        LocalDate last = monthEnd(relative == 0 ? year : relative, value, published);
        return new DayFinder.Found(start - 1, end, last, DayFinder.Grain.MONTH);
    }

    /** Behind 底 of {@code 2009年底}, {@code 2009年年末}: a time of its own, not the year; else behind 年. */
    private static int yearEnd(String sentence, int behind) {
        int at = sentence.startsWith("年", behind) ? behind + 1 : behind;
        boolean ends = sentence.startsWith("底", at) || sentence.startsWith("末", at);
        return ends ? at + 1 : behind;
    }

    /** {@code 十月村} is a village. */
    private static boolean isName(String sentence, int at) {
        return at < sentence.length() && "村镇乡社路街".indexOf(sentence.charAt(at)) >= 0;
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
            if (before.equals("明年")) {
                return published.getYear() + 1;
            }
        }
        return 0;
    }

    private static boolean dayFollows(List<Numeral> numerals, String sentence, int at) {
        for (Numeral numeral : numerals) {
            if (numeral.digits() == at) {
                return numeral.end() < sentence.length() && "日号".indexOf(sentence.charAt(numeral.end())) >= 0;
            }
        }
        return false;
    }

    static LocalDate lastOf(int year) {
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
