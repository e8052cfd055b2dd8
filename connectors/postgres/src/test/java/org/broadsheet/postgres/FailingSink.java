package org.broadsheet.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreCommitTopology;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreWriteTopology;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The real sink, whose committer dies once: in its first attempt, on the commit that brings the figure of a region.
 *
 * @param region whose figure it dies on
 * @param committed whether the commit is done before it dies
 */
record FailingSink(TableSink sink, DatabaseSettings settings, int region, boolean committed)
        implements Sink<TableChange>,
                SupportsWriterState<TableChange, Long>,
                SupportsPreWriteTopology<TableChange>,
                SupportsPreCommitTopology<Batch, Batch>,
                SupportsCommitter<Batch> {
    @Override
    public StatefulSinkWriter<TableChange, Long> createWriter(WriterInitContext context) throws IOException {
        return sink.createWriter(context);
    }

    @Override
    public StatefulSinkWriter<TableChange, Long> restoreWriter(WriterInitContext context, Collection<Long> recovered)
            throws IOException {
        return sink.restoreWriter(context, recovered);
    }

    @Override
    public SimpleVersionedSerializer<Long> getWriterStateSerializer() {
        return sink.getWriterStateSerializer();
    }

    @Override
    public DataStream<TableChange> addPreWriteTopology(DataStream<TableChange> changes) {
        return sink.addPreWriteTopology(changes);
    }

    @Override
    public DataStream<CommittableMessage<Batch>> addPreCommitTopology(DataStream<CommittableMessage<Batch>> staged) {
        return sink.addPreCommitTopology(staged);
    }

    @Override
    public Committer<Batch> createCommitter(CommitterInitContext context) throws IOException {
        Committer<Batch> committer = sink.createCommitter(context);
        return context.getTaskInfo().getAttemptNumber() == 0 ? new Dying(committer) : committer;
    }

    @Override
    public SimpleVersionedSerializer<Batch> getCommittableSerializer() {
        return sink.getCommittableSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Batch> getWriteResultSerializer() {
        return sink.getWriteResultSerializer();
    }

    private final class Dying implements Committer<Batch> {
        private final Committer<Batch> committer;

        Dying(Committer<Batch> committer) {
            this.committer = committer;
        }

        @Override
        public void commit(Collection<CommitRequest<Batch>> requests) throws IOException, InterruptedException {
            boolean fatal = bringsTheFigure();
            if (!fatal || committed) {
                committer.commit(requests);
            }
            if (fatal) {
                throw new IOException(committed ? "dead behind the commit" : "dead before the commit");
            }
        }

        @Override
        public void close() throws Exception {
            committer.close();
        }

        private boolean bringsTheFigure() throws IOException {
            try {
                return !Queries.rows(settings, "SELECT 1 FROM staged_region_figure WHERE region = " + region)
                        .isEmpty();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }
}
