package org.broadsheet.job.operators;

import org.broadsheet.text.page.ClosedYears;

/**
 * A keyed step that leaves closed years behind: {@code merge-reports} forgets what 太原晚报 printed in 2015.
 *
 * @param <K> its key
 */
interface ClosesYears<K> {
    /** The name of the value of packed bytes that it keeps of every key. */
    String keeps();

    /** The years that are closed. */
    ClosedYears closed();

    /**
     * Forgets of the key at hand what can no longer matter.
     *
     * @param before the years that were closed when this was kept
     * @throws Exception where the state cannot be reached
     */
    void close(K key, ClosedYears before) throws Exception;
}
