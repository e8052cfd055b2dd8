package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The staged rows of some batches on their way into the tables, inside a transaction. */
final class Merge {
    private final Connection connection;
    private final List<UUID> batches;
    private final int found;
    private final boolean chunked;

    private Merge(Connection connection, List<UUID> batches, int found, boolean chunked) {
        this.connection = connection;
        this.batches = batches;
        this.found = found;
        this.chunked = chunked;
    }

    /** Takes the headers of the batches out. */
    static Merge begin(Connection connection, List<UUID> batches) throws SQLException {
        int found = 0;
        boolean chunked = false;
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM batch WHERE id = ANY (?) RETURNING chunks")) {
            statement.setArray(1, Leftovers.array(connection, batches));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found++;
                    chunked |= rows.getInt(1) > 1;
                }
            }
        }
        return new Merge(connection, batches, found, chunked);
    }

    /** How many of the batches were there. */
    int found() {
        return found;
    }

    /** Takes out what was deleted, puts in what was not, and clears the staged rows away. */
    void run() throws SQLException {
        for (Table table : Tables.ALL) {
            if (!table.additive()) {
                // also what a later chunk puts in again, which follows
                execute(table.delete(all(table)));
            }
            execute(table.insert(chunked && !table.additive() ? last(table) : all(table)));
            Leftovers.deleteStaged(connection, table, batches);
        }
    }

    /** All that was staged. In two batches there is no key but that of a row only added (a page). */
    private static String all(Table table) {
        return "(SELECT * FROM " + table.staged() + " WHERE batch = ANY (?)) AS staged";
    }

    /** Of several chunks of a batch the last holds. */
    private static String last(Table table) {
        return "(SELECT DISTINCT ON (" + table.keyList() + ") * FROM " + table.staged()
                + " WHERE batch = ANY (?) ORDER BY " + table.keyList() + ", chunk DESC) AS staged";
    }

    private void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, Leftovers.array(connection, batches));
            statement.executeUpdate();
        }
    }
}
