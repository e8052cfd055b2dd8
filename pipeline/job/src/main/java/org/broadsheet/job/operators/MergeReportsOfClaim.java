package org.broadsheet.job.operators;

import static java.util.Objects.requireNonNull;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.broadsheet.text.fact.Cells;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.FactKey;
import org.broadsheet.text.fact.MentionRow;
import org.broadsheet.text.fact.MergeReports;
import org.broadsheet.text.fact.Reports;
import org.broadsheet.text.fact.WeightedElement;
import org.jspecify.annotations.Nullable;

/** Merges mentions into facts; see {@link MergeReports}. Keyed by claim. */
public final class MergeReportsOfClaim extends KeyedProcessFunction<String, WeightedElement, FactChange> {
    /** Rows of the table {@code mention}. */
    public static final OutputTag<MentionRow> ROWS = new OutputTag<>("mentions", TypeInformation.of(MentionRow.class));

    private transient @Nullable Cells<FactKey, Reports> facts;

    @Override
    public void open(OpenContext context) {
        facts = new KeyedCells<>(getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "facts", TypeInformation.of(FactKey.class), TypeInformation.of(Reports.class))));
    }

    @Override
    public void processElement(WeightedElement change, Context context, Collector<FactChange> out) {
        MergeReports.Outcome outcome = MergeReports.apply(requireNonNull(facts), change);
        outcome.mention().ifPresent(row -> context.output(ROWS, row));
        outcome.fact().ifPresent(out::collect);
    }
}
