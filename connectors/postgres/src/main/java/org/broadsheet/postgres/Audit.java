package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.postgres.Difference.Kind;

/**
 * Recomputes by plain SQL every fact from the mentions and every figure from the facts, and checks what must add up:
 * where 太原市's sum is not that of its districts, the row is named. Looks at one checkpoint, also while a job writes;
 * changes nothing.
 *
 * <p>Differences are listed up to a limit per table and kind of question, and counted beyond it. The rules are those
 * of the last section of METRICS.md, written a second time (in the folder {@code audit}), so that each checks the other.
 */
public final class Audit {
    /** Differences listed of each table, where nothing else is said. */
    public static final int DEFAULT_LIMIT = 1000;

    private static final List<String> LEVELS_FROM_BELOW = List.of("county", "prefecture", "province", "country");

    private Audit() {}

    /**
     * What an audit found.
     *
     * @param rows rows looked at, by table
     * @param found differences, by table: counted in full
     * @param differences the first ones of each table, in the order of table and key
     */
    public record Report(Map<String, Long> rows, Map<String, Long> found, List<Difference> differences) {
        /** Whether nothing was found. */
        public boolean clean() {
            return found.values().stream().allMatch(count -> count == 0);
        }
    }

    /**
     * Runs the audit, with at most {@link #DEFAULT_LIMIT} differences listed of each table.
     *
     * @throws SQLException where the database refuses
     */
    public static Report run(Connection connection) throws SQLException {
        return run(connection, DEFAULT_LIMIT);
    }

    /**
     * Runs the audit.
     *
     * @param limit how many differences of each table are listed
     * @throws SQLException where the database refuses
     */
    public static Report run(Connection connection, int limit) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SqlResource.read("audit/facts.sql"));
            statement.execute(SqlResource.read("audit/pages.sql"));
            recomputeFigures(statement);
            Findings findings = new Findings(limit);
            for (Table table : Tables.ALL) {
                findings.count(table.name(), count(statement, table));
            }
            broken(statement, findings);
            compare(statement, Tables.FACT, "audit_fact", findings);
            compare(statement, Tables.REGION_FIGURE, "audit_figure", findings);
            return findings.report();
        } finally {
            connection.rollback();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        }
    }

    private static void recomputeFigures(Statement statement) throws SQLException {
        statement.execute(SqlResource.read("audit/figures-begin.sql"));
        String level = SqlResource.read("audit/figures-level.sql");
        for (String name : LEVELS_FROM_BELOW) {
            statement.execute("DROP TABLE IF EXISTS audit_level");
            statement.execute("CREATE TEMPORARY TABLE audit_level ON COMMIT DROP AS " + regionsOf(name));
            statement.execute("ANALYZE audit_level, audit_figure, audit_stated, audit_place, audit_child");
            statement.execute(level);
        }
    }

    /** Regions that no table knows are counted with the lowest level: they have no children and no parent. */
    private static String regionsOf(String level) {
        String known = "SELECT code AS region FROM region WHERE level = '" + level + "'";
        if (!level.equals(LEVELS_FROM_BELOW.get(0))) {
            return known;
        }
        return known + " UNION SELECT region FROM fact WHERE region NOT IN"
                + " (SELECT code FROM region WHERE level IN ('prefecture', 'province', 'country'))";
    }

    private static long count(Statement statement, Table table) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.name())) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void broken(Statement statement, Findings findings) throws SQLException {
        try (ResultSet rows = statement.executeQuery(SqlResource.read("audit/laws.sql"))) {
            while (rows.next()) {
                findings.add(new Difference(rows.getString(1), rows.getString(2), Kind.BROKEN, rows.getString(3)));
            }
        }
    }

    private static void compare(Statement statement, Table table, String recomputed, Findings findings)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery(comparison(table, recomputed))) {
            while (rows.next()) {
                Kind kind = Kind.valueOf(rows.getString(2));
                String detail = switch (kind) {
                    case MISSING -> "recomputed " + rows.getString(4);
                    case EXTRA -> "held " + rows.getString(3);
                    case DIFFERENT, BROKEN -> "held " + rows.getString(3) + ", recomputed " + rows.getString(4);
                };
                findings.add(new Difference(table.name(), rows.getString(1), kind, detail));
            }
        }
    }

    private static String comparison(Table table, String recomputed) {
        List<String> values =
                table.columns().subList(table.keyColumns(), table.columns().size());
        String key = table.keyList();
        String keyText = "concat_ws(' ', " + key + ")";
        return "SELECT " + keyText + ", CASE WHEN held.here IS NULL THEN 'MISSING' WHEN again.here IS NULL THEN 'EXTRA'"
                + " ELSE 'DIFFERENT' END, (" + row("held", values) + ")::text, (" + row("again", values) + ")::text"
                + " FROM (SELECT true AS here, * FROM " + table.name() + ") AS held"
                + " FULL JOIN (SELECT true AS here, * FROM " + recomputed + ") AS again USING (" + key + ")"
                + " WHERE held.here IS NULL OR again.here IS NULL OR " + row("held", values) + " IS DISTINCT FROM "
                + row("again", values) + " ORDER BY 1, 4";
    }

    private static String row(String alias, List<String> columns) {
        return "ROW(" + alias + "." + String.join(", " + alias + ".", columns) + ")";
    }

    /** Gathers what is found, and stops listing at the limit. */
    private static final class Findings {
        private final int limit;
        private final Map<String, Long> rows = new LinkedHashMap<>();
        private final Map<String, Long> found = new LinkedHashMap<>();
        private final List<Difference> differences = new ArrayList<>();

        Findings(int limit) {
            this.limit = limit;
        }

        void count(String table, long count) {
            rows.put(table, count);
            found.put(table, 0L);
        }

        void add(Difference difference) {
            long count = found.merge(difference.table(), 1L, Long::sum);
            if (count <= limit) {
                differences.add(difference);
            }
        }

        Report report() {
            return new Report(
                    java.util.Collections.unmodifiableMap(rows),
                    java.util.Collections.unmodifiableMap(found),
                    List.copyOf(differences));
        }
    }
}
