package org.broadsheet.text.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a spread claim, each counted up and down in its cell: one paper more for 795 test sites. Good for one
 * change; not thread-safe.
 */
final class Tallies {
    private final Cells<Long, byte[]> cells;
    private final Claim claim;
    private final Map<Long, Tally> read = new LinkedHashMap<>();
    private final Map<Long, @Nullable Fact> before = new LinkedHashMap<>();

    Tallies(Cells<Long, byte[]> cells, Claim claim) {
        this.cells = cells;
        this.claim = claim;
    }

    /** Counts a mention that reports a fact (+1), or does no longer (−1); facts of closed years are not counted. */
    void count(Report report, @Nullable FactKey key, int weight) {
        if (key == null) {
            return;
        }
        Report.Words words = report.said();
        long cell = ClaimCells.fact(key);
        Tally tally = read.get(cell);
        if (tally == null) {
            byte[] bytes = cells.get(cell);
            tally = bytes == null ? new Tally(key) : Tally.read(bytes);
            read.put(cell, tally);
            before.put(cell, tally.fact(claim));
        }
        tally.count(words.published(), weight);
        tally.countReporter(countReporter(ClaimCells.reporter(cell, words.reporter()), weight));
    }

    /** Counts the mentions by which someone reports a fact; +1 where these are the first, −1 where they were the last. */
    private int countReporter(long cell, int weight) {
        byte[] bytes = cells.get(cell);
        long held = bytes == null ? 0 : new PackedReader(bytes).number();
        long now = held + weight;
        if (now == 0) {
            cells.remove(cell);
            return -1;
        }
        cells.put(cell, new PackedWriter().number(now).toBytes());
        return held == 0 ? +1 : 0;
    }

    /** Forgets a fact, and that this mention reports it. */
    void forget(Report report, FactKey key) {
        long cell = ClaimCells.fact(key);
        cells.remove(cell);
        cells.remove(ClaimCells.reporter(cell, report.said().reporter()));
    }

    /** Writes the counts down, and says which facts are others now. */
    List<FactChange> store() {
        List<FactChange> changes = new ArrayList<>();
        for (Map.Entry<Long, Tally> held : read.entrySet()) {
            Tally tally = held.getValue();
            if (tally.isEmpty()) {
                cells.remove(held.getKey());
            } else {
                cells.put(held.getKey(), tally.toBytes());
            }
            Fact fact = tally.fact(claim);
            if (!Objects.equals(before.get(held.getKey()), fact)) {
                changes.add(new FactChange(before.get(held.getKey()), fact));
            }
        }
        return List.copyOf(changes);
    }
}
