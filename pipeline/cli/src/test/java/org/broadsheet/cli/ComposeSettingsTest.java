package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.job.ClusterJob;
import org.junit.jupiter.api.Test;

/** The configuration that {@code docker-compose.yml} mounts says the same as the services and as the embedded servers. */
class ComposeSettingsTest {
    private final Compose compose;

    ComposeSettingsTest() throws IOException {
        compose = Compose.read();
    }

    @Test
    void flinkIsStrictAndTakesNoOtherJob() throws IOException {
        JsonNode flink = Compose.yaml("config/flink/config.yaml");
        assertThat(flink.at("/pipeline/generic-types").asBoolean(true)).isFalse();
        assertThat(flink.at("/pipeline/auto-generate-uids").asBoolean(true)).isFalse();
        assertThat(flink.at("/web/submit/enable").asBoolean(true)).isFalse();
        assertThat(flink.at("/web/cancel/enable").asBoolean(true)).isFalse();
        assertThat(flink.at("/jobmanager/rpc/address").asText()).isEqualTo("jobmanager");
        assertThat(compose.service("jobmanager").environment())
                .containsEntry("BROADSHEET_JOB_STATE_FOLDER", "/state")
                .containsEntry("BROADSHEET_DATABASE_USER", "broadsheet_job");
        assertThat(flink.at("/execution/checkpointing/dir").asText()).isEqualTo("file:///state");
    }

    @Test
    void theJobManagerRunsTheJarThatIsMounted() {
        String jar = compose.service("jobmanager")
                .mounts("bind")
                .map(mount -> mount.path("target").asText())
                .filter(target -> target.endsWith(".jar"))
                .findAny()
                .orElseThrow();
        assertThat(compose.service("jobmanager").texts("command"))
                .containsExactly(
                        "standalone-job",
                        "--jars",
                        "local://" + jar,
                        "--job-classname",
                        ClusterJob.class.getName(),
                        "--settings",
                        "/broadsheet/config/broadsheet.yaml");
    }

    @Test
    void theMemoryOfAProcessFitsItsContainer() throws IOException {
        JsonNode flink = Compose.yaml("config/flink/config.yaml");
        for (String name : Set.of("jobmanager", "taskmanager")) {
            assertThat(mebibytes(flink.at("/" + name + "/memory/process/size").asText()))
                    .isLessThan(mebibytes(
                            compose.service(name).tree().path("mem_limit").asText()));
        }
    }

    @Test
    void prometheusReadsTheManagersOfFlink() throws IOException {
        JsonNode flink = Compose.yaml("config/flink/config.yaml");
        String port = flink.at("/metrics/reporter/prometheus/port").asText();
        JsonNode scraped =
                Compose.yaml("config/prometheus/prometheus.yml").at("/scrape_configs/0/static_configs/0/targets");
        assertThat(scraped.valueStream().map(JsonNode::asText))
                .containsExactly("jobmanager:" + port, "taskmanager:" + port);
        assertThat(compose.service("taskmanager")
                        .tree()
                        .at("/healthcheck/test/3")
                        .asText())
                .endsWith("/" + port);
    }

    @Test
    void grafanaReadsAsTheReader() throws IOException {
        JsonNode sources = Compose.yaml("config/grafana/provisioning/datasources/broadsheet.yaml");
        JsonNode tables = sources.at("/datasources/0");
        assertThat(tables.path("user").asText()).isEqualTo("broadsheet_reader");
        assertThat(tables.at("/secureJsonData/password").asText()).isEqualTo("$__env{BROADSHEET_READER_PASSWORD}");
        assertThat(compose.service("grafana").environment()).containsKey("BROADSHEET_READER_PASSWORD");
        assertThat(compose.service("grafana").environment().values()).noneMatch(value -> value.contains("OWNER"));
        assertThat(sources.at("/datasources/1/url").asText()).isEqualTo("http://prometheus:9090");
    }

    @Test
    void everyRoleGetsItsPassword() throws IOException {
        String access = Compose.text("config/postgres/access.sql");
        String roles = Compose.text("config/postgres/roles.sql");
        for (String role : Set.of("owner", "job", "reader")) {
            String variable = "BROADSHEET_" + role.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD";
            assertThat(roles).contains("'broadsheet_" + role + "'");
            assertThat(access)
                    .contains("\\getenv " + role + "_password " + variable + "\n")
                    .contains("ALTER ROLE broadsheet_" + role + " PASSWORD :'" + role + "_password';\n");
            assertThat(compose.service("postgres").environment()).containsKey(variable);
        }
    }

    @Test
    void theBrokerHasTheLimitsOfTheEmbeddedOne() throws IOException {
        Properties cluster = new Properties();
        cluster.load(new StringReader(Compose.text("config/kafka/server.properties")));
        Properties embedded = new Properties();
        try (var stream = EmbeddedBroker.class.getResourceAsStream("broker.properties")) {
            embedded.load(stream);
        }
        Set<String> other = new TreeSet<>();
        for (String name : cluster.stringPropertyNames()) {
            if (embedded.containsKey(name) && !embedded.getProperty(name).equals(cluster.getProperty(name))) {
                other.add(name);
            }
        }
        assertThat(other).containsExactly("inter.broker.listener.name", "listener.security.protocol.map");
        assertThat(Stream.of("message.max.bytes", "transaction.max.timeout.ms", "auto.create.topics.enable"))
                .allMatch(cluster::containsKey);
    }

    private static int mebibytes(String size) {
        int number = Integer.parseInt(size.substring(0, size.length() - 1));
        return size.endsWith("g") ? number * 1024 : number;
    }
}
