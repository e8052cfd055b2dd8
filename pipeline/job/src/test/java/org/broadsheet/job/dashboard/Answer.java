package org.broadsheet.job.dashboard;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the database says to a panel.
 *
 * @param columns their names
 * @param types their types by PostgreSQL's names: {@code timestamptz}, {@code float8}, {@code text}
 */
public record Answer(List<String> columns, List<String> types, List<List<@Nullable Object>> rows) {
    /** Types that Grafana takes for numbers. */
    private static final List<String> NUMBERS = List.of("int2", "int4", "int8", "float4", "float8", "numeric");

    /** Asks. */
    public static Answer to(String sql, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            ResultSetMetaData data = result.getMetaData();
            List<String> columns = new ArrayList<>();
            List<String> types = new ArrayList<>();
            for (int column = 1; column <= data.getColumnCount(); column++) {
                columns.add(data.getColumnLabel(column));
                types.add(data.getColumnTypeName(column));
            }
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int column = 1; column <= columns.size(); column++) {
                    row.add(result.getObject(column));
                }
                rows.add(row);
            }
            return new Answer(columns, types, rows);
        }
    }

    /** The type of a column. */
    public String type(String column) {
        return types.get(columns.indexOf(column));
    }

    /** Whether a column of this name is there and holds numbers. */
    public boolean isNumber(String column) {
        return columns.contains(column) && NUMBERS.contains(type(column));
    }

    /** The columns with numbers. */
    public List<String> numbers() {
        return columns.stream().filter(this::isNumber).toList();
    }

    /** What stands in a column, from the first row on. */
    public List<@Nullable Object> column(String column) {
        int index = columns.indexOf(column);
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get(index)));
        return values;
    }

    /** The rows as text, their columns by a bar between: {@code 795.0|现有 current}. */
    public List<String> lines() {
        return rows.stream()
                .map(row -> String.join("|", row.stream().map(String::valueOf).toList()))
                .toList();
    }
}
