package org.broadsheet.job.operators;

import static java.util.Objects.requireNonNull;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.broadsheet.text.page.ClosedYears;
import org.jspecify.annotations.Nullable;

/**
 * Runs a keyed step, and before its first element has it leave behind the years that were closed since its state was written:
 * after {@code close 2015} once, not again when it is restored later. Which years the state has left behind is kept beside it.
 */
public final class ClosingOperator<K, I, O> extends KeyedProcessOperator<K, I, O> {
    private final ClosingFunction<K, I, O> step;
    private transient @Nullable ListState<Integer> closedThrough;
    private transient ClosedYears before = ClosedYears.NONE;

    /** An operator of this step. */
    public ClosingOperator(ClosingFunction<K, I, O> step) {
        super(step);
        this.step = step;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        closedThrough = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("closed-through", Types.INT));
        before = context.isRestored() ? ClosedYears.NONE : step.closed();
        for (int lastDay : closedThrough.get()) {
            before = new ClosedYears(Math.max(before.lastDay(), lastDay));
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        ClosedYears now = step.closed();
        if (before.lastDay() > now.lastDay()) {
            throw new IllegalStateException("The state has left the years up to " + before.lastYear()
                    + " behind, but the tables do not say that they are closed: they are not of this state.");
        }
        if (before.equals(now)) {
            return;
        }
        getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        KeyedCells.descriptor(step.keeps()),
                        (key, state) -> close(key));
    }

    @SuppressWarnings("unchecked") // the backend knows its keys as objects
    private void close(Object key) throws Exception {
        step.close((K) key, before);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        requireNonNull(closedThrough).update(java.util.List.of(step.closed().lastDay()));
    }
}
