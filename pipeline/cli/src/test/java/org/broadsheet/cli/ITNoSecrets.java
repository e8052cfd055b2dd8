package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.broadsheet.cli.cluster.BrokerProcess;
import org.broadsheet.cli.cluster.ClusterOfProcesses;
import org.broadsheet.cli.cluster.FedJob;
import org.broadsheet.cli.cluster.PageFeed;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job needs to enter the database and the broker is not to be seen where its cluster shows itself. */
class ITNoSecrets {
    private static final String PASSWORD = "7f3a-database-9c41";
    private static final String OTHER = "5d20-broker-e8b7";
    private static final long LOOK_MILLISECONDS = 100;
    private static final List<String> SHOWN = List.of(
            "config",
            "overview",
            "jars",
            "jobmanager/config",
            "jobmanager/environment",
            "jobmanager/logs",
            "jobmanager/metrics",
            "jobmanager/thread-dump",
            "jobs/overview",
            "jobs/JOB",
            "jobs/JOB/accumulators",
            "jobs/JOB/checkpoints",
            "jobs/JOB/checkpoints/config",
            "jobs/JOB/config",
            "jobs/JOB/exceptions",
            "jobs/JOB/plan",
            "taskmanagers",
            "taskmanagers/metrics");

    @TempDir
    private Path folder;

    @Test
    void theClusterShowsNoPassword() throws Exception {
        // The account of the database must be able to go in.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> commands = new ArrayList<>();
        try (BrokerProcess broker = BrokerProcess.start(folder);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), 0);
                ClusterOfProcesses cluster = ClusterOfProcesses.session(folder.resolve("cluster"), 1)) {
            FedJob job = FedJob.create(broker, database, folder, "secrets");
            Process run =
                    Launcher.start(folder.resolve("run.log"), environment(job), "run", "--cluster", cluster.url());
            while (run.isAlive()) {
                commands.addAll(commands());
                Thread.sleep(LOOK_MILLISECONDS);
            }
            assertThat(run.exitValue())
                    .as(Files.readString(folder.resolve("run.log")))
                    .isZero();
            job.feed(PageFeed.pages().subList(0, 20));
            job.awaitThrough(cluster);
            database.close();
            String id = cluster.rest().jobs().get(0).id();
            while (cluster.rest().failure(id).isEmpty()) {
                Thread.sleep(LOOK_MILLISECONDS);
            }
            commands.addAll(commands());
            for (String shown : SHOWN) {
                assertSecret(get(cluster.url() + "/" + shown.replace("JOB", id)), shown);
            }
            assertThat(get(cluster.url() + "/jobs/" + id + "/exceptions")).contains("password=***");
        }
        for (Path log : logs()) {
            assertSecret(Files.readString(log), log.toString());
        }
        assertThat(commands).anyMatch(command -> command.contains("TaskManagerRunner"));
        assertSecret(String.join("\n", commands), "the list of processes");
    }

    /** Any password is taken for the database, and the broker asks for none. */
    private static Map<String, String> environment(FedJob job) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "BROADSHEET_DATABASE_PASSWORD",
                PASSWORD,
                "BROADSHEET_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"a\" password=\"" + OTHER
                        + "\";"));
        job.each((name, value) -> environment.putIfAbsent(Installation.variable(name), value));
        return environment;
    }

    /** Of all processes, as whoever is on this machine sees them. */
    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            Path command = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            try {
                commands.add(Files.readString(command, StandardCharsets.ISO_8859_1));
            } catch (NoSuchFileException ended) {
                commands.add("");
            }
        }
        return commands;
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> logs = files.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> !file.startsWith(folder.resolve("broker")))
                    .toList();
            assertThat(logs).hasSizeGreaterThanOrEqualTo(4);
            return logs;
        }
    }

    private static String get(String url) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url)).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(url).isEqualTo(200);
        return answer.body();
    }

    private static void assertSecret(String shown, String where) {
        assertThat(shown).as(where).isNotEmpty().doesNotContain(PASSWORD).doesNotContain(OTHER);
    }
}
