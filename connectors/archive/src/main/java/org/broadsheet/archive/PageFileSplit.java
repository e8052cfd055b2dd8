package org.broadsheet.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Every {@code of}th page of the files, from {@code index} on: of 存档's seven pages the second of three splits has the pages 1 and 4.
 *
 * @param index from 0
 * @param of how many splits there are
 * @param files how many pages the files have in all
 * @param passed how many of its pages have been read
 */
record PageFileSplit(int index, int of, long files, long passed) implements SourceSplit {
    @Override
    public String splitId() {
        return "files-" + index;
    }

    /** As 24 bytes. */
    static final class Serializer implements SimpleVersionedSerializer<PageFileSplit> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(PageFileSplit split) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(split, new DataOutputStream(bytes));
            return bytes.toByteArray();
        }

        @Override
        public PageFileSplit deserialize(int version, byte[] serialized) throws IOException {
            return read(new DataInputStream(new ByteArrayInputStream(serialized)));
        }

        static void write(PageFileSplit split, DataOutputStream out) throws IOException {
            out.writeInt(split.index());
            out.writeInt(split.of());
            out.writeLong(split.files());
            out.writeLong(split.passed());
        }

        static PageFileSplit read(DataInputStream in) throws IOException {
            return new PageFileSplit(in.readInt(), in.readInt(), in.readLong(), in.readLong());
        }
    }
}
