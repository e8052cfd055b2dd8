package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The row of {@code writer}, locked until the transaction ends: who may write, and which checkpoint the tables show.
 *
 * @param job empty before the first
 * @param checkpoint 0 before the first
 */
record Fence(String job, long checkpoint) {
    private static final String NAME = "tables";

    static Fence lock(Connection connection) throws SQLException, WriteRefusedException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT job, checkpoint FROM writer WHERE name = ? FOR UPDATE")) {
            statement.setString(1, NAME);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new WriteRefusedException("The table writer is empty: the tables were not made by a "
                            + "migration. Make them with check --create.");
                }
                return new Fence(row.getString(1), row.getLong(2));
            }
        }
    }

    /** Part of the transaction that holds the lock. */
    static void move(Connection connection, String job, long checkpoint) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE writer SET job = ?, checkpoint = ? WHERE name = ?")) {
            statement.setString(1, job);
            statement.setLong(2, checkpoint);
            statement.setString(3, NAME);
            statement.executeUpdate();
        }
    }
}
