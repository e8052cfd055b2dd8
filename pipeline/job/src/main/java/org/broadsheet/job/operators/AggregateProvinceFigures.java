package org.broadsheet.job.operators;

import static java.util.Objects.requireNonNull;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.fact.Cells;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.figure.AggregateProvince;
import org.broadsheet.text.figure.CountryPart;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.figure.RegionFacts;
import org.jspecify.annotations.Nullable;

/** Figures of counties, cities and the province; see {@link AggregateProvince}. Keyed by province, metric, scope, day. */
public final class AggregateProvinceFigures extends KeyedProcessFunction<String, FactChange, FigureChange> {
    /** What the country's figures are made of. */
    public static final OutputTag<CountryPart> COUNTRY =
            new OutputTag<>("country", TypeInformation.of(CountryPart.class));

    private final TextRules rules;
    private transient @Nullable AggregateProvince step;
    private transient @Nullable Cells<Integer, RegionFacts> regions;

    /** An operator that takes the kinds of metrics from these rules. */
    public AggregateProvinceFigures(TextRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        step = rules.aggregateProvince();
        regions = new KeyedCells<>(getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("regions", Types.INT, TypeInformation.of(RegionFacts.class))));
    }

    @Override
    public void processElement(FactChange change, Context context, Collector<FigureChange> out) {
        AggregateProvince.Outcome outcome = requireNonNull(step).apply(requireNonNull(regions), change);
        outcome.figures().forEach(out::collect);
        outcome.country().forEach(part -> context.output(COUNTRY, part));
    }
}
