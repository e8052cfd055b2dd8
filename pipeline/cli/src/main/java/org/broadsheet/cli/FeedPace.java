package org.broadsheet.cli;

/** Holds pages back before they are sent. Not thread-safe. */
interface FeedPace {
    /** Until the next page may be sent. */
    void await();

    /** As fast as the broker takes them. */
    static FeedPace none() {
        return () -> {};
    }

    /** So many pages a second, above 0. */
    static FeedPace of(double pagesPerSecond) {
        return new SteadyPace(pagesPerSecond);
    }
}
