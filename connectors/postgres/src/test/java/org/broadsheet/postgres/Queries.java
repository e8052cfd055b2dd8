package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into the tables, and into them only. */
final class Queries {
    private Queries() {}

    /** Rows in the order of the query, their columns joined by {@code |}; null is {@code -}. */
    static List<String> rows(DatabaseSettings settings, String sql) throws SQLException {
        try (Connection connection = settings.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    String value = rows.getString(i);
                    row.append(i > 1 ? "|" : "").append(value == null ? "-" : value);
                }
                found.add(row.toString());
            }
            return found;
        }
    }

    static void execute(DatabaseSettings settings, String... statements) throws SQLException {
        try (Connection connection = settings.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
