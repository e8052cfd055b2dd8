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
import java.util.ArrayList;
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
            "INSERT INTO broadsheet_1.page VALUES (gen_random_uuid(), '太原晚报/2022-11-22/003', 0, 'c',"
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
            String refusal = "The tables in broadsheet_1 were filled by the rules " + filled + ", and these are ";
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
            aNewGenerationTakesThem(servers, settings, filled);
        }
    }

    private static void aNewGenerationTakesThem(Map<String, String> servers, String settings, String filled)
            throws Exception {
        Call call = command -> {
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            words.addAll(List.of("--config", settings));
            return Launcher.call(servers, words.toArray(String[]::new));
        };
        assertThat(call.of("check --create --generation 2").code()).isZero();
        assertThat(call.of("generations").lines())
                .extracting(line -> line.replaceAll(" +", " "))
                .containsExactly("generation rules pages", "1 " + filled + " 1 serves", "2 0");
        assertThat(call.of("promote 2").err())
                .contains("Generation 2 misses 1 of the pages of generation 1: wait until its job has read them");
        assertThat(call.of("promote 2 --force").lines()).containsExactly("Generation 2 serves; before it was 1.");
        assertThat(call.of("diff 1 2").lines()).containsExactly("0 came, 0 went, 0 changed.");
        assertThat(call.of("generations --drop 2").err()).contains("Generation 2 serves: promote another one first.");
        assertThat(call.of("promote 1").lines()).containsExactly("Generation 1 serves; before it was 2.");
        Called dropped = call.of("generations --drop 2");
        assertThat(dropped.lines().get(0)).isEqualTo("Generation 2 is gone.");
        assertThat(dropped.lines()).hasSize(3);
    }

    private interface Call {
        Called of(String command) throws Exception;
    }

    private static void insert(EmbeddedDatabase database, String rules) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(PAGE.formatted(rules));
        }
    }
}
