package org.broadsheet.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A {@link Batch} in checkpoints and savepoints: 24 bytes. */
final class BatchSerializer implements SimpleVersionedSerializer<Batch> {
    private static final int VERSION = 1;
    private static final int LENGTH = 3 * Long.BYTES;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(Batch batch) {
        return ByteBuffer.allocate(LENGTH)
                .putLong(batch.id().getMostSignificantBits())
                .putLong(batch.id().getLeastSignificantBits())
                .putLong(batch.checkpoint())
                .array();
    }

    @Override
    public Batch deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION || serialized.length != LENGTH) {
            throw new IOException("a batch of version " + version + " and " + serialized.length + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.wrap(serialized);
        return new Batch(new UUID(bytes.getLong(), bytes.getLong()), bytes.getLong());
    }
}
