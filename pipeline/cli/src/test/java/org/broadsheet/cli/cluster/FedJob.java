package org.broadsheet.cli.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.Passed;
import org.broadsheet.job.cluster.FlinkCluster;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.postgres.Audit;
import org.broadsheet.postgres.Checksums;
import org.broadsheet.postgres.DatabaseSettings;

/** A job with topics, tables and a state folder of its own, wherever it runs, and what is fed to it. */
public final class FedJob {
    private static final Path SETTINGS = Path.of(System.getProperty("broadsheet.root"), "config/broadsheet.yaml");
    private static final long LOOK_MILLISECONDS = 50;

    private final Map<String, String> flags;
    private final Settings settings;
    private final DatabaseSettings database;

    private FedJob(Map<String, String> flags) throws Exception {
        this.flags = flags;
        this.settings = Settings.read(SETTINGS, Map.of(), flags);
        this.database = Endpoints.database(settings);
    }

    /** Makes topics and tables; the job is not started. */
    public static FedJob create(BrokerProcess broker, EmbeddedDatabase server, Path folder, String name)
            throws Exception {
        return create(broker, server, folder, name, Map.of());
    }

    /** The same with more settings. */
    public static FedJob create(
            BrokerProcess broker, EmbeddedDatabase server, Path folder, String name, Map<String, String> more)
            throws Exception {
        Map<String, String> flags = new TreeMap<>(Map.of(
                "kafka.servers", broker.servers(),
                "kafka.group", name,
                "kafka.topic-prefix", name + "-",
                "database.url", server.jdbcUrl(),
                "database.user", server.user(),
                "database.password", server.password(),
                "database.schema", name,
                "job.checkpoint-interval", "300ms",
                "job.state-folder", folder.resolve(name + "-state").toString()));
        flags.putAll(more);
        FedJob job = new FedJob(flags);
        Endpoints.makeTables(job.settings);
        Endpoints.makeTopics(job.settings);
        return job;
    }

    /** Its settings. */
    public Settings settings() {
        return settings;
    }

    /** Its tables. */
    public DatabaseSettings database() {
        return database;
    }

    /** Its settings that differ from those of the file, by name. */
    public void each(BiConsumer<String, String> taker) {
        flags.forEach(taker);
    }

    /** Its settings as the command and the job take them, and one more. */
    public List<String> flags(String... more) {
        List<String> arguments = new ArrayList<>();
        flags.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        for (String setting : more) {
            arguments.addAll(List.of("--set", setting));
        }
        return arguments;
    }

    /** Feeds the pages; they are safe on the broker when this returns. */
    public void feed(List<PageFeed.Sent> pages) {
        try (PageFeeder feeder = PageFeeder.into(
                Endpoints.kafka(settings), Endpoints.topics(settings).articles().name())) {
            pages.stream()
                    .map(page -> feeder.send(page.key(), page.value(), page.headers()))
                    .toList()
                    .forEach(sent -> sent.join());
        }
    }

    /** Waits until so many records have their rows. */
    public void awaitPassed(ClusterOfProcesses cluster, long records) throws Exception {
        while (Passed.of(database).passed() < records) {
            assertGoesOn(cluster);
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    /** Waits until everything that was fed has its rows. */
    public void awaitThrough(ClusterOfProcesses cluster) throws Exception {
        PartitionOffsets end = end();
        while (!Passed.through(database, end)) {
            assertGoesOn(cluster);
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    /** The same, of a job in this JVM. */
    public void awaitThrough() throws Exception {
        PartitionOffsets end = end();
        while (!Passed.through(database, end)) {
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    /** Where the topic of the pages ends now. */
    public PartitionOffsets end() {
        return PartitionOffsets.end(
                Endpoints.kafka(settings), Endpoints.topics(settings).articles().name());
    }

    private void assertGoesOn(ClusterOfProcesses cluster) throws IOException {
        cluster.assertAlive();
        for (FlinkCluster.Job job : cluster.rest().jobs()) {
            if (job.state().equals("FAILED")) {
                throw new AssertionError("The job has failed: " + cluster.rest().failure(job.id()));
            }
        }
    }

    /** The checksums of the tables. */
    public List<Checksums.TableChecksum> checksums() throws SQLException {
        try (Connection connection = database.connect()) {
            return Checksums.of(connection);
        }
    }

    /** What recomputing the books finds. */
    public Audit.Report audit() throws SQLException {
        try (Connection connection = database.connect()) {
            return Audit.run(connection);
        }
    }
}
