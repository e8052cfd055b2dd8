package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The row of {@code writer}, locked until the transaction ends: who may write, and which checkpoint the tables show.
 *
 * @param job empty before the first
 * @param checkpoint 0 before the first
 * @param replaced the jobs that have lost the tables, the latest last
 */
record Fence(String job, long checkpoint, List<String> replaced) {
    private static final String NAME = "tables";
    /** Jobs that have lost the tables and are remembered, at most. */
    private static final int REMEMBERED = 64;

    static Fence lock(Connection connection) throws SQLException, WriteRefusedException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT job, checkpoint, replaced FROM writer WHERE name = ? FOR UPDATE")) {
            statement.setString(1, NAME);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new WriteRefusedException("The table writer is empty: the tables were not made by a "
                            + "migration. Make them with check --create.");
                }
                return new Fence(row.getString(1), row.getLong(2), List.of((String[])
                        row.getArray(3).getArray()));
            }
        }
    }

    /** Gives the tables to a job, which takes them from the one that has them; part of the transaction that holds the lock. */
    void give(Connection connection, String next) throws SQLException {
        List<String> lost = new ArrayList<>(replaced);
        if (!job.isEmpty() && !job.equals(next)) {
            lost.add(job);
        }
        move(connection, next, checkpoint, lost.subList(Math.max(0, lost.size() - REMEMBERED), lost.size()));
    }

    /** Moves on to a checkpoint of the job that has the tables; part of the transaction that holds the lock. */
    void advance(Connection connection, long next) throws SQLException {
        move(connection, job, next, replaced);
    }

    private static void move(Connection connection, String job, long checkpoint, List<String> replaced)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE writer SET job = ?, checkpoint = ?, replaced = ? WHERE name = ?")) {
            statement.setString(1, job);
            statement.setLong(2, checkpoint);
            statement.setArray(3, connection.createArrayOf("text", replaced.toArray()));
            statement.setString(4, NAME);
            statement.executeUpdate();
        }
    }
}
