package org.broadsheet.job;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.postgres.DatabaseSettings;

/**
 * How far the rows are: what the books of the partitions say, all topics together.
 *
 * @param passed offsets passed; law: passed = read + rejected
 */
public record Passed(long read, long rejected, long passed) {
    /** What the books say now. */
    public static Passed of(DatabaseSettings database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet books = statement.executeQuery("SELECT coalesce(sum(read), 0), coalesce(sum(rejected), 0),"
                        + " coalesce(sum(next - first), 0) FROM intake")) {
            books.next();
            return new Passed(books.getLong(1), books.getLong(2), books.getLong(3));
        }
    }

    /** Whether everything up to these offsets has its rows. */
    public static boolean through(DatabaseSettings database, PartitionOffsets end) throws SQLException {
        Map<Integer, Long> next = new HashMap<>();
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement("SELECT partition, next FROM intake WHERE topic = ?")) {
            statement.setString(1, end.topic());
            try (ResultSet books = statement.executeQuery()) {
                while (books.next()) {
                    next.put(books.getInt(1), books.getLong(2));
                }
            }
        }
        return end.byPartition().entrySet().stream()
                .allMatch(partition -> next.getOrDefault(partition.getKey(), 0L) >= partition.getValue());
    }

    @Override
    public String toString() {
        return read + " read + " + rejected + " rejected = " + passed + " passed";
    }
}
