package org.broadsheet.postgres;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Folds changes by key and stages them by COPY, one batch per checkpoint, in chunks where they are many.
 *
 * <p>Every checkpoint gets a batch, an empty one too: so the fence always shows the last completed checkpoint, and a
 * database older than the state of the job is noticed.
 */
final class StagingWriter implements CommittingSinkWriter<TableChange, Batch>, StatefulSinkWriter<TableChange, Long> {
    private static final int COPY_BYTES = 1 << 16;
    /** What an entry costs beside its characters. */
    private static final int ENTRY = 64;

    private final DatabaseSettings settings;
    private final Attempt attempt;
    private final int chunk;
    private final Map<String, Map<String, TableChange>> folded = new LinkedHashMap<>();
    private int held;
    private final ArrivalTimes arrivals = new ArrivalTimes();
    private final Histogram staging = DatabaseTimes.histogram();
    private UUID batch = UUID.randomUUID();
    private int chunks;
    private @Nullable Connection connection;

    private StagingWriter(DatabaseSettings settings, Attempt attempt, int chunk) {
        this.settings = settings;
        this.attempt = attempt;
        this.chunk = chunk;
    }

    static StagingWriter open(DatabaseSettings settings, Attempt attempt, int chunk) throws IOException {
        StagingWriter writer = new StagingWriter(settings, attempt, chunk);
        try {
            Leftovers.mark(writer.connected(), attempt);
        } catch (SQLException e) {
            writer.close();
            throw new IOException("The writer cannot begin with " + settings + ": " + Migration.firstLine(e), e);
        }
        return writer;
    }

    /** Shows how long staging takes as {@code stagingMillis}. */
    StagingWriter measuredIn(MetricGroup metrics) {
        metrics.histogram("stagingMillis", staging);
        return this;
    }

    @Override
    public void write(TableChange change, Context context) throws IOException {
        Long arrived = context.timestamp();
        if (arrived != null && arrived > 0 && change.table().equals(Tables.PAGE.name())) {
            arrivals.add(arrived);
        }
        TableChange former =
                folded.computeIfAbsent(change.table(), table -> new HashMap<>()).put(change.key(), change);
        held += size(change) - (former == null ? 0 : size(former));
        if (held > chunk) {
            stage();
        }
    }

    /** Nothing: what is held is staged by {@link #prepareCommit}. */
    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public Collection<Batch> prepareCommit() throws IOException {
        if (chunks == 0 || !folded.isEmpty()) {
            stage();
        }
        Batch staged = new Batch(batch, 0, arrivals.take());
        batch = UUID.randomUUID();
        chunks = 0;
        return List.of(staged);
    }

    @Override
    public List<Long> snapshotState(long checkpoint) {
        return List.of(checkpoint);
    }

    @Override
    public void close() {
        Connections.closeQuietly(connection);
        connection = null;
    }

    private static int size(TableChange change) {
        return change.key().length() + change.line().length() + ENTRY;
    }

    private void stage() throws IOException {
        long begun = System.nanoTime();
        try {
            Connection open = connected();
            open.setAutoCommit(false);
            writeHeader(open);
            for (Map.Entry<String, Map<String, TableChange>> table : folded.entrySet()) {
                copy(open, Tables.named(table.getKey()), table.getValue().values());
            }
            open.commit();
        } catch (SQLException e) {
            close();
            throw new IOException("Rows cannot be staged in " + settings + ": " + Migration.firstLine(e), e);
        }
        staging.update(DatabaseTimes.millisecondsSince(begun));
        folded.clear();
        held = 0;
        chunks++;
    }

    private void writeHeader(Connection open) throws SQLException, WriteRefusedException {
        String sql = chunks == 0
                ? "INSERT INTO batch (restored, subtask, chunks, superseded, id) VALUES (?, ?, ?, false, ?)"
                : "UPDATE batch SET restored = ?, subtask = ?, chunks = ? WHERE id = ?";
        try (PreparedStatement statement = open.prepareStatement(sql)) {
            statement.setLong(1, attempt.restored());
            statement.setInt(2, attempt.subtask());
            statement.setInt(3, chunks + 1);
            statement.setObject(4, batch);
            if (statement.executeUpdate() != 1) {
                throw new WriteRefusedException("What this task staged was cleared away: a newer attempt of the job "
                        + "writes " + settings.schema() + ", and this one must end.");
            }
        }
    }

    private void copy(Connection open, Table table, Collection<TableChange> changes) throws SQLException {
        CopyIn copy = open.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.staged() + " (batch, chunk, deleted, " + table.columnList() + ") FROM STDIN");
        try {
            String head = batch + "\t" + chunks + "\t";
            ByteArrayOutputStream buffer = new ByteArrayOutputStream(2 * COPY_BYTES);
            for (TableChange change : changes) {
                String line = head + (change.deleted() ? "t\t" : "f\t") + change.line() + '\n';
                buffer.writeBytes(line.getBytes(StandardCharsets.UTF_8));
                if (buffer.size() >= COPY_BYTES) {
                    copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
                    buffer.reset();
                }
            }
            copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** The connection, or a new one where the old one has gone. */
    private Connection connected() throws SQLException {
        connection = Connections.live(connection, settings);
        return connection;
    }
}
