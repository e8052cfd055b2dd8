package org.broadsheet.job.operators;

import static java.util.Objects.requireNonNull;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.figure.AggregateProvince;
import org.broadsheet.text.figure.CountryPart;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.figure.FigureKey;
import org.broadsheet.text.page.ClosedYears;
import org.jspecify.annotations.Nullable;

/** Figures of counties, cities and the province; see {@link AggregateProvince}. Keyed by province, metric, scope, day. */
public final class AggregateProvinceFigures extends ClosingFunction<Long, FactChange, FigureChange> {
    /** What the country's figures are made of. */
    public static final OutputTag<CountryPart> COUNTRY =
            new OutputTag<>("country", TypeInformation.of(CountryPart.class));

    private final TextRules rules;
    private transient @Nullable AggregateProvince step;
    private transient @Nullable ValueState<byte[]> held;

    /** An operator that takes the kinds of metrics from these rules, and leaves these years behind. */
    public AggregateProvinceFigures(TextRules rules, ClosedYears closed) {
        super("province", closed);
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        step = rules.aggregateProvince();
        held = KeyedCells.value(getRuntimeContext(), keeps());
    }

    @Override
    void close(Long key, ClosedYears before) {
        if (FigureKey.isClosed(key, closed())) {
            requireNonNull(held).clear();
        }
    }

    @Override
    public void processElement(FactChange change, Context context, Collector<FigureChange> out) throws Exception {
        ValueState<byte[]> state = requireNonNull(held);
        AggregateProvince.Outcome outcome = requireNonNull(step).apply(state.value(), change);
        KeyedCells.keep(state, outcome.kept());
        outcome.figures().forEach(out::collect);
        outcome.country().forEach(part -> context.output(COUNTRY, part));
    }
}
