package org.broadsheet.text.article;

import java.util.Arrays;

/** A set of short runs of characters, 16 bits a character: {@code 河西村} is one number. Open addressing; not thread-safe. */
final class RunSet {
    private static final long EMPTY = 0;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int SMALLEST = 1 << 8;

    private long[] slots = new long[SMALLEST];
    private int size;

    /** Adds a run, not 0. */
    void add(long run) {
        int slot = slot(run);
        if (slots[slot] == EMPTY) {
            slots[slot] = run;
            size++;
            if (size * 2 > slots.length) {
                grow();
            }
        }
    }

    int size() {
        return size;
    }

    /** How many runs both sets have. */
    int shared(RunSet other) {
        int shared = 0;
        for (long run : slots) {
            shared += run != EMPTY && other.has(run) ? 1 : 0;
        }
        return shared;
    }

    boolean has(long run) {
        return slots[slot(run)] == run;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        Arrays.stream(before).filter(run -> run != EMPTY).forEach(run -> slots[slot(run)] = run);
    }

    /** Where the run stands, or would. */
    private int slot(long run) {
        int slot = (int) ((run * FACTOR) >>> (Long.numberOfLeadingZeros(slots.length) + 1));
        while (slots[slot] != EMPTY && slots[slot] != run) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
