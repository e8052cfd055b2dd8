package org.broadsheet.cli.bench;

import java.io.Serializable;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * The end of a stream: adds up numbers of what comes. Where what is taken out counts negative, the sums depend neither on the order
 * nor on the steps in between. Sends nothing on.
 */
final class CountRows<T> extends RichFlatMapFunction<T, Long> {
    /** A number of each row. */
    interface Counted<T> extends ToLongFunction<T>, Serializable {}

    /** A sum of all rows, by the name of its accumulator. */
    record Sum<T>(String name, Counted<T> number, LongCounter total) implements Serializable {
        Sum(String name, Counted<T> number) {
            this(name, number, new LongCounter());
        }
    }

    private final List<Sum<T>> sums;

    CountRows(List<Sum<T>> sums) {
        this.sums = sums;
    }

    @Override
    public void open(OpenContext context) {
        sums.forEach(sum -> getRuntimeContext().addAccumulator(sum.name(), sum.total()));
    }

    @Override
    public void flatMap(T row, Collector<Long> out) {
        for (Sum<T> sum : sums) {
            sum.total().add(sum.number().applyAsLong(row));
        }
    }
}
