package org.broadsheet.job.operators;

import static java.util.Objects.requireNonNull;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.util.Collector;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.figure.AggregateCountry;
import org.broadsheet.text.figure.CountryPart;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.figure.FigureKey;
import org.broadsheet.text.page.ClosedYears;
import org.jspecify.annotations.Nullable;

/** The country's figures; see {@link AggregateCountry}. Keyed by metric, scope, day. */
public final class AggregateCountryFigures extends ClosingFunction<Long, CountryPart, FigureChange> {
    private final TextRules rules;
    private transient @Nullable AggregateCountry step;
    private transient @Nullable ValueState<byte[]> held;

    /** An operator that takes the kinds of metrics from these rules, and leaves these years behind. */
    public AggregateCountryFigures(TextRules rules, ClosedYears closed) {
        super("country", closed);
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        step = rules.aggregateCountry();
        held = KeyedCells.value(getRuntimeContext(), keeps());
    }

    @Override
    void close(Long key, ClosedYears before) {
        if (FigureKey.isClosed(key, closed())) {
            requireNonNull(held).clear();
        }
    }

    @Override
    public void processElement(CountryPart part, Context context, Collector<FigureChange> out) throws Exception {
        ValueState<byte[]> state = requireNonNull(held);
        AggregateCountry.Outcome outcome = requireNonNull(step).apply(state.value(), part);
        KeyedCells.keep(state, outcome.kept());
        outcome.change().ifPresent(out::collect);
    }
}
