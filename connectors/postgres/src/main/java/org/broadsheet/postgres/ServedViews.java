package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The views that readers see: {@code broadsheet.fact} is the {@code fact} of whichever generation the one row of {@code
 * broadsheet.generation} names, 换一行就换了一代. So a promotion changes one row, and the snapshot that every query has anyway
 * keeps it from seeing half of two.
 *
 * <p>A view has a branch a generation; all but the one that serves are cut off before they are run. To add a branch changes
 * nothing that a reader sees, and each view is changed in a transaction of its own, so readers are waited for one view at a time.
 */
final class ServedViews {
    /** The table with the one row. */
    static final String SERVING = "generation";

    private static final String STILL_NEEDED = "2BP01";
    /** What only the sink knows. */
    private static final Set<String> INNER = Set.of("batch", "writer", "flyway_schema_history");

    private final Connection connection;
    private final String served;

    /** @param served the schema of the views */
    ServedViews(Connection connection, String served) {
        this.connection = connection;
        this.served = served;
    }

    /**
     * A table or a view.
     *
     * @param columns names and types
     * @param shows whether it is a view of relations of the same name in other schemas
     */
    private record Relation(String columns, String comment, boolean shows) {}

    /**
     * Makes the views, with a branch for each of these generations.
     *
     * @param generations names, the newest tables first: the views have its columns
     * @throws DatabaseException where something else has the name of a view, or others built upon a view whose columns change
     */
    void make(List<String> generations) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + Identifier.quoted(served));
            statement.execute("CREATE TABLE IF NOT EXISTS " + in(served, SERVING)
                    + " (serves text NOT NULL, one boolean PRIMARY KEY DEFAULT true CHECK (one))");
            statement.execute("COMMENT ON TABLE " + in(served, SERVING) + " IS 'Which generation the views show.'");
            Map<String, Map<String, Relation>> tables = new TreeMap<>();
            for (String generation : generations) {
                tables.put(generation, shown(generation));
            }
            Map<String, Relation> newest = java.util.Objects.requireNonNull(tables.get(generations.get(0)));
            Map<String, Relation> before = relations(served);
            for (Map.Entry<String, Relation> relation : newest.entrySet()) {
                List<String> branches = generations.stream()
                        .filter(generation -> isAlike(tables.get(generation), relation))
                        .toList();
                replace(relation.getKey(), relation.getValue(), before.get(relation.getKey()), branches);
            }
            statement.execute(SqlResource.read("migrations/afterMigrate__rights.sql"));
        } catch (SQLException refused) {
            if (STILL_NEEDED.equals(refused.getSQLState())) {
                throw new DatabaseException(
                        "What others built upon the views in " + served + " is in the way: "
                                + Migration.firstLine(refused),
                        refused);
            }
            throw refused;
        }
    }

    private static boolean isAlike(@Nullable Map<String, Relation> tables, Map.Entry<String, Relation> relation) {
        Relation other = tables == null ? null : tables.get(relation.getKey());
        return other != null && other.columns().equals(relation.getValue().columns());
    }

    private void replace(String name, Relation shown, @Nullable Relation before, List<String> generations)
            throws SQLException {
        String view = in(served, name);
        if (before != null && !before.shows()) {
            throw new DatabaseException(served + "." + name + " is in the way: no view of a generation. Where it is a"
                    + " table of an older Broadsheet, ALTER SCHEMA " + served + " RENAME TO " + served
                    + "_1 makes the first generation of it.");
        }
        List<String> statements = new ArrayList<>();
        if (before != null && !before.columns().equals(shown.columns())) {
            statements.add("DROP VIEW " + view);
        }
        statements.add("CREATE OR REPLACE VIEW " + view + " AS "
                + generations.stream()
                        .map(generation -> "SELECT * FROM " + in(served + "_" + generation, name)
                                + " WHERE (SELECT serves FROM " + in(served, SERVING) + ") = '" + generation + "'")
                        .collect(Collectors.joining(" UNION ALL ")));
        statements.add("COMMENT ON VIEW " + view + " IS '" + shown.comment().replace("'", "''") + "'");
        try (Statement statement = connection.createStatement()) {
            // Several statements in one call are one transaction.
            statement.execute(String.join("; ", statements));
        }
    }

    private Map<String, Relation> shown(String generation) throws SQLException {
        Map<String, Relation> relations = relations(served + "_" + generation);
        relations.keySet().removeIf(name -> INNER.contains(name) || isStaged(name));
        return relations;
    }

    private static boolean isStaged(String name) {
        return Tables.ALL.stream().anyMatch(table -> table.staged().equals(name));
    }

    private static String in(String schema, String name) {
        return Identifier.quoted(schema) + "." + Identifier.quoted(name);
    }

    private Map<String, Relation> relations(String schema) throws SQLException {
        Map<String, Relation> relations = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SqlResource.read("generations/relations.sql"))) {
            statement.setString(1, Identifier.quoted(schema));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    relations.put(
                            rows.getString(1), new Relation(rows.getString(2), rows.getString(3), rows.getBoolean(4)));
                }
            }
        }
        return relations;
    }
}
