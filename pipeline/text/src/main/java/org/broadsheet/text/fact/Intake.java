package org.broadsheet.text.fact;

/**
 * The books of one partition. Law: next − first = read + rejected (each offset was read or rejected, none twice).
 *
 * @param first the first offset seen
 * @param next the offset behind the last one seen
 * @param read pages read, withdrawals included
 * @param rejected pages sent to the dead letters
 */
public record Intake(String topic, int partition, long first, long next, long read, long rejected) {}
