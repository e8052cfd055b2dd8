package org.broadsheet.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.flink.core.execution.JobClient;
import org.broadsheet.cli.cluster.FedJob;
import org.broadsheet.cli.cluster.FigureMessages;
import org.broadsheet.cli.cluster.PageFeed.Sent;
import org.broadsheet.cli.cluster.TableDifferences;
import org.broadsheet.embedded.LoopbackPort;
import org.broadsheet.generator.Archive;
import org.broadsheet.generator.Delivery;
import org.broadsheet.generator.KnownTables;
import org.broadsheet.job.BroadsheetJob;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.LocalCluster;
import org.broadsheet.job.Passed;
import org.broadsheet.kafka.DeadLetterReader;
import org.broadsheet.kafka.StoredDeadLetter;
import org.broadsheet.postgres.TableLines;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A cluster, a broker, a database, the lines between them, a disk and a clock suffer faults by a seed while pages whose figures
 * are known are fed: the tables are those of a run without faults, and those that the generator knows.
 *
 * <p>{@code -Dbroadsheet.chaos.runs=50 -Dbroadsheet.chaos.seed=1} is 50 runs, of the seeds 1 to 50, with six faults each;
 * {@code -Dbroadsheet.chaos.faults=10} makes them ten.
 */
class ITChaos {
    static final Path ROOT = Path.of(System.getProperty("broadsheet.root"));
    static final Path JAR = ROOT.resolve("pipeline/job/target/broadsheet-job-0.1.0-thin.jar");

    private static final int RUNS = Integer.getInteger("broadsheet.chaos.runs", 0);
    private static final long SEED = Long.getLong("broadsheet.chaos.seed", 4);
    private static final int FAULTS = Integer.getInteger("broadsheet.chaos.faults", RUNS == 0 ? 3 : 6);
    private static final int RECORDS = Integer.getInteger("broadsheet.chaos.records", 400);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static Servers servers;
    private static Map<String, String> sources;
    private static List<Sent> pages;
    private static KnownTables known;
    private static FedJob undisturbed;

    static LongStream seeds() {
        return LongStream.range(SEED, SEED + Math.max(1, RUNS));
    }

    @BeforeAll
    static void runUndisturbed() throws Exception {
        // The account of the database must be able to go in.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Gazetteer gazetteer = Gazetteer.load();
        Archive archive = Archive.of(gazetteer, 1, RECORDS);
        sources = Map.of(
                "rules.sources",
                Files.writeString(folder.resolve("sources.yaml"), archive.sources(), StandardCharsets.UTF_8)
                        .toString());
        pages = archive.deliveries()
                .map(Delivery::raw)
                .map(raw -> new Sent(raw.key(), raw.value(), raw.headers()))
                .toList();
        known = KnownTables.of(archive.deliveries(), gazetteer);
        servers = Servers.start(folder);
        undisturbed = FedJob.create(servers.broker(), servers.database(), folder, "undisturbed", sources);
        undisturbed.feed(pages);
        JobClient job = BroadsheetJob.start(
                undisturbed.settings(), LocalCluster.environment(undisturbed.settings(), LoopbackPort.free()));
        undisturbed.awaitThrough();
        job.cancel().get();
    }

    @AfterAll
    static void stopServers() throws Exception {
        servers.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTablesAreThoseOfARunWithoutFaults(long seed) throws Exception {
        Schedule schedule = Schedule.of(seed, FAULTS);
        System.out.println("Chaos: " + schedule);
        String name = "chaos_" + seed;
        try (SmallDisk disk = SmallDisk.in(folder.resolve(name + "-state"))) {
            FedJob job = FedJob.create(servers.broker(), servers.database(), folder, name, settings(schedule, disk));
            try (ChaosRun run = new ChaosRun(servers, job, disk, folder.resolve(name), main(job))) {
                run.suffer(schedule.strokes(), shuffled(seed));
                run.finish();
                System.out.println("Chaos of seed " + seed + " is over; " + run.starts()
                        + " processes were started again. Left out: " + run.left());
            }
            assertUndisturbed(job);
        }
    }

    private static Map<String, String> settings(Schedule schedule, SmallDisk disk) {
        Map<String, String> settings = new TreeMap<>(sources);
        settings.put("job.parallelism", Integer.toString(schedule.parallelism()));
        settings.put("job.state-backend", schedule.backend());
        settings.put("job.state-folder", disk.folder().toString());
        return settings;
    }

    private static List<String> main(FedJob job) {
        List<String> main = new ArrayList<>(List.of(
                "org.broadsheet.job.ClusterJob",
                "--settings",
                ROOT.resolve("config/broadsheet.yaml").toString()));
        main.addAll(job.flags(servers.overLines().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new)));
        return main;
    }

    private static List<Sent> shuffled(long seed) {
        List<Sent> shuffled = new ArrayList<>(pages);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static void assertUndisturbed(FedJob job) throws Exception {
        assertThat(TableDifferences.between(undisturbed.database(), job.database()))
                .isEmpty();
        assertThat(job.checksums()).isEqualTo(undisturbed.checksums());
        assertThat(TableLines.of(job.database())).isEqualTo(known.lines());
        assertThat(job.audit().differences()).isEmpty();
        long refused =
                known.refused().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(Passed.of(job.database())).isEqualTo(new Passed(known.read(), refused, known.read() + refused));
        assertThat(
                        DeadLetterReader.all(
                                        Endpoints.kafka(job.settings()),
                                        Endpoints.topics(job.settings())
                                                .deadLetters()
                                                .name())
                                .stream()
                                .collect(Collectors.groupingBy(StoredDeadLetter::reason, Collectors.counting())))
                .isEqualTo(known.refused().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, reason -> reason.getValue().longValue())));
        assertThat(FigureMessages.last(job.settings()))
                .isEqualTo(TableLines.of(job.database()).get("region_figure"));
    }
}
