package org.broadsheet.text.fact;

import java.util.List;
import org.broadsheet.text.page.ClosedYears;
import org.jspecify.annotations.Nullable;

/**
 * Merges mentions of one claim (metric, region, scope, value) into facts: equal place, modifier and day is one fact, and a
 * reprint joins its original's. {@code 795个检测采样点} in 太原晚报 and two days later in 山西日报 is one fact of two papers.
 *
 * <p>Independent of order: what it sends on is f(after) − f(before), where f sees positive weights only. A claim of few
 * mentions is kept as one value; one of many is spread over cells, so that the cost of one mention follows those that are
 * like it. Both give the same rows.
 */
public final class MergeReports {
    /** Mentions of a claim that are kept as one value at most. */
    static final int MOST_TOGETHER = 16;

    private final int mostTogether;
    private final ClosedYears closed;

    /** The step where no year is closed. */
    public MergeReports() {
        this(ClosedYears.NONE);
    }

    /** The step as it is used: facts of closed years stay as they are, and mentions that would report them are {@code CLOSED}. */
    public MergeReports(ClosedYears closed) {
        this(MOST_TOGETHER, closed);
    }

    /** @param mostTogether mentions of a claim that are kept as one value; 0 spreads every claim */
    MergeReports(int mostTogether, ClosedYears closed) {
        this.mostTogether = mostTogether;
        this.closed = closed;
    }

    /**
     * What follows from one change of weight.
     *
     * @param mentions rows written or deleted; of several for one mention the last holds
     * @param facts each fact that changed, before and after
     */
    public record Outcome(List<MentionRow> mentions, List<FactChange> facts) {
        static final Outcome NOTHING = new Outcome(List.of(), List.of());
    }

    /**
     * Puts an element in or takes it out, and says what follows.
     *
     * @param cells what is kept of this claim
     * @param change an element of this claim, put in or taken out
     */
    public Outcome apply(Cells<Long, byte[]> cells, ElementChange change) {
        byte @Nullable [] root = cells.get(ClaimCells.ROOT);
        if (root != null && ClaimCells.isSpread(root)) {
            return new SpreadClaim(cells, root, closed).apply(change);
        }
        TogetherClaim held = root == null ? TogetherClaim.NONE : TogetherClaim.read(root);
        TogetherClaim after = held.plus(change);
        if (after.reports().isEmpty()) {
            cells.remove(ClaimCells.ROOT);
        } else if (after.reports().size() > mostTogether && after.claim() != null) {
            SpreadClaim.spread(cells, after, closed);
        } else {
            cells.put(ClaimCells.ROOT, after.toBytes());
        }
        return held.difference(after, change, closed);
    }

    /**
     * Forgets of a claim what can no longer matter, when more years are closed than were when it was kept: mentions of pages of
     * these years, except those of the last 30 days, which a later page may still reprint. What reports a fact of these years
     * is frozen: its row stays, whatever becomes of its page.
     *
     * @param cells what is kept of this claim
     * @param before the years that were closed so far
     */
    public void close(Cells<Long, byte[]> cells, ClosedYears before) {
        byte @Nullable [] root = cells.get(ClaimCells.ROOT);
        if (root == null) {
            return;
        }
        if (ClaimCells.isSpread(root)) {
            new SpreadClaim(cells, root, closed).close();
            return;
        }
        TogetherClaim left = TogetherClaim.read(root).closing(before, closed);
        if (left.reports().isEmpty()) {
            cells.remove(ClaimCells.ROOT);
        } else {
            cells.put(ClaimCells.ROOT, left.toBytes());
        }
    }
}
