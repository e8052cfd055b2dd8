package org.broadsheet.job.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Fills tables with generated rows by {@code fill.sql}: every county tells 核酸检测点 every day. */
public final class MadeTables {
    private MadeTables() {}

    /**
     * Fills the tables of the schema that the connection looks into, which are empty but for names.
     *
     * @param days from 1 January 2022
     */
    public static void fill(Connection connection, int days) throws SQLException, IOException {
        try (InputStream stream = MadeTables.class.getResourceAsStream("fill.sql");
                Statement statement = connection.createStatement()) {
            String sql = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            statement.execute(sql.replace("${days}", Integer.toString(days)));
        }
        analyze(connection);
    }

    /**
     * Adds figures alone: those of every county on every day of 2021.
     *
     * @return how many
     */
    public static int fillYear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int rows =
                    statement.executeUpdate("INSERT INTO region_figure SELECT code, 'test_sites', 'current', day, 100,"
                            + " 'exact', 'stated', 0, 0, 1 FROM region CROSS JOIN (SELECT date '2021-01-01'"
                            + " + generate_series(0, 364) AS day) AS days WHERE level = 'county'");
            analyze(connection);
            return rows;
        }
    }

    private static void analyze(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }
}
