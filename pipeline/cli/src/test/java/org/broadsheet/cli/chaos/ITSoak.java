package org.broadsheet.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.broadsheet.cli.cluster.BrokerProcess;
import org.broadsheet.cli.cluster.ClusterOfProcesses;
import org.broadsheet.cli.cluster.FedJob;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.generator.Archive;
import org.broadsheet.generator.Delivery;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.Passed;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated pages are fed at a rate for a long time, and what the task manager takes is written down: {@code
 * -Dbroadsheet.soak.minutes=120 -Dbroadsheet.soak.rate=500} leaves {@code target/soak.csv}. Then {@code
 * broadsheet.soak.burst} pages come at once, and how fast they are worked off is the top speed with the state and the
 * tables of that time. At the end the books must be right.
 */
@EnabledIfSystemProperty(named = "broadsheet.soak.minutes", matches = "\\d+")
class ITSoak {
    private static final Duration LONG = Duration.ofMinutes(Integer.getInteger("broadsheet.soak.minutes", 1));
    private static final int RATE = Integer.getInteger("broadsheet.soak.rate", 100);
    private static final int BURST = Integer.getInteger("broadsheet.soak.burst", 0);
    private static final Duration BETWEEN = Duration.ofSeconds(Integer.getInteger("broadsheet.soak.every", 30));
    private static final String BACKEND = System.getProperty("broadsheet.soak.backend", "heap");
    private static final long LOOK_MILLISECONDS = 20;

    @TempDir
    private Path folder;

    @Test
    void whatItTakesIsWrittenDown() throws Exception {
        // The account of the database must be able to go in.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Archive archive = Archive.of(Gazetteer.load(), 1, LONG.toSeconds() * RATE + BURST);
        Path sources = Files.writeString(folder.resolve("sources.yaml"), archive.sources(), StandardCharsets.UTF_8);
        try (BrokerProcess broker = BrokerProcess.start(folder);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), 0)) {
            Map<String, String> settings = Map.of(
                    "rules.sources", sources.toString(), "job.state-backend", BACKEND, "job.checkpoint-interval", "1s");
            FedJob job = FedJob.create(broker, database, folder, "soak", settings);
            List<String> main = new ArrayList<>(List.of(
                    "org.broadsheet.job.ClusterJob",
                    "--settings",
                    ITChaos.ROOT.resolve("config/broadsheet.yaml").toString()));
            main.addAll(job.flags());
            try (ClusterOfProcesses cluster =
                    ClusterOfProcesses.application(folder.resolve("cluster"), 1, ITChaos.JAR, main)) {
                soak(job, cluster, archive);
            }
        }
    }

    private static void soak(FedJob job, ClusterOfProcesses cluster, Archive archive) throws Exception {
        String topic = Endpoints.topics(job.settings()).articles().name();
        AtomicLong sent = new AtomicLong();
        List<String> lines = new ArrayList<>(List.of(SoakSample.HEADER));
        try (PageFeeder feeder = PageFeeder.into(Endpoints.kafka(job.settings()), topic);
                Stream<RawPage> pages = archive.deliveries().map(Delivery::raw)) {
            Iterator<RawPage> each = pages.iterator();
            long begun = System.nanoTime();
            CompletableFuture<Void> feed = CompletableFuture.runAsync(() -> feed(feeder, each, sent));
            while (!feed.isDone()) {
                Thread.sleep(BETWEEN.toMillis());
                SoakSample sample = sample(job, cluster, begun, sent.get());
                lines.add(sample.line());
                System.out.println(sample);
                Files.write(Path.of("target/soak.csv"), lines, StandardCharsets.UTF_8);
            }
            feed.join();
            job.awaitThrough(cluster);
            burst(job, cluster, feeder, each);
        }
        assertThat(job.audit().differences()).isEmpty();
    }

    /** What is left of the pages, at once. */
    private static void burst(FedJob job, ClusterOfProcesses cluster, PageFeeder feeder, Iterator<RawPage> pages)
            throws Exception {
        long begun = System.nanoTime();
        while (pages.hasNext()) {
            send(feeder, pages.next());
        }
        feeder.flush();
        Duration sent = Duration.ofNanos(System.nanoTime() - begun);
        awaitThrough(job, cluster, job.end());
        Duration through = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println("Burst: " + BURST + " pages sent in " + sent + ", through in " + through);
    }

    private static void awaitThrough(FedJob job, ClusterOfProcesses cluster, PartitionOffsets end) throws Exception {
        while (!Passed.through(job.database(), end)) {
            cluster.assertAlive();
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    private static SoakSample sample(FedJob job, ClusterOfProcesses cluster, long begun, long sent) throws Exception {
        PartitionOffsets end = job.end();
        long from = System.nanoTime();
        long waiting = Passed.waiting(job.database(), end);
        awaitThrough(job, cluster, end);
        long now = System.nanoTime();
        return SoakSample.of(
                cluster.taskManagers().get(0),
                Duration.ofNanos(now - begun).toSeconds(),
                sent,
                waiting,
                Duration.ofNanos(now - from).toMillis(),
                cluster.rest().checkpointBytes(cluster.rest().jobs().get(0).id()));
    }

    /** A page each so many microseconds; one that comes late is followed at once by the next. */
    private static void feed(PageFeeder feeder, Iterator<RawPage> pages, AtomicLong sent) {
        long begun = System.nanoTime();
        try {
            while (sent.get() < LONG.toSeconds() * RATE && pages.hasNext()) {
                while (System.nanoTime() - begun < sent.get() * 1_000_000_000L / RATE) {
                    Thread.sleep(1);
                }
                send(feeder, pages.next());
                sent.incrementAndGet();
            }
            feeder.flush();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private static void send(PageFeeder feeder, RawPage page) {
        var unused = feeder.send(page.key(), page.value(), page.headers());
    }
}
