package org.broadsheet.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;

/** Writers and committers called as Flink calls them, one step at a time. */
final class SinkTasks {
    private SinkTasks() {}

    /** What a writer stages for a checkpoint. */
    static Batch stage(StagingWriter writer, long checkpoint, TableChange... changes) throws IOException {
        for (TableChange change : changes) {
            writer.write(change, new NoContext());
        }
        writer.flush(false);
        Collection<Batch> staged = writer.prepareCommit();
        return staged.iterator().next().at(checkpoint);
    }

    static List<Request> commit(MergingCommitter committer, Batch... batches) throws IOException {
        List<Request> requests = new ArrayList<>();
        for (Batch batch : batches) {
            requests.add(new Request(batch));
        }
        committer.commit(new ArrayList<>(requests));
        return requests;
    }

    static final class NoContext implements org.apache.flink.api.connector.sink2.SinkWriter.Context {
        @Override
        public long currentWatermark() {
            return Long.MIN_VALUE;
        }

        @Override
        @SuppressWarnings("NullAway")
        public Long timestamp() {
            return null;
        }
    }

    /** Remembers what the committer said of it. */
    static final class Request implements CommitRequest<Batch> {
        private final Batch batch;
        private int retries;
        private boolean retry;
        private boolean already;

        Request(Batch batch) {
            this.batch = batch;
        }

        boolean skipped() {
            return already;
        }

        boolean toBeRetried() {
            return retry;
        }

        @Override
        public Batch getCommittable() {
            return batch;
        }

        @Override
        public int getNumberOfRetries() {
            return retries;
        }

        @Override
        public void signalFailedWithKnownReason(Throwable reason) {
            throw new AssertionError("a batch is never given up", reason);
        }

        @Override
        public void signalFailedWithUnknownReason(Throwable reason) {
            throw new AssertionError("a batch is never given up", reason);
        }

        @Override
        public void retryLater() {
            retry = true;
            retries++;
        }

        @Override
        public void updateAndRetryLater(Batch other) {
            throw new AssertionError("a batch never changes");
        }

        @Override
        public void signalAlreadyCommitted() {
            already = true;
        }
    }
}
