package org.broadsheet.postgres;

import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.InitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessageTypeInfo;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreCommitTopology;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreWriteTopology;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Writes the tables, all of them in one transaction per completed checkpoint: a reader who sees 太原市's figure sees its
 * facts, too.
 *
 * <p>All changes of a key must come from one subtask of the step before, in their order, and the sink has that step's
 * parallelism. Writers, in parallel, fold the changes by key and stage them; one committer merges what all of them staged for a
 * checkpoint, and moves the fence (table {@code writer}) along. A commit that comes again is skipped; one that would go
 * back, or comes from a job whose tables another job has taken over, ends the job with a
 * {@link WriteRefusedException}. So after any crash the tables are those of a run without one.
 *
 * <p>Flink commits what an aborted checkpoint left behind as a transaction of its own, just before the next one.
 * Give the sink a uid: {@code changes.sinkTo(sink).uid("write-tables")}.
 */
public final class TableSink
        implements Sink<TableChange>,
                SupportsWriterState<TableChange, Long>,
                SupportsPreWriteTopology<TableChange>,
                SupportsPreCommitTopology<Batch, Batch>,
                SupportsCommitter<Batch> {
    /** How many characters of changes a writer holds before it stages them, where nothing else is said. */
    public static final int DEFAULT_CHUNK = 8 << 20;

    private final DatabaseSettings settings;
    private final int chunk;

    private TableSink(DatabaseSettings settings, int chunk) {
        this.settings = settings;
        this.chunk = chunk;
    }

    /** A sink into the tables of a schema, which must be there ({@link Migration#migrate}). */
    public static TableSink into(DatabaseSettings settings) {
        return new TableSink(settings, DEFAULT_CHUNK);
    }

    /**
     * The same with another bound on what a writer holds in memory.
     *
     * @param characters of keys and lines, at least 1
     */
    public TableSink withChunk(int characters) {
        return new TableSink(settings, characters);
    }

    /**
     * Each writer takes the changes of its own subtask, so that the text of a page never crosses the network. Flink refuses
     * a graph in which the steps before the sink have another parallelism.
     */
    @Override
    public DataStream<TableChange> addPreWriteTopology(DataStream<TableChange> changes) {
        return changes.forward();
    }

    @Override
    public StatefulSinkWriter<TableChange, Long> createWriter(WriterInitContext context) throws IOException {
        return StagingWriter.open(settings, attempt(context), chunk).measuredIn(context.metricGroup());
    }

    /**
     * A writer that goes on. It needs no state, but a task without any is not told from which checkpoint it was
     * restored, and would count from 1 again at the end of its input: so it keeps the checkpoint as its state.
     */
    @Override
    public StatefulSinkWriter<TableChange, Long> restoreWriter(WriterInitContext context, Collection<Long> recovered)
            throws IOException {
        return createWriter(context);
    }

    @Override
    public SimpleVersionedSerializer<Long> getWriterStateSerializer() {
        return new CheckpointSerializer();
    }

    @Override
    public DataStream<CommittableMessage<Batch>> addPreCommitTopology(DataStream<CommittableMessage<Batch>> staged) {
        return staged.map(new StampCheckpoint())
                .returns(CommittableMessageTypeInfo.of(BatchSerializer::new))
                .name("stamp checkpoint")
                .uid("stamp-checkpoint")
                .global();
    }

    @Override
    public Committer<Batch> createCommitter(CommitterInitContext context) throws IOException {
        return MergingCommitter.open(settings, attempt(context)).measuredIn(context.metricGroup());
    }

    @Override
    public SimpleVersionedSerializer<Batch> getCommittableSerializer() {
        return new BatchSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Batch> getWriteResultSerializer() {
        return new BatchSerializer();
    }

    private static Attempt attempt(InitContext context) {
        return new Attempt(
                context.getJobInfo().getJobId().toHexString(),
                context.getRestoredCheckpointId().orElse(0),
                context.getTaskInfo().getIndexOfThisSubtask(),
                context.getTaskInfo().getNumberOfParallelSubtasks());
    }
}
