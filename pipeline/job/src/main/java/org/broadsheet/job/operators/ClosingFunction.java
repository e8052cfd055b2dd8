package org.broadsheet.job.operators;

import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.broadsheet.text.page.ClosedYears;

/**
 * A keyed step that leaves closed years behind: {@code merge-reports} forgets what 太原晚报 printed in 2015.
 *
 * @param <K> its key
 */
abstract class ClosingFunction<K, I, O> extends KeyedProcessFunction<K, I, O> {
    private final String keeps;
    private final ClosedYears closed;

    /**
     * A step.
     *
     * @param keeps the name of the value of packed bytes that it keeps of every key
     * @param closed the years that are closed
     */
    ClosingFunction(String keeps, ClosedYears closed) {
        this.keeps = keeps;
        this.closed = closed;
    }

    final String keeps() {
        return keeps;
    }

    final ClosedYears closed() {
        return closed;
    }

    /**
     * Forgets of the key at hand what can no longer matter.
     *
     * @param before the years that were closed when this was kept
     * @throws Exception where the state cannot be reached
     */
    abstract void close(K key, ClosedYears before) throws Exception;
}
