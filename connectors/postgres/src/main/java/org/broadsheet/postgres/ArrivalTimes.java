package org.broadsheet.postgres;

import java.util.Arrays;

/**
 * When the pages of a checkpoint arrived, thinned to an even sample: of 1,000 pages every fourth is kept. For a metric only:
 * 何时到达 says nothing about any row. Not thread-safe.
 */
final class ArrivalTimes {
    /** How many are kept at most. */
    static final int MOST = 256;

    private long[] kept = new long[MOST];
    private int size;
    private long seen;
    private long stride = 1;

    /** @param milliseconds since 1970, as the broker says */
    void add(long milliseconds) {
        if (seen % stride == 0) {
            if (size == MOST) {
                thin();
            }
            if (seen % stride == 0) {
                kept[size++] = milliseconds;
            }
        }
        seen++;
    }

    /** Those kept since the last call, in the order they came. */
    long[] take() {
        long[] taken = Arrays.copyOf(kept, size);
        kept = new long[MOST];
        size = 0;
        seen = 0;
        stride = 1;
        return taken;
    }

    private void thin() {
        for (int i = 0; i < MOST / 2; i++) {
            kept[i] = kept[2 * i];
        }
        size = MOST / 2;
        stride *= 2;
    }
}
