package org.broadsheet.postgres;

import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableWithLineage;

/** Tells each batch its checkpoint: neither writer nor committer is told by Flink. */
final class StampCheckpoint implements MapFunction<CommittableMessage<Batch>, CommittableMessage<Batch>> {
    @Override
    public CommittableMessage<Batch> map(CommittableMessage<Batch> message) {
        if (message instanceof CommittableWithLineage<Batch> staged) {
            return staged.map(batch -> batch.at(staged.getCheckpointId()));
        }
        return message;
    }
}
