package org.broadsheet.text.mention;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.broadsheet.text.mention.DayFinder.Found;

/** Says what a day that a sentence names is to it: {@code 2020年以来} is none, {@code 到2020年} may be one of a plan. */
final class NamedDays {
    private static final String INTO = "到至于在，。；、";
    private static final String UNTIL = "底末前，将要";

    private NamedDays() {}

    /**
     * Whether a day only says since when something is so, up to the day of the report: {@code 2020年以来},
     * {@code 自2019年8月提出申请以来}, {@code 从1996年至今}, {@code 2018年7月开始}.
     */
    static boolean isSince(String sentence, Found day, List<Found> found) {
        int clauseEnd = Marks.clauseEnd(sentence, day.end());
        int from = sentence.indexOf("以来", day.end());
        // 9月18日出现1981年以来最大洪峰: it is the later of the two that has lasted
        boolean ofLater = found.stream().anyMatch(other -> other.start() >= day.end() && other.end() <= from);
        if (from >= 0 && from < clauseEnd && !ofLater) {
            return true;
        }
        if (sentence.startsWith("至今", day.end()) || sentence.startsWith("到现在", day.end())) {
            return true;
        }
        boolean starts = day.start() > 0 && "从自".indexOf(sentence.charAt(day.start() - 1)) >= 0;
        boolean coarse = day.grain() != DayFinder.Grain.DAY;
        if (sentence.startsWith("起", day.end())) {
            // 去年3月起: since then; 3月24日起 is when it was done
            return starts || coarse;
        }
        if (sentence.startsWith("开始", day.end())) {
            return starts || (coarse && clauseEnd == day.end() + 2);
        }
        // 从去年8月8日大赛启动开始
        return starts && clauseEnd - 2 > day.end() && sentence.startsWith("开始", clauseEnd - 2);
    }

    /** {@code 12月31日前}, {@code 每年的10月15日}, {@code 建于1996年} name no day. */
    static boolean isNone(String sentence, Found day, List<Found> found) {
        boolean repeated = sentence.lastIndexOf("每年", day.start()) >= Math.max(0, day.start() - 4);
        boolean before = sentence.startsWith("前", day.end()) || sentence.startsWith("之前", day.end());
        boolean founded = day.start() > 1
                && "建成立始生创".indexOf(sentence.charAt(day.start() - 2)) >= 0
                && sentence.charAt(day.start() - 1) == '于'
                && sentence.charAt(day.end() - 1) == '年';
        boolean compared = day.start() > 0
                && ("比较同".indexOf(sentence.charAt(day.start() - 1)) >= 0
                        || sentence.startsWith("持平", day.end())
                        || sentence.startsWith("基本持平", day.end())
                        || sentence.startsWith("相比", day.end())
                        || sentence.startsWith("相当", day.end()));
        // 新华社北京3月5日电 3月4日0—24时: when it was wired, not when it was so
        boolean wired = found.size() > 1 && sentence.startsWith("电", day.end());
        return founded || compared || wired || repeated || before || sentence.startsWith("同期", day.end());
    }

    /** Offset behind the first time of a plan, {@code 到2020年} before 2020; -1 where there is none. */
    static int planned(String sentence, List<Found> found, LocalDate published) {
        int first = -1;
        for (Found day : found) {
            boolean into = day.start() == 0 || INTO.indexOf(sentence.charAt(day.start() - 1)) >= 0;
            boolean until = day.end() < sentence.length() && UNTIL.indexOf(sentence.charAt(day.end())) >= 0;
            if ((into || until) && isLater(sentence.charAt(day.end() - 1), day.day(), published)) {
                first = first < 0 ? day.end() : Math.min(first, day.end());
            }
        }
        return first;
    }

    /** A year is later where it begins later: 2014年 is not, in July 2014. */
    private static boolean isLater(char unit, LocalDate day, LocalDate published) {
        return switch (unit) {
            case '年' -> day.getYear() > published.getYear();
            case '日', '号' -> day.isAfter(published);
            default -> YearMonth.from(day).isAfter(YearMonth.from(published));
        };
    }
}
