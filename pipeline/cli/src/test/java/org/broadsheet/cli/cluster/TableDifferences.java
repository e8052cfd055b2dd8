package org.broadsheet.cli.cluster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.postgres.DatabaseSettings;
import org.broadsheet.postgres.Table;
import org.broadsheet.postgres.Tables;

/** Row by row, what two schemas of one database do not have in common. */
public final class TableDifferences {
    private static final int MOST = 20;

    private TableDifferences() {}

    /**
     * One line a row, at most 20 a table and direction: {@code fact (metric, region, …) missing: (test_sites,140106,…)}. A
     * row with the right key and another value is there twice, missing and extra.
     */
    public static List<String> between(DatabaseSettings expected, DatabaseSettings actual) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = expected.connect();
                Statement statement = connection.createStatement()) {
            for (Table table : Tables.CHECKED) {
                lines.addAll(rows(statement, table, "missing", expected.schema(), actual.schema()));
                lines.addAll(rows(statement, table, "extra", actual.schema(), expected.schema()));
            }
        }
        return lines;
    }

    private static List<String> rows(Statement statement, Table table, String what, String in, String notIn)
            throws SQLException {
        String select = "SELECT " + table.columnList() + " FROM ";
        String sql = "SELECT left(differing::text, 400) FROM (" + select + in + "." + table.name() + " EXCEPT " + select
                + notIn + "." + table.name() + " ORDER BY " + table.keyList() + " LIMIT " + MOST + ") AS differing";
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add(table.name() + " (" + table.keyList() + ", …) " + what + ": " + rows.getString(1));
            }
        }
        return lines;
    }
}
