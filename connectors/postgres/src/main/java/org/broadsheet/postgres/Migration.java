package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** Makes the tables and brings them to this version; {@code 迁移}, one schema a generation. */
public final class Migration {
    private static final String LOCATION = "classpath:org/broadsheet/postgres/migrations";

    private Migration() {}

    /**
     * Makes the schema and its tables, or brings older ones to this version; does nothing where all is there.
     *
     * @throws DatabaseException where the database cannot be reached, may not be changed, or is of a newer version
     */
    public static void migrate(DatabaseSettings settings) {
        try {
            flyway(settings).migrate();
        } catch (FlywayException e) {
            throw new DatabaseException(
                    "The tables in " + settings.schema() + " of " + settings.shownUrl() + " cannot be made: "
                            + firstLine(e),
                    e);
        }
    }

    /** What is wrong with the tables, in plain words; empty where all is well. Changes nothing. */
    public static List<String> check(DatabaseSettings settings) {
        try (Connection connection = settings.connect()) {
            if (connection.getMetaData().getDatabaseMajorVersion() < 15) {
                return List.of("The database is PostgreSQL "
                        + connection.getMetaData().getDatabaseProductVersion() + "; 15 or later is needed.");
            }
        } catch (SQLException e) {
            return List.of("The database " + settings.shownUrl() + " cannot be reached as " + settings.user() + ": "
                    + firstLine(e));
        }
        try {
            return faults(flyway(settings).info(), settings.schema());
        } catch (FlywayException e) {
            return List.of("The tables in " + settings.schema() + " of " + settings.shownUrl()
                    + " cannot be looked at: " + firstLine(e));
        }
    }

    /**
     * Empties the tables for a job that starts anew, without its former state and with no year closed; the reference data stay.
     *
     * @throws SQLException where the database refuses
     */
    public static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>(List.of("batch", "closed_year"));
            for (Table table : Tables.ALL) {
                tables.add(table.name());
                tables.add(table.staged());
            }
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            statement.execute("TRUNCATE " + String.join(", ", tables));
            statement.execute("UPDATE writer SET job = '', checkpoint = 0");
            connection.commit();
            connection.setAutoCommit(before);
        }
    }

    private static List<String> faults(MigrationInfoService info, String schema) {
        MigrationInfo[] pending = info.pending();
        MigrationInfo current = info.current();
        if (current == null) {
            return List.of("The schema " + schema + " has no tables yet: run check --create.");
        }
        List<String> faults = new ArrayList<>();
        if (pending.length > 0) {
            faults.add("The tables in " + schema + " are of an older version (" + current.getVersion() + ", and "
                    + pending[pending.length - 1].getVersion() + " is needed): run check --create.");
        }
        for (MigrationInfo migration : info.all()) {
            if (migration.getState().isFailed()) {
                faults.add("A migration of " + schema + " failed half-way: " + migration.getScript() + ".");
            } else if (isNewer(migration, info)) {
                faults.add("The tables in " + schema + " are of a newer version (" + migration.getVersion()
                        + "): use the Broadsheet that made them.");
            }
        }
        return List.copyOf(faults);
    }

    private static boolean isNewer(MigrationInfo migration, MigrationInfoService info) {
        MigrationVersion version = migration.getVersion();
        return version != null
                && migration.getState().isApplied()
                && !migration.getState().isResolved()
                && version.isNewerThan(newestKnown(info).toString());
    }

    private static MigrationVersion newestKnown(MigrationInfoService info) {
        MigrationVersion newest = MigrationVersion.EMPTY;
        for (MigrationInfo migration : info.all()) {
            if (migration.getVersion() != null
                    && migration.getState().isResolved()
                    && migration.getVersion().compareTo(newest) > 0) {
                newest = migration.getVersion();
            }
        }
        return newest;
    }

    private static Flyway flyway(DatabaseSettings settings) {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(settings.url(), settings.user(), settings.password())
                .schemas(settings.schema())
                .defaultSchema(settings.schema())
                .createSchemas(true)
                .locations(LOCATION)
                .load();
    }

    static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("");
    }
}
