package org.broadsheet.text.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.broadsheet.text.mention.Fate;
import org.jspecify.annotations.Nullable;

/**
 * The mentions of a spread claim, each in its cell, and found by what they are like: {@code 新增3例} with all its surroundings.
 * Good for one change; not thread-safe.
 */
final class PlacedReports {
    private final Cells<Long, byte[]> cells;
    private final Claim claim;
    private final Map<Long, PlacedReport> read = new LinkedHashMap<>();
    private final Map<Long, Outcome> rowsBefore = new LinkedHashMap<>();
    private final Set<Long> unknown = new LinkedHashSet<>();
    private long count;

    /** @param count how many mentions are held */
    PlacedReports(Cells<Long, byte[]> cells, Claim claim, long count) {
        this.cells = cells;
        this.claim = claim;
        this.count = count;
    }

    /** The mention in a cell, or null. */
    @Nullable
    PlacedReport get(long cell) {
        PlacedReport known = read.get(cell);
        if (known != null || unknown.contains(cell)) {
            return known;
        }
        byte[] bytes = cells.get(cell);
        if (bytes == null) {
            unknown.add(cell);
            return null;
        }
        return read(cell, bytes);
    }

    private PlacedReport read(long cell, byte[] bytes) {
        PlacedReport placed = PlacedReport.read(bytes);
        read.put(cell, placed);
        rowsBefore.put(cell, outcome(placed));
        return placed;
    }

    /** All there are. */
    List<PlacedReport> all() {
        List<PlacedReport> all = new ArrayList<>();
        for (long cell : cells.keys()) {
            if (ClaimCells.isMention(cell)) {
                all.add(Objects.requireNonNull(get(cell)));
            }
        }
        return all;
    }

    /** All that may be a reprint of a mention, or what it is one of: near in time, with a similar signature. */
    List<PlacedReport> like(Report report) {
        List<PlacedReport> like = new ArrayList<>();
        Report.Words words = report.said();
        if (!words.signature().isKnown()) {
            return like;
        }
        Set<Long> found = new LinkedHashSet<>();
        int last = ClaimCells.stretch(words.published() + ReprintRule.DAYS);
        for (int stretch = ClaimCells.stretch(words.published() - ReprintRule.DAYS); stretch <= last; stretch++) {
            for (int i = 0; i < Signature.BANDS; i++) {
                found.addAll(members(band(words, i, stretch)));
            }
        }
        found.remove(ClaimCells.mention(report.page(), report.number()));
        for (long cell : found) {
            PlacedReport known = read.get(cell);
            if (known == null) {
                byte[] bytes = Objects.requireNonNull(cells.get(cell));
                known = Report.mayBeReprint(new PackedReader(bytes), words) ? read(cell, bytes) : null;
            }
            if (known != null) {
                like.add(known);
            }
        }
        return like;
    }

    /** Puts a mention in the place of what was known of it; nothing stays of one of weight 0. */
    void put(PlacedReport placed) {
        PlacedReport before = get(placed.cell());
        count += (placed.report().weight() == 0 ? 0 : 1) - (before == null ? 0 : 1);
        boolean listed = before != null && before.report().stands();
        if (placed.report().stands() && !listed) {
            list(placed, true);
        } else if (listed && !placed.report().stands()) {
            list(placed.report().words() == null ? Objects.requireNonNull(before) : placed, false);
        }
        read.put(placed.cell(), placed);
        unknown.remove(placed.cell());
    }

    /** Takes a mention that stood out; what is left of it, if anything, does not stand. */
    void remove(PlacedReport gone, Report left) {
        put(PlacedReport.of(left));
        rowsBefore.remove(gone.cell());
    }

    /** The rows of the mentions that count and whose fate or fact is another now. */
    List<MentionRow> changedRows() {
        List<MentionRow> rows = new ArrayList<>();
        for (PlacedReport placed : read.values()) {
            if (placed.report().counts() && !outcome(placed).equals(rowsBefore.get(placed.cell()))) {
                rows.add(claim.row(placed.report(), SpreadClaim.fate(placed), placed.fact()));
            }
        }
        return rows;
    }

    /** Writes down what has changed, and how many there are; nothing stays of a claim without mentions. */
    void store() {
        for (PlacedReport placed : read.values()) {
            if (placed.report().weight() == 0) {
                cells.remove(placed.cell());
            } else if (placed.isChanged()) {
                cells.put(placed.cell(), placed.toBytes());
            }
        }
        if (count == 0) {
            cells.remove(ClaimCells.ROOT);
            return;
        }
        PackedWriter root = new PackedWriter().number(ClaimCells.SPREAD);
        claim.write(root);
        cells.put(ClaimCells.ROOT, root.number(count).toBytes());
    }

    /** What its row says of a mention, as far as others decide; nothing of one that does not count. */
    private static Outcome outcome(PlacedReport placed) {
        return placed.report().counts() ? new Outcome(SpreadClaim.fate(placed), placed.fact()) : Outcome.NONE;
    }

    private record Outcome(@Nullable Fate fate, @Nullable FactKey fact) {
        private static final Outcome NONE = new Outcome(null, null);
    }

    private void list(PlacedReport placed, boolean in) {
        Report.Words words = placed.report().said();
        for (int i = 0; i < Signature.BANDS && words.signature().isKnown(); i++) {
            long band = band(words, i, ClaimCells.stretch(words.published()));
            List<Long> members = members(band);
            members.remove(placed.cell());
            if (in) {
                members.add(placed.cell());
            }
            if (members.isEmpty()) {
                cells.remove(band);
            } else {
                PackedWriter out = new PackedWriter();
                members.forEach(out::whole);
                cells.put(band, out.toBytes());
            }
        }
    }

    private List<Long> members(long band) {
        byte[] bytes = cells.get(band);
        List<Long> members = new ArrayList<>();
        if (bytes != null) {
            PackedReader in = new PackedReader(bytes);
            while (!in.isAtEnd()) {
                members.add(in.whole());
            }
        }
        return members;
    }

    private static long band(Report.Words words, int index, int stretch) {
        return ClaimCells.band(index, words.signature().band(index), stretch);
    }
}
