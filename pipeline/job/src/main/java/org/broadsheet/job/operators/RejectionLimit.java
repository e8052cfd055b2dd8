package org.broadsheet.job.operators;

import java.io.Serializable;

/**
 * How many pages may be rejected before the job stops: with 0.5 and 1,000, of the last 1,000 that a subtask read at most
 * 500. A wrong encoding upstream must not empty the topic into the dead letters.
 *
 * @param share of the last pages, above 0; 1 never stops
 * @param window how many pages those are; before so many have been read nothing stops
 */
public record RejectionLimit(double share, int window) implements Serializable {
    /** Checks both. */
    public RejectionLimit {
        if (!(share > 0 && share <= 1) || window < 1) {
            throw new IllegalArgumentException("a share above 0 up to 1 of at least one page: " + share + " " + window);
        }
    }

    boolean isExceededBy(int rejected) {
        return rejected > share * window;
    }
}
