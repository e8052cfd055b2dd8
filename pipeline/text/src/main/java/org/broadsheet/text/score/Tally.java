package org.broadsheet.text.score;

/**
 * How many were found: precision 8/10, recall 8/9.
 *
 * @param matched mentions that agree with a label
 * @param missed labels without a mention
 * @param extra mentions without a label
 */
public record Tally(int matched, int missed, int extra) {
    /** Nothing counted yet. */
    public static final Tally NONE = new Tally(0, 0, 0);

    /** Share of the mentions that agree; 1 where there is none. */
    public double precision() {
        return matched + extra == 0 ? 1 : (double) matched / (matched + extra);
    }

    /** Share of the labels that were found; 1 where there is none. */
    public double recall() {
        return matched + missed == 0 ? 1 : (double) matched / (matched + missed);
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return matched + missed + extra == 0 ? 1 : 2.0 * matched / (2.0 * matched + missed + extra);
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(matched + other.matched, missed + other.missed, extra + other.extra);
    }
}
