package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which checkpoint the tables show, and the job that writes them: {@code 17} of {@code 5f0c…}.
 *
 * @param job 32 hexadecimal digits; empty where none has written them
 * @param checkpoint of this job, or of the one whose state it began with; 0 where none has written them
 */
public record ShownCheckpoint(String job, long checkpoint) {
    /** Where nothing was ever written. */
    public static final ShownCheckpoint NONE = new ShownCheckpoint("", 0);

    /**
     * What the tables show now.
     *
     * @throws DatabaseException where they cannot be asked
     */
    public static ShownCheckpoint of(DatabaseSettings settings) {
        try (Connection connection = settings.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT job, checkpoint FROM writer WHERE name = 'tables'")) {
            return row.next() ? new ShownCheckpoint(row.getString(1), row.getLong(2)) : NONE;
        } catch (SQLException fault) {
            throw new DatabaseException(
                    "The tables in " + settings.schema() + " do not tell their checkpoint: "
                            + Migration.firstLine(fault),
                    fault);
        }
    }
}
