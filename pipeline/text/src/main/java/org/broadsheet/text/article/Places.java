package org.broadsheet.text.article;

import java.util.Arrays;

/**
 * Places in the decoded page, kept as runs: {@code 11月6日} from {@code 11月 6日} is two runs, not five numbers. A text of
 * many lines has about one run a line, and its parts share the runs. Immutable, thread-safe.
 */
final class Places {
    /** Where in the text each run starts; the first at 0. */
    private final int[] starts;
    /** Where in the page each run starts. */
    private final int[] origins;

    private final int runs;

    private Places(int[] starts, int[] origins, int runs) {
        this.starts = starts;
        this.origins = origins;
        this.runs = runs;
    }

    /** The place in the page of the character at an index, from 0. */
    int origin(int index) {
        int run = run(index);
        return origins[run] + index - starts[run];
    }

    private int run(int index) {
        if (runs == 1) {
            return 0;
        }
        int found = Arrays.binarySearch(starts, 0, runs, index);
        return found >= 0 ? found : -found - 2;
    }

    /** Collects runs, the text growing. Not thread-safe. */
    static final class Builder {
        private int[] starts;
        private int[] origins;
        private int runs;

        /** @param capacity runs there will be, more or less; at least 1 */
        Builder(int capacity) {
            starts = new int[capacity];
            origins = new int[capacity];
        }

        /** What stands at {@code at} of the text, and behind it, stands in the page from {@code origin} on. */
        void add(int at, int origin) {
            if (runs > 0 && origins[runs - 1] + at - starts[runs - 1] == origin) {
                return;
            }
            if (runs == starts.length) {
                starts = Arrays.copyOf(starts, runs * 2);
                origins = Arrays.copyOf(origins, runs * 2);
            }
            starts[runs] = at;
            origins[runs++] = origin;
        }

        /** What stands at {@code at} of the text are the characters of other places, from {@code start} to {@code end}. */
        void add(int at, Places part, int start, int end) {
            if (start == end) {
                return;
            }
            int run = part.run(start);
            add(at, part.origins[run] + start - part.starts[run]);
            for (run++; run < part.runs && part.starts[run] < end; run++) {
                add(at + part.starts[run] - start, part.origins[run]);
            }
        }

        /** The places; nothing may be added behind. */
        Places build() {
            if (runs == 0) {
                add(0, 0);
            }
            return new Places(starts, origins, runs);
        }
    }
}
