package org.broadsheet.cli;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Holds pages back so that no more than a number of them are sent a second: with 50, one each 20 ms. Not thread-safe. */
final class FeedPace {
    private final long betweenNanoseconds;
    private long next = System.nanoTime();

    private FeedPace(long betweenNanoseconds) {
        this.betweenNanoseconds = betweenNanoseconds;
    }

    /** As fast as the broker takes them. */
    static FeedPace none() {
        return new FeedPace(0);
    }

    /** So many pages a second, above 0. */
    static FeedPace of(double pagesPerSecond) {
        return new FeedPace((long) (TimeUnit.SECONDS.toNanos(1) / pagesPerSecond));
    }

    /** Until the next page may be sent; time that went by unused is not made up for. */
    void await() {
        if (betweenNanoseconds == 0) {
            return;
        }
        long now = System.nanoTime();
        while (now - next < 0) {
            LockSupport.parkNanos(next - now);
            now = System.nanoTime();
        }
        next = Math.max(next + betweenNanoseconds, now - TimeUnit.MILLISECONDS.toNanos(100));
    }
}
