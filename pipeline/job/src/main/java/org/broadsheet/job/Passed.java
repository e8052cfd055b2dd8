package org.broadsheet.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.postgres.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/**
 * How far the rows are: what the books of the partitions say, all topics together.
 *
 * @param passed offsets passed; law: passed = read + rejected
 */
public record Passed(long read, long rejected, long passed) {
    /** What the books say now. */
    public static Passed of(DatabaseSettings database) throws SQLException {
        return sum(database, null);
    }

    /** What the books of one topic say now. */
    public static Passed of(DatabaseSettings database, String topic) throws SQLException {
        return sum(database, topic);
    }

    /** @param topic null: all topics */
    private static Passed sum(DatabaseSettings database, @Nullable String topic) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("SELECT coalesce(sum(read), 0),"
                        + " coalesce(sum(rejected), 0), coalesce(sum(next - first), 0) FROM intake"
                        + " WHERE topic = coalesce(?, topic)")) {
            statement.setString(1, topic);
            try (ResultSet books = statement.executeQuery()) {
                books.next();
                return new Passed(books.getLong(1), books.getLong(2), books.getLong(3));
            }
        }
    }

    /** Looks at the books of one topic again and again, by one connection. Not thread-safe. */
    public static final class Reader implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement statement;

        private Reader(Connection connection, String topic) throws SQLException {
            this.connection = connection;
            this.statement = connection.prepareStatement("SELECT partition, next FROM intake WHERE topic = ?");
            statement.setString(1, topic);
        }

        /** The offset behind the last one of each partition that has its rows; partitions without any are left out. */
        public Map<Integer, Long> next() throws SQLException {
            Map<Integer, Long> next = new HashMap<>();
            try (ResultSet books = statement.executeQuery()) {
                while (books.next()) {
                    next.put(books.getInt(1), books.getLong(2));
                }
            }
            return next;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
            connection.close();
        }
    }

    /** A reader of the books of one topic. */
    public static Reader reader(DatabaseSettings database, String topic) throws SQLException {
        return new Reader(database.connect(), topic);
    }

    /** The offset behind the last one of each partition of a topic that has its rows; partitions without any are left out. */
    public static Map<Integer, Long> next(DatabaseSettings database, String topic) throws SQLException {
        try (Reader reader = reader(database, topic)) {
            return reader.next();
        }
    }

    /** Whether everything up to these offsets has its rows. */
    public static boolean through(DatabaseSettings database, PartitionOffsets end) throws SQLException {
        return waiting(database, end) == 0;
    }

    /** How many offsets below these have no rows yet. */
    public static long waiting(DatabaseSettings database, PartitionOffsets end) throws SQLException {
        Map<Integer, Long> next = next(database, end.topic());
        return end.byPartition().entrySet().stream()
                .mapToLong(partition -> Math.max(0, partition.getValue() - next.getOrDefault(partition.getKey(), 0L)))
                .sum();
    }

    @Override
    public String toString() {
        return read + " read + " + rejected + " rejected = " + passed + " passed";
    }
}
