package org.broadsheet.text.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.page.ClosedYears;
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
    private final ClosedYears closed;
    private final TreeSet<PlacedReport> waiting = new TreeSet<>(Comparator.comparing(PlacedReport::report));

    /** @param root the claim's root cell */
    SpreadClaim(Cells<Long, byte[]> cells, byte[] root, ClosedYears closed) {
        PackedReader in = new PackedReader(root);
        in.number();
        this.claim = Claim.read(in);
        this.placed = new PlacedReports(cells, claim, in.number());
        this.tallies = new Tallies(cells, claim);
        this.closed = closed;
    }

    /** Spreads a claim that was kept as one value, as it stands. */
    static void spread(Cells<Long, byte[]> cells, TogetherClaim together, ClosedYears closed) {
        PackedWriter root = new PackedWriter().number(ClaimCells.SPREAD);
        Objects.requireNonNull(together.claim()).write(root);
        SpreadClaim spread = new SpreadClaim(cells, root.number(0).toBytes(), closed);
        List<Standing> standings = together.standings(closed);
        for (Report report : together.reports()) {
            if (!report.stands()) {
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
        if (before.stands() && !after.stands()) {
            takeOut(Objects.requireNonNull(held), after);
        } else if (!before.stands() && after.stands()) {
            putIn(after);
        } else {
            placed.put(PlacedReport.of(after).standingLike(held));
        }
        if (after.isPresent() && !before.isPresent() && !after.stands()) {
            rows.add(claim.row(after, after.said().fate(), null));
        }
        visit();
        rows.addAll(placed.changedRows());
        if (before.isPresent() && !before.isFrozen() && !after.isPresent()) {
            rows.add(new MentionRow(change.page(), change.number(), null));
        }
        placed.store();
        return new MergeReports.Outcome(List.copyOf(rows), tallies.store());
    }

    /** Forgets what the years that are closed now leave behind; see {@link MergeReports#close}. */
    void close() {
        for (PlacedReport held : placed.all()) {
            FactKey fact = held.fact();
            Report left = held.report().closing(fact, closed);
            if (fact != null && closed.holds(fact.day())) {
                tallies.forget(held.report(), fact);
            }
            if (left == null) {
                placed.put(PlacedReport.of(held.report().gone()));
            } else if (!left.equals(held.report())) {
                placed.put(PlacedReport.of(left));
            }
        }
        placed.store();
    }

    private void putIn(Report report) {
        PlacedReport arrived = PlacedReport.of(report);
        List<PlacedReport> candidates = placed.like(report);
        PlacedReport original = original(report, candidates);
        arrived.join(original);
        arrived.report(fact(report, original));
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
            FactKey fact = fact(next.report(), original);
            if (Objects.equals(fact, next.fact())) {
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

    private @Nullable FactKey fact(Report report, @Nullable PlacedReport original) {
        return Standing.open(report, original == null ? report.said().factKey() : original.fact(), closed);
    }

    static Fate fate(PlacedReport report) {
        if (report.fact() == null) {
            return Fate.CLOSED;
        }
        return report.original() == PlacedReport.NO_ORIGINAL ? Fate.COUNTED : Fate.REPRINTED;
    }
}
