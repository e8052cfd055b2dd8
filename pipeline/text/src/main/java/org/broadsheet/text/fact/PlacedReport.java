package org.broadsheet.text.fact;

import org.jspecify.annotations.Nullable;

/**
 * A mention of a spread claim with what it has joined: 山西日报's of 24 November, a reprint of 太原晚报's. Not thread-safe.
 */
final class PlacedReport {
    /** Of a mention that is no reprint. */
    static final long NO_ORIGINAL = 0;

    private final long cell;
    private final Report report;
    private long original = NO_ORIGINAL;
    /** Null where it is of a closed year, or where the mention does not stand. */
    private @Nullable FactKey fact;

    private boolean changed = true;

    private PlacedReport(Report report) {
        this.cell = ClaimCells.mention(report.page(), report.number());
        this.report = report;
    }

    /** One that has not joined anything yet. */
    static PlacedReport of(Report report) {
        return new PlacedReport(report);
    }

    static PlacedReport read(byte[] bytes) {
        PackedReader in = new PackedReader(bytes);
        PlacedReport placed = new PlacedReport(Report.read(in));
        if (!in.isAtEnd()) {
            placed.original = in.whole();
            placed.fact = in.isAtEnd() ? null : FactKey.read(in);
        }
        placed.changed = false;
        return placed;
    }

    byte[] toBytes() {
        PackedWriter out = new PackedWriter();
        report.write(out);
        if (fact != null || original != NO_ORIGINAL) {
            out.whole(original);
        }
        if (fact != null) {
            fact.write(out);
        }
        return out.toBytes();
    }

    long cell() {
        return cell;
    }

    Report report() {
        return report;
    }

    /** The cell of the mention that it is a reprint of, or {@link #NO_ORIGINAL}. */
    long original() {
        return original;
    }

    /** The fact that it reports; null where that is of a closed year. */
    @Nullable
    FactKey fact() {
        return fact;
    }

    void join(@Nullable PlacedReport earlier) {
        original = earlier == null ? NO_ORIGINAL : earlier.cell;
        changed = true;
    }

    void report(@Nullable FactKey newFact) {
        fact = newFact;
        changed = true;
    }

    /** Whether it is otherwise than it was read. */
    boolean isChanged() {
        return changed;
    }

    /** This, with what the same mention had joined before; null where it had joined nothing. */
    PlacedReport standingLike(@Nullable PlacedReport before) {
        if (before != null && report.stands()) {
            original = before.original;
            fact = before.fact;
        }
        return this;
    }
}
