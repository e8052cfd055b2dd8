package org.broadsheet.job.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.job.operators.RejectionLimit;
import org.broadsheet.job.settings.Settings.StateBackend;
import org.broadsheet.text.TextStage.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Path DEFAULTS = Path.of(System.getProperty("broadsheet.root"), "config", "broadsheet.yaml");

    @Test
    void theFileGivenHoldsTheDefaults() throws Exception {
        Settings settings = Settings.read(DEFAULTS, Map.of(), Map.of());
        assertThat(settings.kafka()).isEqualTo(new Settings.Kafka("127.0.0.1:9092", "broadsheet", "", Map.of()));
        assertThat(settings.database())
                .isEqualTo(new Settings.Database(
                        "jdbc:postgresql://127.0.0.1:5432/broadsheet", "broadsheet", "", "broadsheet_1", "broadsheet"));
        assertThat(settings.job())
                .isEqualTo(new Settings.Job(
                        2,
                        Duration.ofSeconds(1),
                        Path.of(".broadsheet/state/1"),
                        StateBackend.HEAP,
                        Evidence.ARTICLES,
                        new RejectionLimit(0.5, 1000)));
        assertThat(settings.rules().metrics()).contains("test_sites");
        assertThat(settings.rules().sources()).contains("太原晚报");
    }

    @Test
    void everyKeyCanBeSetToWhatIsNotItsDefault() throws Exception {
        Map<String, String> flags = new HashMap<>(Map.of(
                "kafka.servers", "broker:9093",
                "kafka.group", "second",
                "kafka.properties.security.protocol", "SASL_SSL",
                "database.url", "jdbc:postgresql://db:5433/other",
                "database.user", "job",
                "database.password", "secret",
                "database.schema", "g2",
                "job.parallelism", "4",
                "job.checkpoint-interval", "500ms",
                "job.state-folder", "/var/state"));
        flags.putAll(Map.of(
                "generation", "b",
                "kafka.topic-prefix", "g2-",
                "job.state-backend", "rocksdb",
                "job.evidence", "sentences"));
        flags.putAll(Map.of("job.rejected-share", "0.25", "job.rejected-window", "200"));
        Settings settings = Settings.read(DEFAULTS, Map.of(), flags);
        assertThat(settings.kafka())
                .isEqualTo(
                        new Settings.Kafka("broker:9093", "second-b", "g2-", Map.of("security.protocol", "SASL_SSL")));
        assertThat(settings.database())
                .isEqualTo(new Settings.Database("jdbc:postgresql://db:5433/other", "job", "secret", "g2_b", "g2"));
        assertThat(settings.job())
                .isEqualTo(new Settings.Job(
                        4,
                        Duration.ofMillis(500),
                        Path.of("/var/state/b"),
                        StateBackend.ROCKSDB,
                        Evidence.SENTENCES,
                        new RejectionLimit(0.25, 200)));
        assertThat(settings.toString()).doesNotContain("secret").doesNotContain("SASL_SSL");
    }

    @Test
    void aFlagBeatsTheEnvironmentAndThatBeatsTheFile() throws Exception {
        Map<String, String> environment =
                Map.of("BROADSHEET_JOB_PARALLELISM", "3", "BROADSHEET_JOB_CHECKPOINT_INTERVAL", "2s");
        Settings settings = Settings.read(DEFAULTS, environment, Map.of("job.parallelism", "5"));
        assertThat(settings.job().parallelism()).isEqualTo(5);
        assertThat(settings.job().checkpointInterval()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void allFaultsAreToldAtOnce(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("broadsheet.yaml"), """
                kafka: {servers: "", group: g, colour: red}
                database: {url: "mysql://x", user: u, password: p, schema: "Drop Table"}
                job: {parallelism: many, checkpoint-interval: soon, state-folder: s, state-backend: disk, evidence: all,
                      rejected-share: "0", rejected-window: 0}
                rules: {metrics: nowhere.yaml}
                """);
        SettingsException faults =
                catchThrowableOfType(SettingsException.class, () -> Settings.read(file, Map.of(), Map.of()));
        assertThat(faults.faults())
                .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
                .isEqualTo(List.of(
                        "generation",
                        "kafka.servers",
                        "kafka.topic-prefix",
                        "database.schema",
                        "database.url",
                        "job.parallelism",
                        "job.checkpoint-interval",
                        "job.state-backend",
                        "job.evidence",
                        "job.rejected-share",
                        "job.rejected-window",
                        "rules.metrics",
                        "rules.sources",
                        "kafka.colour"));
        assertThat(faults)
                .hasMessageContaining("job.parallelism is \"many\": a whole number from 1 to 1024 is needed.")
                .hasMessageContaining("job.rejected-share is \"0\": a share above 0 up to 1 is needed, such as 0.5.");
    }

    @Test
    void secretsComeFromTheEnvironmentAndFromFiles(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("password"), "秘密-8Qx2\n");
        Map<String, String> environment = Map.of(
                "BROADSHEET_DATABASE_PASSWORD_FILE", secret.toString(),
                "BROADSHEET_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "Login required password=\"秘密-8Qx2\";",
                "BROADSHEET_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SASL_SSL");
        Settings settings = Settings.read(DEFAULTS, environment, Map.of());
        assertThat(settings.database().password()).isEqualTo("秘密-8Qx2");
        assertThat(settings.kafka().properties())
                .isEqualTo(Map.of(
                        "sasl.jaas.config", "Login required password=\"秘密-8Qx2\";", "security.protocol", "SASL_SSL"));
        assertThat(settings.toString()).doesNotContain("8Qx2");
        SettingsException faults = catchThrowableOfType(
                SettingsException.class,
                () -> Settings.read(DEFAULTS, Map.of("BROADSHEET_DATABASE_PASSWORD_FILE", "/none/such"), Map.of()));
        assertThat(faults).hasMessage("BROADSHEET_DATABASE_PASSWORD_FILE names /none/such, which cannot be read.");
    }

    @Test
    void noFaultAndNoDescriptionHoldsASecret() throws Exception {
        for (String url : List.of(
                "postgres://job:秘密-8Qx2@db:5432/broadsheet",
                "jdbc:postgresql://job:秘密-8Qx2@db/broadsheet",
                "jdbc:mysql://db/broadsheet?user=job&password=秘密-8Qx2")) {
            SettingsException faults = catchThrowableOfType(
                    SettingsException.class, () -> Settings.read(DEFAULTS, Map.of(), Map.of("database.url", url)));
            assertThat(faults)
                    .hasMessageStartingWith("database.url is \"")
                    .hasMessageContaining("://db")
                    .hasMessageNotContaining("8Qx2");
        }
        Settings settings = Settings.read(
                DEFAULTS,
                Map.of(),
                Map.of("database.url", "jdbc:postgresql://db/broadsheet?password=秘密-8Qx2&sslmode=require"));
        assertThat(settings.toString())
                .contains("jdbc:postgresql://db/broadsheet,")
                .doesNotContain("8Qx2");
    }
}
