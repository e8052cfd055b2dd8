package org.broadsheet.job.operators;

/**
 * That an offset was passed, and how: what {@code count-intake} counts.
 *
 * @param read true where it was read (or withdrawn), false where it went to the dead letters
 */
public record Receipt(String topic, int partition, long offset, boolean read) {
    /** The key of {@code count-intake}. */
    public String source() {
        return topic + '/' + partition;
    }
}
