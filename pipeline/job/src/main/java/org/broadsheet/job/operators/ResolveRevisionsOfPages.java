package org.broadsheet.job.operators;

import static java.util.Objects.requireNonNull;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.fact.ResolveRevisions;
import org.broadsheet.text.fact.WeightedElement;
import org.jspecify.annotations.Nullable;

/** Holds the greatest revision of each page; see {@link ResolveRevisions}. Keyed by page key. */
public final class ResolveRevisionsOfPages extends KeyedProcessFunction<String, PageElements, WeightedElement> {
    private transient @Nullable ValueState<PageElements> held;

    @Override
    public void open(OpenContext context) {
        held = getRuntimeContext().getState(new ValueStateDescriptor<>("held", TypeInformation.of(PageElements.class)));
    }

    @Override
    public void processElement(PageElements page, Context context, Collector<WeightedElement> out) throws Exception {
        ValueState<PageElements> state = requireNonNull(held);
        PageElements before = state.value();
        ResolveRevisions.Resolution resolution = ResolveRevisions.resolve(before, page);
        if (!resolution.held().equals(before)) {
            state.update(resolution.held());
        }
        resolution.changes().forEach(out::collect);
    }
}
