package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.text.page.ClosedYears;

/**
 * The closing of a year in the tables of one generation: {@code 2015} and what it freezes. A job takes it when it starts:
 * the state of these years goes, their rows stay.
 *
 * @param year the last year that is closed
 * @param frozen what is frozen of each table, in their order
 */
public record Closing(int year, Map<String, Frozen> frozen) {
    private static final String UNDEFINED_TABLE = "42P01";
    private static final List<Table> TABLES = List.of(Tables.PAGE, Tables.MENTION, Tables.FACT, Tables.REGION_FIGURE);

    /**
     * What is frozen of a table.
     *
     * @param bytes of these rows, as the database keeps them, without indices
     */
    public record Frozen(long rows, long bytes) {}

    /**
     * The years that are closed there.
     *
     * @throws SQLException where the database refuses, or the tables are of an older version
     */
    public static ClosedYears closed(DatabaseSettings settings) throws SQLException {
        try (Connection connection = settings.connect()) {
            return closed(connection);
        } catch (SQLException fault) {
            if (!UNDEFINED_TABLE.equals(fault.getSQLState())) {
                throw fault;
            }
            throw new DatabaseException(
                    "The tables in " + settings.schema() + " are of an older version: run check --create.", fault);
        }
    }

    /**
     * Looks at what the closing of a year would freeze, and changes nothing.
     *
     * @throws DatabaseException where the year is closed already, or is not over by the days of the pages
     * @throws SQLException where the database refuses
     */
    public static Closing of(DatabaseSettings settings, int year) throws SQLException {
        try (Connection connection = settings.connect()) {
            ClosedYears closed = closed(connection);
            if (!closed.equals(ClosedYears.NONE) && year <= closed.lastYear()) {
                throw new DatabaseException(
                        year == closed.lastYear()
                                ? "The year " + year + " is closed already."
                                : "The years up to " + closed.lastYear() + " are closed already, and " + year
                                        + " with them.");
            }
            requireOver(connection, year);
            return new Closing(year, frozen(connection, closed, year));
        }
    }

    /**
     * Closes the year, for the job that starts next.
     *
     * @throws SQLException where the database refuses, or another closing came first
     */
    public void write(DatabaseSettings settings) throws SQLException {
        try (Connection connection = settings.connect();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO closed_year VALUES (?, ?, ?, ?, ?)")) {
            insert.setInt(1, year);
            int column = 2;
            for (Frozen table : frozen.values()) {
                insert.setLong(column++, table.rows());
            }
            insert.executeUpdate();
        }
    }

    private static ClosedYears closed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(year) FROM closed_year")) {
            row.next();
            int year = row.getInt(1);
            return row.wasNull() ? ClosedYears.NONE : ClosedYears.through(year);
        }
    }

    private static void requireOver(Connection connection, int year) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(published) FROM page")) {
            row.next();
            Date last = row.getDate(1);
            if (last == null) {
                throw new DatabaseException("There are no pages yet.");
            }
            if (last.toLocalDate().getYear() <= year) {
                throw new DatabaseException("The year " + year + " is not over: the last page is of " + last + ".");
            }
        }
    }

    /** The size of a column's value is told without fetching what lies outside of its row. */
    private static String frozen(Table table) {
        String bytes = table.columns().stream()
                .map(column -> "coalesce(pg_column_size(" + table.name() + "." + column + "), 0)")
                .collect(Collectors.joining(" + "));
        return String.format(Locale.ROOT, SqlResource.read("closing/" + table.name() + ".sql"), bytes);
    }

    private static Map<String, Frozen> frozen(Connection connection, ClosedYears closed, int year) throws SQLException {
        Map<String, Frozen> frozen = new LinkedHashMap<>();
        LocalDate after =
                closed.equals(ClosedYears.NONE) ? LocalDate.of(1, 1, 1) : LocalDate.of(closed.lastYear(), 12, 31);
        for (Table table : TABLES) {
            try (PreparedStatement statement = connection.prepareStatement(frozen(table))) {
                statement.setObject(1, after);
                statement.setObject(2, LocalDate.of(year, 12, 31));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    frozen.put(table.name(), new Frozen(row.getLong(1), row.getLong(2)));
                }
            }
        }
        return frozen;
    }
}
