package org.broadsheet.job.operators;

import static java.util.Objects.requireNonNull;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.broadsheet.text.fact.Cells;
import org.broadsheet.text.fact.ElementChange;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.MentionRow;
import org.broadsheet.text.fact.MergeReports;
import org.broadsheet.text.fact.Reference;
import org.broadsheet.text.page.ClosedYears;
import org.jspecify.annotations.Nullable;

/** Merges mentions into facts, reprints with their originals; see {@link MergeReports}. Keyed by claim. */
public final class MergeReportsOfClaim extends ClosingFunction<Reference, ElementChange, FactChange> {
    /** Rows of the table {@code mention}. */
    public static final OutputTag<MentionRow> ROWS = new OutputTag<>("mentions", TypeInformation.of(MentionRow.class));

    private transient @Nullable MergeReports step;
    private transient @Nullable Cells<Long, byte[]> claim;

    /** An operator that leaves these years behind. */
    public MergeReportsOfClaim(ClosedYears closed) {
        super("claim", closed);
    }

    @Override
    public void open(OpenContext context) {
        step = new MergeReports(closed());
        claim = KeyedCells.rooted(getRuntimeContext(), keeps());
    }

    @Override
    void close(Reference key, ClosedYears before) {
        requireNonNull(step).close(requireNonNull(claim), before);
    }

    @Override
    public void processElement(ElementChange change, Context context, Collector<FactChange> out) {
        MergeReports.Outcome outcome = requireNonNull(step).apply(requireNonNull(claim), change);
        outcome.mentions().forEach(row -> context.output(ROWS, row));
        outcome.facts().forEach(out::collect);
    }
}
