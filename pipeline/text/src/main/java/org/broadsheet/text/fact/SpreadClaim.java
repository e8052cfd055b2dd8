package org.broadsheet.text.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.broadsheet.text.mention.Fate;
import org.jspecify.annotations.Nullable;

/**
 * One change of a claim of many mentions, which is spread over cells: the 100,001st mention of {@code 新增3例} looks only at
 * those that are like it. Good for one change; not thread-safe.
 *
 * <p>Whoever joined what came or went looks for its original again; then all whose fact may be another are visited in the
 * order of print, so that each comes after what it has joined.
 */
final class SpreadClaim {
    private final Claim claim;
    private final PlacedReports placed;
    private final Tallies tallies;
    private final TreeSet<PlacedReport> waiting = new TreeSet<>(Comparator.comparing(PlacedReport::report));

    /** @param root the claim's root cell */
    SpreadClaim(Cells<Long, byte[]> cells, byte[] root) {
        PackedReader in = new PackedReader(root);
        in.number();
        this.claim = Claim.read(in);
        this.placed = new PlacedReports(cells, claim, in.number());
        this.tallies = new Tallies(cells, claim);
    }

    /** Spreads a claim that was kept as one value, as it stands. */
    static void spread(Cells<Long, byte[]> cells, TogetherClaim together) {
        PackedWriter root = new PackedWriter().number(ClaimCells.SPREAD);
        Objects.requireNonNull(together.claim()).write(root);
        SpreadClaim spread = new SpreadClaim(cells, root.number(0).toBytes());
        List<Standing> standings = together.standings();
        for (Report report : together.reports()) {
            if (!report.counts()) {
                spread.placed.put(PlacedReport.of(report));
            }
        }
        for (Standing standing : standings) {
            PlacedReport report = PlacedReport.of(standing.report());
            report.join(
                    standing.isReprint()
                            ? PlacedReport.of(standings.get(standing.original()).report())
                            : null);
            report.report(standing.fact());
            spread.tallies.count(standing.report(), standing.fact(), +1);
            spread.placed.put(report);
        }
        spread.tallies.store();
        spread.placed.store();
    }

    /** Puts an element in or takes it out, and says what follows. */
    MergeReports.Outcome apply(ElementChange change) {
        PlacedReport held = placed.get(ClaimCells.mention(change.page(), change.number()));
        Report before = held == null ? Report.opening(change) : held.report();
        Report after = before.plus(change);
        List<MentionRow> rows = new ArrayList<>();
        if (before.counts() && !after.counts()) {
            takeOut(Objects.requireNonNull(held), after);
        } else if (!before.counts() && after.counts()) {
            putIn(after);
        } else {
            placed.put(PlacedReport.of(after).standingLike(held));
        }
        if (after.isPresent() && !before.isPresent() && !after.counts()) {
            rows.add(claim.row(after, after.said().fate(), null));
        }
        visit();
        rows.addAll(placed.changedRows());
        if (before.isPresent() && !after.isPresent()) {
            rows.add(new MentionRow(change.page(), change.number(), null));
        }
        placed.store();
        return new MergeReports.Outcome(List.copyOf(rows), tallies.store());
    }

    private void putIn(Report report) {
        PlacedReport arrived = PlacedReport.of(report);
        List<PlacedReport> candidates = placed.like(report);
        PlacedReport original = original(report, candidates);
        arrived.join(original);
        arrived.report(original == null ? report.said().factKey() : original.fact());
        tallies.count(report, arrived.fact(), +1);
        placed.put(arrived);
        for (PlacedReport other : candidates) {
            if (other.report().isReprintOf(report) && isBefore(report, other.original())) {
                other.join(arrived);
                waiting.add(other);
            }
        }
    }

    private boolean isBefore(Report report, long original) {
        return original == PlacedReport.NO_ORIGINAL
                || report.compareTo(Objects.requireNonNull(placed.get(original)).report()) < 0;
    }

    private void takeOut(PlacedReport gone, Report left) {
        tallies.count(gone.report(), gone.fact(), -1);
        List<PlacedReport> candidates = placed.like(gone.report());
        placed.remove(gone, left);
        for (PlacedReport other : candidates) {
            if (other.original() == gone.cell()) {
                other.join(original(other.report(), placed.like(other.report())));
                waiting.add(other);
            }
        }
    }

    private static @Nullable PlacedReport original(Report report, List<PlacedReport> candidates) {
        PlacedReport least = null;
        for (PlacedReport candidate : candidates) {
            if (report.isReprintOf(candidate.report())
                    && (least == null || candidate.report().compareTo(least.report()) < 0)) {
                least = candidate;
            }
        }
        return least;
    }

    private void visit() {
        for (PlacedReport next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
            PlacedReport original = next.original() == PlacedReport.NO_ORIGINAL ? null : placed.get(next.original());
            FactKey fact = original == null ? next.report().said().factKey() : original.fact();
            if (fact.equals(next.fact())) {
                continue;
            }
            tallies.count(next.report(), next.fact(), -1);
            tallies.count(next.report(), fact, +1);
            next.report(fact);
            for (PlacedReport other : placed.like(next.report())) {
                if (other.original() == next.cell()) {
                    waiting.add(other);
                }
            }
        }
    }

    static Fate fate(PlacedReport report) {
        return report.original() == PlacedReport.NO_ORIGINAL ? Fate.COUNTED : Fate.REPRINTED;
    }
}
