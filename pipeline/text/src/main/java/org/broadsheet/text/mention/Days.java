package org.broadsheet.text.mention;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days a sentence names.
 *
 * @param named in the order of the sentence, none after the day of publication
 * @param now whether it says 目前, 以来 or the like: the day of the dateline, whatever the paragraph says
 * @param planned offset behind the first time of a plan, {@code 到2020年} before 2020; -1 where there is none
 */
record Days(List<DayFinder.Found> named, boolean now, int planned) {
    /** The last of them in the calendar; null where there is none. */
    @Nullable
    LocalDate latest() {
        return latest(DayFinder.Grain.YEAR);
    }

    /**
     * The last of those in the calendar that are no coarser than {@code grain}: {@code 去年} says of no other sentence when it
     * is true.
     */
    @Nullable
    LocalDate latest(DayFinder.Grain grain) {
        return named.stream()
                .filter(found -> found.grain().compareTo(grain) <= 0)
                .map(DayFinder.Found::day)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** The last day but for the years of later clauses: {@code 累计入驻企业74家，去年实现销售收入9亿元}. */
    @Nullable
    LocalDate latestFor(String sentence, int start, int end) {
        return named.stream()
                .filter(found -> found.grain() != DayFinder.Grain.YEAR
                        || found.start() < start
                        || Marks.clauseEnd(sentence, end) >= found.start())
                .map(DayFinder.Found::day)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
