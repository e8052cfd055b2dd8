package org.broadsheet.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** Gives each reader that comes one of the splits that wait: 三个读者，三份版面. */
final class PageFileEnumerator implements SplitEnumerator<PageFileSplit, List<PageFileSplit>> {
    private final SplitEnumeratorContext<PageFileSplit> context;
    private final Deque<PageFileSplit> waiting;

    PageFileEnumerator(SplitEnumeratorContext<PageFileSplit> context, List<PageFileSplit> waiting) {
        this.context = context;
        this.waiting = new ArrayDeque<>(waiting);
    }

    @Override
    public void start() {}

    @Override
    public void addReader(int reader) {
        int readers = context.currentParallelism();
        // with fewer readers than splits each takes its share
        int share = Math.max(1, (waiting.size() + readers - 1) / readers);
        for (int i = 0; i < share && !waiting.isEmpty(); i++) {
            context.assignSplit(waiting.remove(), reader);
        }
    }

    @Override
    public void handleSplitRequest(int reader, @Nullable String host) {}

    @Override
    public void addSplitsBack(List<PageFileSplit> splits, int reader) {
        waiting.addAll(splits);
    }

    @Override
    public List<PageFileSplit> snapshotState(long checkpoint) {
        return List.copyOf(waiting);
    }

    @Override
    public void close() {}

    /** The splits that wait, one behind the other. */
    static final class Serializer implements SimpleVersionedSerializer<List<PageFileSplit>> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(List<PageFileSplit> splits) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(splits.size());
            for (PageFileSplit split : splits) {
                PageFileSplit.Serializer.write(split, out);
            }
            return bytes.toByteArray();
        }

        @Override
        public List<PageFileSplit> deserialize(int version, byte[] serialized) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
            int size = in.readInt();
            List<PageFileSplit> splits = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                splits.add(PageFileSplit.Serializer.read(in));
            }
            return splits;
        }
    }
}
