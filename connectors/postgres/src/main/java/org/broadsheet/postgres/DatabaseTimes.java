package org.broadsheet.postgres;

import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** How long the database takes, for metrics: 耗时 of the last thousand times. */
final class DatabaseTimes {
    private static final int LAST = 1000;

    private DatabaseTimes() {}

    /** A histogram over the last thousand values. */
    static Histogram histogram() {
        return new DescriptiveStatisticsHistogram(LAST);
    }

    /** @param begun as {@link System#nanoTime} said */
    static long millisecondsSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
