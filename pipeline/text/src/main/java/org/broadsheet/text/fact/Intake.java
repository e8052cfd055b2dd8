package org.broadsheet.text.fact;

/**
 * The books of one partition. Law: next − first = read + rejected (each offset was read or rejected, none twice).
 *
 * @param first the first offset seen
 * @param next the offset behind the last one seen
 * @param read pages read, withdrawals included
 * @param rejected pages sent to the dead letters
 */
public record Intake(String topic, int partition, long first, long next, long read, long rejected) {
    /** The books of a partition of which nothing was passed yet. */
    public static Intake opening(String topic, int partition, long first) {
        return new Intake(topic, partition, first, first, 0, 0);
    }

    /** The books with one more offset passed. */
    public Intake plus(long offset, boolean wasRead) {
        return new Intake(
                topic, partition, first, offset + 1, wasRead ? read + 1 : read, wasRead ? rejected : rejected + 1);
    }
}
