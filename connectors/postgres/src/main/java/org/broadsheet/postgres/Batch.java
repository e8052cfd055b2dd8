package org.broadsheet.postgres;

import java.util.UUID;

/**
 * What one writer staged for one checkpoint; the rows themselves wait in the database.
 *
 * @param id of the row in {@code batch}
 * @param checkpoint to which it belongs; 0 until {@link StampCheckpoint} has said so
 * @param arrivals when some of its pages arrived in Kafka, in milliseconds since 1970: for a metric, never for a row
 */
record Batch(UUID id, long checkpoint, long[] arrivals) {
    Batch at(long stamped) {
        return new Batch(id, stamped, arrivals);
    }
}
