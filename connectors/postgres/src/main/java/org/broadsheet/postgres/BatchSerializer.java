package org.broadsheet.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A {@link Batch} in checkpoints and savepoints: 24 bytes, and 8 for each arrival; version 1 had none of these. */
final class BatchSerializer implements SimpleVersionedSerializer<Batch> {
    private static final int VERSION = 2;
    private static final int WITHOUT_ARRIVALS = 3 * Long.BYTES;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(Batch batch) {
        ByteBuffer bytes = ByteBuffer.allocate(WITHOUT_ARRIVALS + batch.arrivals().length * Long.BYTES)
                .putLong(batch.id().getMostSignificantBits())
                .putLong(batch.id().getLeastSignificantBits())
                .putLong(batch.checkpoint());
        for (long arrival : batch.arrivals()) {
            bytes.putLong(arrival);
        }
        return bytes.array();
    }

    @Override
    public Batch deserialize(int version, byte[] serialized) throws IOException {
        if (version < 1 || version > VERSION || !isWhole(version, serialized.length)) {
            throw new IOException("a batch of version " + version + " and " + serialized.length + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.wrap(serialized);
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        long checkpoint = bytes.getLong();
        long[] arrivals = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(arrivals);
        return new Batch(id, checkpoint, arrivals);
    }

    private static boolean isWhole(int version, int length) {
        return version == 1 ? length == WITHOUT_ARRIVALS : length >= WITHOUT_ARRIVALS && length % Long.BYTES == 0;
    }
}
