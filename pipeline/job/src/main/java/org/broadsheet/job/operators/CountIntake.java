package org.broadsheet.job.operators;

import static java.util.Objects.requireNonNull;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.broadsheet.text.fact.Intake;
import org.jspecify.annotations.Nullable;

/** Keeps the books of each partition in checkpointed state: offsets passed = read + rejected. */
public final class CountIntake extends KeyedProcessFunction<String, Receipt, Intake> {
    private transient @Nullable ValueState<Intake> books;

    @Override
    public void open(OpenContext context) {
        books = getRuntimeContext().getState(new ValueStateDescriptor<>("books", TypeInformation.of(Intake.class)));
    }

    @Override
    public void processElement(Receipt receipt, Context context, Collector<Intake> out) throws Exception {
        ValueState<Intake> state = requireNonNull(books);
        Intake before = state.value();
        Intake after = before == null ? Intake.opening(receipt.topic(), receipt.partition(), receipt.offset()) : before;
        after = after.plus(receipt.offset(), receipt.read());
        state.update(after);
        out.collect(after);
    }
}
