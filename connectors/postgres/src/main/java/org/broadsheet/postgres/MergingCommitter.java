package org.broadsheet.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges what all writers staged for a checkpoint into all tables, in the one transaction that moves the fence.
 *
 * <p>All batches there and the checkpoint newer than the fence: merge. None there and the checkpoint not newer: done
 * before, skip. Anything else would lose or bring back rows, and is refused.
 */
final class MergingCommitter implements Committer<Batch> {
    private static final Logger LOG = LoggerFactory.getLogger(MergingCommitter.class);
    private static final int TRIES = 3;

    private final DatabaseSettings settings;
    private final Attempt attempt;
    private final Histogram committing = DatabaseTimes.histogram();
    private final Histogram latency = DatabaseTimes.histogram();
    private @Nullable Connection connection;

    private MergingCommitter(DatabaseSettings settings, Attempt attempt) {
        this.settings = settings;
        this.attempt = attempt;
    }

    /** Takes the tables over for this job, where its state is not older than theirs. */
    static MergingCommitter open(DatabaseSettings settings, Attempt attempt) throws IOException {
        MergingCommitter committer = new MergingCommitter(settings, attempt);
        try {
            committer.takeOver();
        } catch (SQLException e) {
            throw new IOException("The committer cannot begin with " + settings + ": " + Migration.firstLine(e), e);
        } finally {
            committer.close();
        }
        return committer;
    }

    /**
     * Shows how long the transactions take as {@code commitMillis}, and how long pages took from Kafka (the time of their record)
     * to their rows as {@code pageToRowMillis}. The clocks of the broker and of this machine are taken for one.
     */
    MergingCommitter measuredIn(MetricGroup metrics) {
        metrics.histogram("commitMillis", committing);
        metrics.histogram("pageToRowMillis", latency);
        return this;
    }

    @Override
    public void commit(Collection<CommitRequest<Batch>> requests) throws IOException {
        if (requests.isEmpty()) {
            return;
        }
        long checkpoint = requests.iterator().next().getCommittable().checkpoint();
        List<UUID> batches =
                requests.stream().map(request -> request.getCommittable().id()).toList();
        long begun = System.nanoTime();
        try {
            if (commit(checkpoint, batches)) {
                committing.update(DatabaseTimes.millisecondsSince(begun));
                measureLatency(requests);
            } else {
                requests.forEach(CommitRequest::signalAlreadyCommitted);
            }
        } catch (SQLException e) {
            close();
            retryOrFail(requests, checkpoint, e);
        } catch (WriteRefusedException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        Connections.closeQuietly(connection);
        connection = null;
    }

    private void measureLatency(Collection<CommitRequest<Batch>> committed) {
        long now = System.currentTimeMillis();
        for (CommitRequest<Batch> request : committed) {
            for (long arrival : request.getCommittable().arrivals()) {
                latency.update(Math.max(0, now - arrival));
            }
        }
    }

    private void retryOrFail(Collection<CommitRequest<Batch>> requests, long checkpoint, SQLException cause)
            throws IOException {
        boolean tried = requests.stream().anyMatch(request -> request.getNumberOfRetries() + 1 >= TRIES);
        if (tried || !Connections.isLost(cause)) {
            throw new IOException(
                    "Checkpoint " + checkpoint + " cannot be committed to " + settings + ": "
                            + Migration.firstLine(cause),
                    cause);
        }
        LOG.warn("The connection was lost while checkpoint {} was committed; trying again", checkpoint, cause);
        requests.forEach(CommitRequest::retryLater);
    }

    private void takeOver() throws SQLException, WriteRefusedException {
        Connection open = connected();
        open.setAutoCommit(false);
        Fence fence = Fence.lock(open);
        if (fence.replaced().contains(attempt.job())) {
            throw new WriteRefusedException(
                    "Job " + attempt.job() + " has lost the tables in " + settings.schema() + " to job " + fence.job()
                            + " and may not take them back. Only one of them may run; end this one.");
        }
        if (fence.checkpoint() > attempt.restored()) {
            throw new WriteRefusedException("The tables in " + settings.schema() + " show checkpoint "
                    + fence.checkpoint() + ", but this job begins "
                    + (attempt.restored() == 0 ? "without a state" : "from the older checkpoint " + attempt.restored())
                    + ". Start it from its newest savepoint or checkpoint, or empty the schema, or fill a new one.");
        }
        fence.give(open, attempt.job());
        open.commit();
    }

    /** Whether there was anything to do. */
    private boolean commit(long checkpoint, List<UUID> batches) throws SQLException, WriteRefusedException {
        Connection open = connected();
        open.setAutoCommit(false);
        Fence fence = Fence.lock(open);
        refuseOtherJob(fence, checkpoint);
        Merge merge = Merge.begin(open, batches);
        if (merge.found() == 0 && checkpoint <= fence.checkpoint()) {
            open.rollback();
            return false;
        }
        refuseIncomplete(merge, fence, checkpoint, batches.size());
        merge.run();
        if (checkpoint > attempt.restored()) {
            Leftovers.drop(open, attempt.restored());
        }
        fence.advance(open, checkpoint);
        open.commit();
        return true;
    }

    private void refuseOtherJob(Fence fence, long checkpoint) throws WriteRefusedException {
        if (!fence.job().equals(attempt.job())) {
            throw new WriteRefusedException("Job " + attempt.job() + " may not commit checkpoint " + checkpoint
                    + ": job " + fence.job() + " has taken over the tables in " + settings.schema()
                    + ". Only one of them may run; end this one.");
        }
    }

    private void refuseIncomplete(Merge merge, Fence fence, long checkpoint, int expected)
            throws WriteRefusedException {
        if (merge.found() == expected && checkpoint > fence.checkpoint()) {
            return;
        }
        String state = "The tables in " + settings.schema() + " show checkpoint " + fence.checkpoint() + "; ";
        if (merge.found() == expected) {
            throw new WriteRefusedException(state + "checkpoint " + checkpoint + " is older and brings new rows, so "
                    + "the job was started from an older state. Start it from its newest savepoint or checkpoint, or "
                    + "fill a new schema.");
        }
        throw new WriteRefusedException(state + merge.found() + " of the " + expected + " batches of checkpoint "
                + checkpoint + " are there, so the database is older than the state of the job, or rows of its table "
                + "batch were deleted. Restore the newer database, or fill a new schema from all pages.");
    }

    private Connection connected() throws SQLException {
        connection = Connections.live(connection, settings);
        return connection;
    }
}
