package org.broadsheet.job.operators;

import static java.util.Objects.requireNonNull;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.util.Collector;
import org.broadsheet.text.fact.ElementChange;
import org.broadsheet.text.fact.HeldPage;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.fact.Reference;
import org.broadsheet.text.fact.ResolveRevisions;
import org.broadsheet.text.page.ClosedYears;
import org.jspecify.annotations.Nullable;

/** Holds the greatest revision of each page; see {@link ResolveRevisions}. Keyed by page key. */
public final class ResolveRevisionsOfPages extends ClosingFunction<Reference, PageElements, ElementChange> {
    private transient @Nullable ValueState<byte[]> held;

    /** An operator that leaves these years behind. */
    public ResolveRevisionsOfPages(ClosedYears closed) {
        super("page", closed);
    }

    @Override
    public void open(OpenContext context) {
        held = KeyedCells.value(getRuntimeContext(), keeps());
    }

    @Override
    void close(Reference key, ClosedYears before) throws Exception {
        ValueState<byte[]> state = requireNonNull(held);
        if (HeldPage.read(state.value()).isClosed(closed())) {
            state.clear();
        }
    }

    @Override
    public void processElement(PageElements page, Context context, Collector<ElementChange> out) throws Exception {
        ValueState<byte[]> state = requireNonNull(held);
        byte[] bytes = state.value();
        HeldPage before = bytes == null ? null : HeldPage.read(bytes);
        ResolveRevisions.Resolution resolution = ResolveRevisions.resolve(before, page);
        if (!resolution.held().equals(before)) {
            state.update(resolution.held().toBytes());
        }
        resolution.changes().forEach(out::collect);
    }
}
