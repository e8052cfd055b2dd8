package org.broadsheet.postgres;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that the job writes: {@code fact} with its columns, of which the first ones are its key.
 *
 * @param columns all, in the order of the migration; the key first
 * @param keyColumns how many of them are the key
 * @param additive rows are added and never changed
 */
public record Table(String name, List<String> columns, int keyColumns, boolean additive) {
    /** The table in which changes wait for their checkpoint. */
    public String staged() {
        return "staged_" + name;
    }

    /** The columns of the key. */
    public List<String> key() {
        return columns.subList(0, keyColumns);
    }

    /** All columns, as a list in SQL. */
    public String columnList() {
        return list(columns.stream());
    }

    /** The key, as a list in SQL. */
    public String keyList() {
        return list(key().stream());
    }

    /** What puts the staged rows of {@code batches} down here; {@code source} is a table or a query. */
    String insert(String source) {
        return "INSERT INTO " + name + " AS held (" + columnList() + ") SELECT " + columnList() + " FROM " + source
                + " WHERE NOT staged.deleted ON CONFLICT (" + keyList() + ") DO " + (additive ? "NOTHING" : update());
    }

    /** What takes the rows out that were staged as deleted. */
    String delete(String source) {
        String match = key().stream()
                .map(column -> "held." + column + " = staged." + column)
                .collect(Collectors.joining(" AND "));
        return "DELETE FROM " + name + " AS held USING " + source + " WHERE staged.deleted AND " + match;
    }

    private String update() {
        List<String> values = columns.subList(keyColumns, columns.size());
        return "UPDATE SET " + list(values.stream().map(column -> column + " = excluded." + column)) + " WHERE ("
                + list(values.stream().map(column -> "held." + column)) + ") IS DISTINCT FROM ("
                + list(values.stream().map(column -> "excluded." + column)) + ")";
    }

    private static String list(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }
}
