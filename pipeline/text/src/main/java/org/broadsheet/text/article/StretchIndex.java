package org.broadsheet.text.article;

import java.util.Arrays;

/**
 * Stretches of a page's content by a hash of what they read: where {@code 要切实抓好落实。} stood before. Numbers in arrays of
 * primitives; what is found has to be compared. Not thread-safe.
 */
final class StretchIndex {
    /** No stretch. */
    static final int NONE = -1;

    private static final int LEAST_SIZE = 32;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private int[] slots;
    private long[] hashes;
    private int[] starts;
    private int[] ends;
    private int[] articles;
    private int[] next;
    private int size;

    /** @param expected how many stretches there will be, more or less */
    StretchIndex(int expected) {
        int capacity = Integer.highestOneBit(Math.max(LEAST_SIZE, expected)) * 2;
        slots = new int[capacity * 2];
        hashes = new long[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        articles = new int[capacity];
        next = new int[capacity];
    }

    /** Takes in a stretch. */
    void add(long hash, int start, int end, int article) {
        if (size == hashes.length) {
            grow();
        }
        hashes[size] = hash;
        starts[size] = start;
        ends[size] = end;
        articles[size] = article;
        link(size);
        size++;
    }

    /** The stretch with this hash that was taken in last, or {@link #NONE}. */
    int find(long hash) {
        return skip(slots[slot(hash)] - 1, hash);
    }

    /** The stretch with the same hash that was taken in before this one, or {@link #NONE}. */
    int findBefore(int entry) {
        return skip(next[entry] - 1, hashes[entry]);
    }

    int start(int entry) {
        return starts[entry];
    }

    int end(int entry) {
        return ends[entry];
    }

    int article(int entry) {
        return articles[entry];
    }

    private int skip(int from, long hash) {
        int entry = from;
        while (entry >= 0 && hashes[entry] != hash) {
            entry = next[entry] - 1;
        }
        return entry;
    }

    private int slot(long hash) {
        return (int) ((hash * FACTOR) >>> 40) & (slots.length - 1);
    }

    private void link(int entry) {
        int slot = slot(hashes[entry]);
        next[entry] = slots[slot];
        slots[slot] = entry + 1;
    }

    private void grow() {
        int capacity = size * 2;
        hashes = Arrays.copyOf(hashes, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        articles = Arrays.copyOf(articles, capacity);
        next = new int[capacity];
        slots = new int[capacity * 2];
        for (int entry = 0; entry < size; entry++) {
            link(entry);
        }
    }
}
