package org.broadsheet.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What dead attempts staged and nobody will commit.
 *
 * <p>An attempt restored from checkpoint r commits everything up to r before a newer checkpoint can complete. Once it
 * commits a newer one, nothing can ever commit a batch of an attempt restored from an older checkpoint than r: a state
 * that still knows it is older than the fence, and refused. Batches of a former attempt restored from the same r are
 * told apart by the new writer of their subtask, which finds them when it opens and has staged nothing itself.
 */
final class Leftovers {
    private Leftovers() {}

    /** Marks what former attempts from the same checkpoint staged; it goes with the next commit, not before. */
    static void mark(Connection connection, Attempt attempt) throws SQLException {
        String sql = "UPDATE batch SET superseded = true WHERE restored = ? AND subtask % ? = ? AND NOT superseded";
        connection.setAutoCommit(true);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, attempt.restored());
            statement.setInt(2, attempt.subtasks());
            statement.setInt(3, attempt.subtask());
            statement.executeUpdate();
        }
    }

    /** Clears away what can no longer be committed; part of a commit of a checkpoint newer than {@code restored}. */
    static void drop(Connection connection, long restored) throws SQLException {
        List<UUID> dropped = new ArrayList<>();
        String sql = "DELETE FROM batch WHERE restored < ? OR superseded RETURNING id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, restored);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    dropped.add(rows.getObject(1, UUID.class));
                }
            }
        }
        if (!dropped.isEmpty()) {
            for (Table table : Tables.ALL) {
                deleteStaged(connection, table, dropped);
            }
        }
    }

    static void deleteStaged(Connection connection, Table table, List<UUID> batches) throws SQLException {
        String sql = "DELETE FROM " + table.staged() + " WHERE batch = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, batches));
            statement.executeUpdate();
        }
    }

    static Array array(Connection connection, List<UUID> batches) throws SQLException {
        return connection.createArrayOf("uuid", batches.toArray());
    }
}
