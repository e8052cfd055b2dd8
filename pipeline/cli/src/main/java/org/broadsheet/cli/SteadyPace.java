package org.broadsheet.cli;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** No more than a number of pages a second: with 50, one each 20 ms. Time that went by unused is not made up for. */
final class SteadyPace implements FeedPace {
    private final long betweenNanoseconds;
    private long next = System.nanoTime();

    /** @param pagesPerSecond above 0 */
    SteadyPace(double pagesPerSecond) {
        this.betweenNanoseconds = (long) (TimeUnit.SECONDS.toNanos(1) / pagesPerSecond);
    }

    @Override
    public void await() {
        long now = System.nanoTime();
        while (now - next < 0) {
            LockSupport.parkNanos(next - now);
            now = System.nanoTime();
        }
        next = Math.max(next + betweenNanoseconds, now - TimeUnit.MILLISECONDS.toNanos(100));
    }
}
