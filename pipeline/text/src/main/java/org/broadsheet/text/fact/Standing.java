package org.broadsheet.text.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.page.ClosedYears;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a mention among those of its claim: 太原晚报's counts, that of 山西日报 two days later is a reprint of it.
 *
 * @param original which of the list it is a reprint of; -1 where of none
 * @param fact what it reports: its own, or that of its original; null where that is of a closed year
 */
record Standing(Report report, int original, @Nullable FactKey fact) {
    /**
     * What becomes of each: a reprint joins the smallest of its originals.
     *
     * @param reports all that stand, in the order of print
     */
    static List<Standing> of(List<Report> reports, ClosedYears closed) {
        List<Standing> standings = new ArrayList<>(reports.size());
        for (Report report : reports) {
            int original = originalOf(report, reports, standings.size());
            FactKey fact = original < 0
                    ? report.said().factKey()
                    : standings.get(original).fact();
            standings.add(new Standing(report, original, open(report, fact, closed)));
        }
        return standings;
    }

    /** The fact that a mention reports, or null where that is of a closed year. */
    static @Nullable FactKey open(Report report, @Nullable FactKey fact, ClosedYears closed) {
        return report.isFrozen() || fact == null || closed.holds(fact.day()) ? null : fact;
    }

    private static int originalOf(Report report, List<Report> reports, int before) {
        for (int i = 0; i < before; i++) {
            if (report.isReprintOf(reports.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The facts that these report. */
    static Map<FactKey, Fact> facts(Claim claim, List<Standing> standings) {
        Map<FactKey, List<Report>> reports = new LinkedHashMap<>();
        for (Standing standing : standings) {
            if (standing.fact() != null) {
                reports.computeIfAbsent(standing.fact(), none -> new ArrayList<>(2))
                        .add(standing.report());
            }
        }
        Map<FactKey, Fact> facts = new LinkedHashMap<>();
        reports.forEach((key, list) -> facts.put(key, fact(claim, key, list)));
        return facts;
    }

    private static Fact fact(Claim claim, FactKey key, List<Report> reports) {
        Set<String> reporters = new HashSet<>();
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (Report report : reports) {
            reporters.add(report.said().reporter());
            first = Math.min(first, report.said().published());
            last = Math.max(last, report.said().published());
        }
        return claim.fact(key, reporters.size(), reports.size(), first, last);
    }

    boolean isReprint() {
        return original >= 0;
    }

    /** What became of it. */
    Fate fate() {
        return fact == null ? Fate.CLOSED : isReprint() ? Fate.REPRINTED : Fate.COUNTED;
    }

    /** Whether the row is the same. */
    boolean isLike(@Nullable Standing other) {
        return other != null && fate() == other.fate() && Objects.equals(fact, other.fact);
    }

    /** The row that says so. */
    MentionRow row(Claim claim) {
        return claim.row(report, fate(), fact);
    }
}
