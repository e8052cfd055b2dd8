package org.broadsheet.text.mention;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days a sentence names.
 *
 * @param named in the order of the sentence, none after the day of publication
 * @param now whether it says 目前, 以来 or the like: the day of the dateline, whatever the paragraph says
 * @param current offset of the last 目前 or the like; -1 where there is none
 * @param planned offset behind the first time of a plan, {@code 到2020年} before 2020; -1 where there is none
 */
record Days(List<DayFinder.Found> named, boolean now, int current, int planned) {
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
        LocalDate latest = null;
        for (DayFinder.Found found : named) {
            latest = found.grain().compareTo(grain) <= 0 ? later(latest, found.day()) : latest;
        }
        return latest;
    }

    /** The last day but for the years and months of later clauses: {@code 累计入驻企业74家，去年实现销售收入9亿元}. */
    @Nullable
    LocalDate latestFor(String sentence, int start, int end) {
        if (isCurrent(sentence, start)) {
            return null;
        }
        LocalDate latest = null;
        for (DayFinder.Found found : named) {
            boolean near = found.grain() == DayFinder.Grain.DAY
                    || found.start() < start
                    || Marks.clauseEnd(sentence, end) >= found.start();
            latest = near ? later(latest, found.day()) : latest;
        }
        return latest;
    }

    /** {@code 13日的暴雨引发洪水，截至目前，转移群众7.92万人}: what is so now, whatever happened on the 13th. */
    private boolean isCurrent(String sentence, int start) {
        if (current < 0 || current >= start) {
            return false;
        }
        for (DayFinder.Found found : named) {
            boolean parted = found.end() <= current && Marks.clauseStart(sentence, current) >= found.end();
            if (found.start() < start && !parted) {
                return false;
            }
        }
        return true;
    }

    /** The later of two days, of which either may be none. */
    static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
