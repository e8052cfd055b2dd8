package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The generations of one installation: {@code broadsheet_1} was filled by 第一套规则, {@code broadsheet_2} by the next, and the
 * views in {@code broadsheet} show one of them. Which one is told by the one row of {@code broadsheet.generation}.
 */
public final class Generations {
    private static final int FETCH_ROWS = 1000;

    private static final String NAMES = "SELECT substr(nspname, length(?) + 2) FROM pg_namespace"
            + " JOIN pg_class ON relnamespace = pg_namespace.oid AND relname = 'writer' AND relkind = 'r'"
            + " WHERE starts_with(nspname, ? || '_') AND substr(nspname, length(?) + 2) ~ '^[a-z0-9]{1,6}$' ORDER BY 1";

    private final DatabaseSettings served;

    /** @param served where readers look: the schema of the views */
    public Generations(DatabaseSettings served) {
        this.served = served;
    }

    /**
     * A generation.
     *
     * @param rules the version that filled it; empty before its first page
     * @param pages contents of pages in it
     * @param serves whether the views show it
     */
    public record Generation(String name, String rules, long pages, boolean serves) {}

    /**
     * The one that the views show; empty where there are none yet.
     *
     * @throws SQLException where the database refuses
     */
    public Optional<String> serves() throws SQLException {
        try (Connection connection = served.connect()) {
            return serves(connection);
        }
    }

    /**
     * All, by name.
     *
     * @throws SQLException where the database refuses
     */
    public List<Generation> all() throws SQLException {
        try (Connection connection = served.connect();
                Statement statement = connection.createStatement()) {
            Optional<String> serving = serves(connection);
            List<Generation> all = new ArrayList<>();
            for (String name : names(connection)) {
                try (ResultSet row = statement.executeQuery("SELECT count(*), coalesce(min(rules), '') FROM "
                        + Identifier.quoted(schema(name)) + ".page")) {
                    row.next();
                    all.add(new Generation(name, row.getString(2), row.getLong(1), serving.equals(Optional.of(name))));
                }
            }
            return List.copyOf(all);
        }
    }

    /**
     * Makes the views ready to show this generation, and shows it where none is shown yet. Readers see no change.
     *
     * @param name one whose tables are of this version; others of an older one are left out of the views
     * @throws DatabaseException where there is no such generation, or something else is in the way
     * @throws SQLException where the database refuses
     */
    public void add(String name) throws SQLException {
        try (Connection connection = served.connect()) {
            require(connection, name);
            List<String> names = new ArrayList<>(names(connection));
            names.remove(name);
            names.add(0, name);
            requireCurrent(connection, name);
            new ServedViews(connection, served.schema()).make(names);
            try (PreparedStatement first =
                    connection.prepareStatement("INSERT INTO " + serving() + " VALUES (?) ON CONFLICT DO NOTHING")) {
                first.setString(1, name);
                first.executeUpdate();
            }
        }
    }

    /** The one that serves must not fall out of the views because its tables are older. */
    private void requireCurrent(Connection connection, String made) throws SQLException {
        Optional<String> serving = serves(connection);
        if (serving.isEmpty() || serving.get().equals(made)) {
            return;
        }
        List<String> faults = Migration.check(tables(serving.get()));
        if (!faults.isEmpty()) {
            throw new DatabaseException("Generation " + serving.get()
                    + " serves, and must be brought up to date first (check --create --generation " + serving.get()
                    + "): "
                    + faults.get(0));
        }
    }

    /**
     * Has the views show this generation, by changing one row: no reader sees half of two, and none is waited for.
     *
     * @throws DatabaseException where there is no such generation, or its tables are of another version
     * @throws SQLException where the database refuses
     */
    public void promote(String name) throws SQLException {
        try (Connection connection = served.connect()) {
            require(connection, name);
            List<String> faults = Migration.check(tables(name));
            if (!faults.isEmpty()) {
                throw new DatabaseException(faults.get(0));
            }
            try (PreparedStatement update = connection.prepareStatement("UPDATE " + serving() + " SET serves = ?")) {
                update.setString(1, name);
                update.executeUpdate();
            }
        }
    }

    /**
     * The contents of pages that the generation which serves has, and this one has not: 0 where it may be promoted. Those of
     * years that are closed in this one are not asked for.
     *
     * @throws SQLException where the database refuses
     */
    public long missing(String name) throws SQLException {
        try (Connection connection = served.connect();
                Statement statement = connection.createStatement()) {
            require(connection, name);
            Optional<String> serving = serves(connection);
            if (serving.isEmpty()) {
                return 0;
            }
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM (SELECT page_key, revision, content FROM "
                    + Identifier.quoted(schema(serving.get()))
                    + ".page WHERE published IS NULL OR published > (SELECT day FROM "
                    + Identifier.quoted(schema(name)) + ".closed_until) EXCEPT SELECT page_key, revision, content FROM "
                    + Identifier.quoted(schema(name)) + ".page) AS missing")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * The figures that differ between two generations, by region, metric, scope and day, of one moment.
     *
     * @param each is given one at a time: there may be millions
     * @throws SQLException where the database refuses
     */
    public void differences(String before, String after, Consumer<FigureDifference> each) throws SQLException {
        try (Connection connection = served.connect()) {
            require(connection, before);
            require(connection, after);
            connection.setAutoCommit(false);
            String sql = String.format(
                    Locale.ROOT,
                    SqlResource.read("generations/differences.sql"),
                    Identifier.quoted(schema(before)),
                    Identifier.quoted(schema(after)));
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(FETCH_ROWS);
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        each.accept(FigureDifference.of(rows));
                    }
                }
            } finally {
                connection.rollback();
            }
        }
    }

    /**
     * Drops the tables of a generation for good.
     *
     * @throws DatabaseException where it serves, or there is none of that name
     * @throws SQLException where the database refuses
     */
    public void drop(String name) throws SQLException {
        try (Connection connection = served.connect();
                Statement statement = connection.createStatement()) {
            require(connection, name);
            if (serves(connection).equals(Optional.of(name))) {
                throw new DatabaseException("Generation " + name + " serves: promote another one first.");
            }
            List<String> left = new ArrayList<>(names(connection));
            left.remove(name);
            if (!left.isEmpty()) {
                // first the one that serves: its columns are those of the views
                serves(connection).ifPresent(serving -> {
                    left.remove(serving);
                    left.add(0, serving);
                });
                new ServedViews(connection, served.schema()).make(left);
            }
            statement.execute("DROP SCHEMA " + Identifier.quoted(schema(name)) + " CASCADE");
        }
    }

    /** Where the tables of a generation are. */
    public DatabaseSettings tables(String name) {
        return served.withSchema(schema(name));
    }

    private String schema(String name) {
        return served.schema() + "_" + name;
    }

    private String serving() {
        return Identifier.quoted(served.schema()) + "." + ServedViews.SERVING;
    }

    private Optional<String> serves(Connection connection) throws SQLException {
        try (PreparedStatement there = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            there.setString(1, serving());
            try (ResultSet row = there.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT serves FROM " + serving())) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private List<String> names(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NAMES)) {
            statement.setString(1, served.schema());
            statement.setString(2, served.schema());
            statement.setString(3, served.schema());
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    private void require(Connection connection, String name) throws SQLException {
        List<String> names = names(connection);
        if (!names.contains(name)) {
            throw new DatabaseException("There is no generation " + name + "; there "
                    + (names.isEmpty() ? "is none" : "are " + String.join(", ", names)) + ".");
        }
    }
}
