package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.cli.Compose.Service;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one-shot service {@code check} of {@code docker-compose.yml}, run as it is written there, without a container. */
class ITCompose {
    @TempDir
    private Path folder;

    @Test
    void checkMakesTopicsAndTablesFromWhatTheBuildHasMade() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Service check = Compose.read().service("check");
        Path container = Files.createDirectory(folder.resolve("container"));
        layOut(check, container);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), 0)) {
            run(database, Compose.text("config/postgres/roles.sql"));
            Map<String, String> servers = Map.of(
                    "BROADSHEET_KAFKA_SERVERS", broker.bootstrapServers(),
                    "BROADSHEET_DATABASE_URL", database.jdbcUrl(),
                    "BROADSHEET_DATABASE_USER", check.environment().get("BROADSHEET_DATABASE_USER"));
            assertThat(called(check, container, servers)).endsWith("""
                            Tables are there in broadsheet_1.
                            Topics made: articles, articles-archive, region-figures, dead-letters.
                            All is well.
                            """);
        }
    }

    @Test
    void theDatabaseIsSetAsTheEmbeddedOneIs() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = Compose.read().service("postgres").texts("command");
        assertThat(command).startsWith("postgres", "-c");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), 0)) {
            for (String setting : command.subList(1, command.size())) {
                int equals = setting.indexOf('=');
                if (equals > 0) {
                    assertThat(shown(database, setting.substring(0, equals)))
                            .as(setting)
                            .isEqualTo(setting.substring(equals + 1));
                }
            }
        }
    }

    @Test
    void whatIsMountedIsThereAfterTheBuild() throws IOException {
        assertThat(Compose.read().services().flatMap(service -> service.mounts("bind")))
                .extracting(mount -> Compose.root().resolve(mount.path("source").asText()))
                .allMatch(Files::exists);
    }

    /** Puts what the service mounts where the service finds it, below a folder. */
    private static void layOut(Service service, Path container) throws IOException {
        for (var mount : service.mounts("bind").toList()) {
            Path target = container.resolve(mount.path("target").asText().substring(1));
            Path source = Compose.root().resolve(mount.path("source").asText()).normalize();
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, source);
        }
    }

    private static String called(Service service, Path container, Map<String, String> environment) throws Exception {
        List<String> command = new ArrayList<>();
        for (String argument : service.texts("entrypoint")) {
            command.add(argument.replace("/broadsheet", container + "/broadsheet"));
        }
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(service.texts("command"));
        Path printed = container.resolve("printed.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        assertThat(code).as(Files.readString(printed)).isZero();
        return Files.readString(printed);
    }

    private static String shown(EmbeddedDatabase database, String setting) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
