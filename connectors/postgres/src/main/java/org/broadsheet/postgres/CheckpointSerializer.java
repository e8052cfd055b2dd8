package org.broadsheet.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The state of a writer: the checkpoint at which it was taken, 8 bytes. */
final class CheckpointSerializer implements SimpleVersionedSerializer<Long> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(Long checkpoint) {
        return ByteBuffer.allocate(Long.BYTES).putLong(checkpoint).array();
    }

    @Override
    public Long deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION || serialized.length != Long.BYTES) {
            throw new IOException("a checkpoint of version " + version + " and " + serialized.length + " bytes");
        }
        return ByteBuffer.wrap(serialized).getLong();
    }
}
