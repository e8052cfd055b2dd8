package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.job.ClusterJob;
import org.broadsheet.text.TextRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that were filled by other rules are not gone on with: check, and so run, says so, and so does the job on a cluster. */
class ITOtherRules {
    private static final String PAGE =
            "INSERT INTO broadsheet.page VALUES (gen_random_uuid(), '太原晚报/2022-11-22/003', 0, 'c',"
                    + " false, '太原晚报', '2022-11-22', 140100, '', '{}', '%s', 1, 1, 0, '[]', '[]', '[]', '[]', 0, '[]')";

    @TempDir
    private Path folder;

    @Test
    void areRefusedWithBothVersions() throws Exception {
        Path config = Launcher.ROOT.resolve("config");
        for (String file : List.of("broadsheet.yaml", "metrics.yaml", "sources.yaml")) {
            Files.copy(config.resolve(file), folder.resolve(file));
        }
        String filled = TextRules.read(config.resolve("metrics.yaml"), config.resolve("sources.yaml"))
                .version();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), 0)) {
            Map<String, String> servers = Map.of(
                    "BROADSHEET_KAFKA_SERVERS", broker.bootstrapServers(),
                    "BROADSHEET_DATABASE_URL", database.jdbcUrl(),
                    "BROADSHEET_DATABASE_USER", database.user(),
                    "BROADSHEET_DATABASE_PASSWORD", database.password());
            String settings = folder.resolve("broadsheet.yaml").toString();
            assertThat(Launcher.call(servers, "check", "--create", "--config", settings)
                            .code())
                    .isZero();
            insert(database, filled);
            assertThat(Launcher.call(servers, "check", "--config", settings).code())
                    .isZero();
            Files.writeString(
                    folder.resolve("sources.yaml"),
                    "  新的日报: 140100\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.APPEND);
            String refusal = "The tables in broadsheet were filled by the rules " + filled + ", and these are ";
            Called check = Launcher.call(servers, "check", "--config", settings);
            assertThat(check.code()).isEqualTo(Broadsheet.FOUND);
            assertThat(check.lines()).anyMatch(line -> line.startsWith("✗ " + refusal));
            assertThatThrownBy(() -> ClusterJob.main(new String[] {
                        "--settings", settings,
                        "--set", "kafka.servers=" + broker.bootstrapServers(),
                        "--set", "database.url=" + database.jdbcUrl(),
                        "--set", "database.user=" + database.user(),
                        "--set", "database.password=" + database.password()
                    }))
                    .hasMessageStartingWith(refusal);
        }
    }

    private static void insert(EmbeddedDatabase database, String rules) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(PAGE.formatted(rules));
        }
    }
}
