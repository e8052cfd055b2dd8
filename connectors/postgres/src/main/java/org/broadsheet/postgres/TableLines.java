package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables as sorted lines, without what only names a row: a fact is {@code
 * test_sites|140106|迎泽区|current|795|exact|2022-11-22|1|1|2022-11-22|2022-11-22}. So they can be compared with tables that are known.
 */
public final class TableLines {
    private TableLines() {}

    /**
     * The lines of {@code fact}, {@code mention}, {@code page} and {@code region_figure}, by table; takes memory for all of them.
     *
     * @throws SQLException where the database refuses
     */
    public static SortedMap<String, List<String>> of(DatabaseSettings database) throws SQLException {
        SortedMap<String, List<String>> lines = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (Table table : Tables.CHECKED) {
                lines.put(table.name(), sorted(statement, SqlResource.read("lines/" + table.name() + ".sql")));
            }
        }
        return lines;
    }

    private static List<String> sorted(Statement statement, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        Collections.sort(lines);
        return lines;
    }
}
