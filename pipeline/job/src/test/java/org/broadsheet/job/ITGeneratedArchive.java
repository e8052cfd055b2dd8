package org.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.generator.Archive;
import org.broadsheet.generator.Delivery;
import org.broadsheet.generator.KnownTables;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.postgres.Audit;
import org.broadsheet.postgres.Checksums;
import org.broadsheet.postgres.TableLines;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 1,000 generated records, shuffled and delivered three times, with the task manager killed, the job stopped with a savepoint
 * at a moment that the seed says and resumed at another parallelism: the tables that the generator knows.
 *
 * <p>{@code -Dbroadsheet.shuffles=20} runs 20 shuffles at each parallelism instead of two runs.
 */
class ITGeneratedArchive {
    private static final long LOOK_MILLISECONDS = 50;
    private static final long RECORDS = Long.getLong("broadsheet.generator.records", 1_000);
    private static final Map<Integer, Integer> RESCALED = new TreeMap<>(Map.of(1, 2, 2, 4, 4, 1));

    /** Those of the tables after each run; there must be one. */
    private static final Set<String> CHECKSUMS = new HashSet<>();

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static EmbeddedDatabase database;
    private static KilledCluster cluster;
    private static Path sources;
    private static List<RawPage> records;
    private static KnownTables known;

    /** A run: which shuffle, at which parallelism it begins, where its state is. */
    record Run(int shuffle, int parallelism, String backend) {
        String name() {
            return "shuffle_" + shuffle + "_" + parallelism + "_" + backend;
        }
    }

    static Stream<Run> runs() {
        int shuffles = Integer.getInteger("broadsheet.shuffles", 0);
        if (shuffles > 0) {
            return Stream.iterate(0, shuffle -> shuffle < shuffles, shuffle -> shuffle + 1)
                    .flatMap(shuffle -> Stream.of(1, 2, 4)
                            .map(parallelism -> new Run(shuffle, parallelism, shuffle % 2 == 0 ? "heap" : "rocksdb")));
        }
        return Stream.of(new Run(5, 2, "rocksdb"), new Run(7, 4, "heap"));
    }

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        database = EmbeddedDatabase.start(folder.resolve("database"), 0);
        cluster = KilledCluster.start();
        Gazetteer gazetteer = Gazetteer.load();
        Archive archive = Archive.of(gazetteer, 1, RECORDS);
        sources = Files.writeString(folder.resolve("sources.yaml"), archive.sources(), StandardCharsets.UTF_8);
        records = archive.deliveries().map(Delivery::raw).toList();
        known = KnownTables.of(archive.deliveries(), gazetteer);
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
        database.close();
        broker.close();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theTablesAreTheKnownOnes(Run run) throws Exception {
        Random random = new Random(run.shuffle());
        List<RawPage> deliveries = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            deliveries.addAll(records);
        }
        Collections.shuffle(deliveries, random);
        int killed = 1 + random.nextInt(deliveries.size() / 2);
        int stopped = killed + 1 + random.nextInt(deliveries.size() - killed - 1);

        Settings settings = settings(run, run.parallelism());
        Endpoints.makeTables(settings);
        Endpoints.makeTopics(settings);
        JobClient job = cluster.run(settings);
        try {
            feed(settings, deliveries.subList(0, killed));
            await(settings, job, killed / 2);
            cluster.kill();
            feed(settings, deliveries.subList(killed, stopped));
            // One that was sent behind the kill: the job runs again.
            await(settings, job, killed + 1);
            KilledCluster.stop(settings, job);

            job = cluster.run(settings(run, RESCALED.getOrDefault(run.parallelism(), 1)));
            feed(settings, deliveries.subList(stopped, deliveries.size()));
            await(settings, job, deliveries.size());
        } finally {
            KilledCluster.cancel(job);
        }
        assertKnown(settings, deliveries.size());
    }

    private static void assertKnown(Settings settings, int delivered) throws Exception {
        Map<String, List<String>> expected = known.lines();
        Map<String, List<String>> lines = TableLines.of(Endpoints.database(settings));
        for (String table : expected.keySet()) {
            assertThat(lines.get(table)).as(table).containsExactlyElementsOf(expected.get(table));
        }
        long refused =
                known.refused().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(Passed.of(Endpoints.database(settings)))
                .isEqualTo(new Passed(3 * known.read(), 3 * refused, delivered));
        Map<String, Long> letters = Letters.of(settings).stream()
                .collect(Collectors.groupingBy(letter -> letter.reason(), Collectors.counting()));
        assertThat(letters)
                .isEqualTo(known.refused().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, reason -> 3L * reason.getValue())));
        try (Connection connection = Endpoints.database(settings).connect()) {
            assertThat(Audit.run(connection).differences()).isEmpty();
            CHECKSUMS.add(Checksums.of(connection).toString());
            assertThat(CHECKSUMS).as("checksums of all runs so far").hasSize(1);
        }
    }

    private static Settings settings(Run run, int parallelism) throws Exception {
        String name = run.name();
        Map<String, String> flags = new TreeMap<>(Map.of(
                "kafka.servers", broker.bootstrapServers(),
                "kafka.group", name,
                "kafka.topic-prefix", name + "-",
                "database.url", database.jdbcUrl(),
                "database.user", database.user(),
                "database.password", database.password(),
                "database.schema", name,
                "job.checkpoint-interval", "300ms",
                "job.state-folder", folder.resolve(name).toString(),
                "rules.sources", sources.toString()));
        flags.put("job.parallelism", Integer.toString(parallelism));
        flags.put("job.state-backend", run.backend());
        return Settings.read(Path.of(System.getProperty("broadsheet.root"), "config/broadsheet.yaml"), Map.of(), flags);
    }

    private static void feed(Settings settings, List<RawPage> pages) {
        String topic = Endpoints.topics(settings).articles().name();
        try (PageFeeder feeder = PageFeeder.into(Endpoints.kafka(settings), topic)) {
            List<CompletableFuture<PageFeeder.Sent>> sent = new ArrayList<>();
            pages.forEach(page -> sent.add(feeder.send(page.key(), page.value(), page.headers())));
            feeder.flush();
            sent.forEach(CompletableFuture::join);
        }
    }

    /** Until so many records have their rows. */
    private static void await(Settings settings, JobClient job, long passed) throws Exception {
        while (Passed.of(Endpoints.database(settings)).passed() < passed) {
            if (job.getJobStatus().get().isTerminalState()) {
                job.getJobExecutionResult().get();
            }
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }
}
