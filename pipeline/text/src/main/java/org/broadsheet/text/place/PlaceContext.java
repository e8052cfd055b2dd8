package org.broadsheet.text.place;

/**
 * What an article has named so far: the last city, the last county, the last local places. One per article, filled by
 * {@link PlaceFinder}; after {@code 榆次区} the word {@code 该区} is 140702.
 *
 * <p>Not thread-safe.
 */
public final class PlaceContext {
    private final int home;

    /** @param home six-digit code of the paper's home; 0 where it is not known */
    public PlaceContext(int home) {
        this.home = home;
    }

    /** Six-digit code of the paper's home; 0 where it is not known. */
    public int home() {
        return home;
    }
}
