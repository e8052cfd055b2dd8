package org.broadsheet.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.job.settings.Settings;

/** A database with generation 1 serving and an empty generation 2 beside it, as after {@code check --create --generation 2}. */
record MadeDatabase(EmbeddedDatabase server) implements AutoCloseable {
    static MadeDatabase start(Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        MadeDatabase database = new MadeDatabase(EmbeddedDatabase.start(folder.resolve("database"), 0));
        try {
            for (String generation : new String[] {"1", "2"}) {
                Endpoints.makeTables(database.settings(generation));
            }
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    private Settings settings(String generation) throws Exception {
        Path file = Path.of(System.getProperty("broadsheet.root"), "config/broadsheet.yaml");
        return Settings.read(
                file,
                Map.of(),
                Map.of(
                        "database.url",
                        server.jdbcUrl(),
                        "database.user",
                        server.user(),
                        "database.schema",
                        "broadsheet",
                        "generation",
                        generation));
    }

    /** A connection that writes the tables of generation 1. */
    Connection writer() throws Exception {
        return Endpoints.database(settings("1")).connect();
    }

    /** A connection as a dashboard has it, set as {@code config/postgres/roles.sql} sets the role that reads. */
    Connection reader() throws SQLException {
        Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET jit = off");
        }
        return connection;
    }

    @Override
    public void close() {
        server.close();
    }
}
