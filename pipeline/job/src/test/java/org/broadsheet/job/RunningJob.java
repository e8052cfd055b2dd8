package org.broadsheet.job;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.postgres.Audit;
import org.broadsheet.postgres.Checksums;
import org.broadsheet.postgres.DatabaseSettings;

/** A job between the embedded servers, with topics and tables of its own. */
final class RunningJob implements AutoCloseable {
    private static final long LOOK_MILLISECONDS = 100;

    final Settings settings;
    final KafkaConnection kafka;
    final DatabaseSettings database;
    private final JobClient job;
    private final int port;
    private boolean ended;

    private RunningJob(Settings settings, JobClient job, int port) {
        this.settings = settings;
        this.port = port;
        this.kafka = Endpoints.kafka(settings);
        this.database = Endpoints.database(settings);
        this.job = job;
    }

    /** @param name of the schema, the group and the prefix of the topics */
    static RunningJob start(
            EmbeddedBroker broker, EmbeddedDatabase server, Path folder, String name, Map<String, String> flags)
            throws Exception {
        return start(broker, server, folder, name, flags, new Configuration());
    }

    /** The same with more of Flink's own settings. */
    static RunningJob start(
            EmbeddedBroker broker,
            EmbeddedDatabase server,
            Path folder,
            String name,
            Map<String, String> flags,
            Configuration more)
            throws Exception {
        Settings settings = settings(broker, server, folder, name, flags);
        Endpoints.makeTables(settings);
        Endpoints.makeTopics(settings);
        return run(settings, more);
    }

    /** A job on topics and tables that are there. */
    static RunningJob run(Settings settings, Configuration more) throws Exception {
        int port = LoopbackPort.free();
        return new RunningJob(
                settings, BroadsheetJob.start(settings, LocalCluster.environment(settings, port, more)), port);
    }

    /** @param name of the schema, the group and the prefix of the topics */
    static Settings settings(
            EmbeddedBroker broker, EmbeddedDatabase server, Path folder, String name, Map<String, String> flags)
            throws Exception {
        Map<String, String> all = new TreeMap<>(Map.of(
                "kafka.servers", broker.bootstrapServers(),
                "kafka.group", name,
                "kafka.topic-prefix", name + "-",
                "database.url", server.jdbcUrl(),
                "database.user", server.user(),
                "database.password", server.password(),
                "database.schema", name,
                "job.checkpoint-interval", "300ms",
                "job.state-folder", folder.resolve(name).toString()));
        all.putAll(flags);
        Path file = Path.of(System.getProperty("broadsheet.root"), "config/broadsheet.yaml");
        return Settings.read(file, Map.of(), all);
    }

    void feed(List<SamplePages.Sent> pages) {
        feed(settings, pages);
    }

    /** Sends pages to the topic of a job that may not run yet, and waits until they are safe. */
    static void feed(Settings settings, List<SamplePages.Sent> pages) {
        String topic = Endpoints.topics(settings).articles().name();
        try (PageFeeder feeder = PageFeeder.into(Endpoints.kafka(settings), topic)) {
            List<CompletableFuture<PageFeeder.Sent>> sent = new ArrayList<>();
            for (SamplePages.Sent page : pages) {
                sent.add(feeder.send(page.key(), page.value(), page.headers()));
            }
            sent.forEach(CompletableFuture::join);
        }
    }

    void awaitThrough() throws Exception {
        PartitionOffsets end = PartitionOffsets.end(
                kafka, Endpoints.topics(settings).articles().name());
        while (!Passed.through(database, end)) {
            if (job.getJobStatus().get().isTerminalState()) {
                job.getJobExecutionResult().get();
            }
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    /** What the engine tells of faults and restarts: {@code …"exceptionHistory":{"entries":[],…}} where there were none. */
    String faults() throws Exception {
        URI asked = URI.create("http://127.0.0.1:" + port + "/jobs/" + job.getJobID() + "/exceptions");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(asked).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Ends it with a savepoint in its state folder. */
    Path stop() throws ExecutionException, InterruptedException {
        ended = true;
        return KilledCluster.stop(settings, job);
    }

    /** Waits for the end of a job that fails: the message of what it failed for, at the bottom. */
    String failure() throws InterruptedException {
        try {
            job.getJobExecutionResult().get();
            return "";
        } catch (ExecutionException failed) {
            ended = true;
            Throwable cause = failed;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return String.valueOf(cause.getMessage());
        }
    }

    List<String> checksums() throws SQLException {
        try (Connection connection = database.connect()) {
            return Checksums.of(connection).stream()
                    .map(Checksums.TableChecksum::toString)
                    .toList();
        }
    }

    Audit.Report audit() throws SQLException {
        try (Connection connection = database.connect()) {
            return Audit.run(connection);
        }
    }

    /** Of the tables of its generation. */
    List<String> query(String sql) throws SQLException {
        return query(database, sql);
    }

    /** Of the views that readers see. */
    List<String> queryServed(String sql) throws SQLException {
        return query(Endpoints.served(settings), sql);
    }

    private static List<String> query(DatabaseSettings asked, String sql) throws SQLException {
        try (Connection connection = asked.connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> line = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    line.add(String.valueOf(rows.getString(column)));
                }
                lines.add(String.join(" ", line));
            }
            return lines;
        }
    }

    @Override
    public void close() throws Exception {
        if (!ended) {
            job.cancel().get();
        }
    }
}
