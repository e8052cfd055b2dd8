package org.broadsheet.cli.bench;

import java.util.SortedMap;

/**
 * What one run of a part came to: 9,000 pages of 162 MB in 6.1 s.
 *
 * @param pages that were measured, those that warmed up aside
 * @param bytes of their values
 * @param processorSeconds of this process, all threads; the broker and the database are others
 * @param allocated bytes on the heap
 * @param heap bytes after a collection at the end, with the state held
 * @param state bytes of the last checkpoint that was seen; 0 where none was
 * @param sums what came out, by name: the same whatever holds the state and wherever the rows go
 */
public record Measured(
        long pages,
        long bytes,
        double seconds,
        double processorSeconds,
        long allocated,
        long heap,
        long state,
        SortedMap<String, Long> sums) {
    /** Pages a second. */
    public double pagesPerSecond() {
        return pages / seconds;
    }

    /** Millions of bytes a second. */
    public double megabytesPerSecond() {
        return bytes / 1e6 / seconds;
    }

    /** Microseconds of the processor a page. */
    public double processorMicroseconds() {
        return processorSeconds * 1e6 / pages;
    }
}
