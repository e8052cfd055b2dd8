package org.broadsheet.cli.bench;

import java.lang.management.ManagementFactory;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Notes when everything before it has come to its end, and what is on the heap then: the keyed steps still hold their state. */
final class EndOfRun extends AbstractStreamOperator<Long>
        implements OneInputStreamOperator<Long, Long>, BoundedOneInput {
    static final String ENDED = "ended";
    static final String PROCESSOR = "processor-ended";
    static final String HEAP = "heap";

    private final LongMaximum ended = new LongMaximum();
    private final LongMaximum processor = new LongMaximum();
    private final LongMaximum heap = new LongMaximum();

    @Override
    public void open() throws Exception {
        super.open();
        getRuntimeContext().addAccumulator(ENDED, ended);
        getRuntimeContext().addAccumulator(PROCESSOR, processor);
        getRuntimeContext().addAccumulator(HEAP, heap);
    }

    @Override
    public void processElement(StreamRecord<Long> nothing) {
        throw new IllegalStateException("what counts sends nothing on: " + nothing);
    }

    @Override
    public void endInput() {
        Clocks now = Clocks.now();
        ended.add(now.time());
        processor.add(now.processor());
        heap.add(heapAfterCollection());
    }

    /** Bytes that are still needed. */
    static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
