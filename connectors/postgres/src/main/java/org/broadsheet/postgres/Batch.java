package org.broadsheet.postgres;

import java.util.UUID;

/**
 * What one writer staged for one checkpoint; the rows themselves wait in the database.
 *
 * @param id of the row in {@code batch}
 * @param checkpoint to which it belongs; 0 until {@link StampCheckpoint} has said so
 */
record Batch(UUID id, long checkpoint) {
    Batch at(long stamped) {
        return new Batch(id, stamped);
    }
}
