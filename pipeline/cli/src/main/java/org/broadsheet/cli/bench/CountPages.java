package org.broadsheet.cli.bench;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.accumulators.LongMinimum;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.broadsheet.text.page.RawPage;

/**
 * Counts pages and their bytes as they come from the source and passes them on. The first ones of each subtask only warm up: what
 * they cost is not measured.
 */
final class CountPages extends RichMapFunction<RawPage, RawPage> {
    static final String ALL = "pages";
    static final String MEASURED = "pages-measured";
    static final String BYTES = "bytes-measured";
    static final String BEGUN = "begun";
    static final String PROCESSOR = "processor-begun";

    private final long warmUp;
    private final LongCounter all = new LongCounter();
    private final LongCounter measured = new LongCounter();
    private final LongCounter bytes = new LongCounter();
    private final LongMinimum begun = new LongMinimum();
    private final LongMinimum processor = new LongMinimum();
    private long seen;

    /** @param warmUp pages of each subtask that are not measured */
    CountPages(long warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator(ALL, all);
        getRuntimeContext().addAccumulator(MEASURED, measured);
        getRuntimeContext().addAccumulator(BYTES, bytes);
        getRuntimeContext().addAccumulator(BEGUN, begun);
        getRuntimeContext().addAccumulator(PROCESSOR, processor);
    }

    @Override
    public RawPage map(RawPage page) {
        all.add(1);
        if (seen == warmUp) {
            Clocks now = Clocks.now();
            begun.add(now.time());
            processor.add(now.processor());
        }
        if (seen++ >= warmUp) {
            byte[] value = page.value();
            measured.add(1);
            bytes.add(value == null ? 0 : value.length);
        }
        return page;
    }
}
