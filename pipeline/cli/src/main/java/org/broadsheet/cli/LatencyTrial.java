package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.core.execution.JobClient;
import org.broadsheet.embedded.LoopbackPort;
import org.broadsheet.generator.Archive;
import org.broadsheet.generator.Delivery;
import org.broadsheet.job.BroadsheetJob;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.LocalCluster;
import org.broadsheet.job.Passed;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.place.Gazetteer;
import org.jspecify.annotations.Nullable;

/** A job between servers of its own, and live pages whose way to the tables is timed: 太原晚报 sent at 0, seen after 640 ms. */
final class LatencyTrial implements AutoCloseable {
    private static final long LOOK_MILLISECONDS = 10;
    private static final int LIVE_SEED = 1;
    private static final int ARCHIVE_SEED = 2;
    private static final long RECORDS = 10_000_000;

    private final DemoServers servers;
    private final Settings settings;
    private final JobClient job;
    private final Gazetteer gazetteer;
    private final Iterator<RawPage> live;
    private final Iterator<RawPage> archived;

    private LatencyTrial(DemoServers servers, Settings settings, JobClient job, Gazetteer gazetteer) {
        this.servers = servers;
        this.settings = settings;
        this.job = job;
        this.gazetteer = gazetteer;
        this.live = pages(LIVE_SEED);
        this.archived = pages(ARCHIVE_SEED);
    }

    /**
     * What was measured.
     *
     * @param milliseconds of each live page, sorted
     * @param archivePerSecond pages of the archive that got their rows a second
     */
    record Result(List<Long> milliseconds, double archivePerSecond) {
        /** The nearest rank; -1 where there was no page. */
        long percentile(int percent) {
            int rank = (int) Math.ceil(milliseconds.size() * percent / 100.0);
            return milliseconds.isEmpty() ? -1 : milliseconds.get(Math.max(rank, 1) - 1);
        }
    }

    /** A page that is safe on the broker. */
    private record Sent(int partition, long offset, long nanoseconds) {}

    /** @param folder for the servers' files */
    static LatencyTrial start(Path folder, Map<String, String> overrides, PrintWriter err) throws Exception {
        err.println("Starting Kafka, PostgreSQL and the job …");
        Gazetteer gazetteer = Gazetteer.load();
        Path sources = Files.writeString(
                folder.resolve("sources.yaml"),
                Archive.of(gazetteer, LIVE_SEED, 100_000).sources(),
                StandardCharsets.UTF_8);
        DemoServers servers = DemoServers.start(folder, new DemoServers.Ports(0, 0, 0, 0));
        try {
            Map<String, String> flags = new LinkedHashMap<>(servers.settings(folder));
            flags.put("rules.sources", sources.toString());
            flags.putAll(overrides);
            Settings settings = Settings.read(Home.folder().resolve("config/broadsheet.yaml"), System.getenv(), flags);
            Preparation.create(settings);
            JobClient job = BroadsheetJob.start(settings, LocalCluster.environment(settings, LoopbackPort.free()));
            return new LatencyTrial(servers, settings, job, gazetteer);
        } catch (Exception fault) {
            servers.close();
            throw fault;
        }
    }

    private Iterator<RawPage> pages(int seed) {
        return Archive.of(gazetteer, seed, RECORDS)
                .deliveries()
                .map(Delivery::raw)
                .iterator();
    }

    /**
     * Sends live pages evenly, and notes when each has its rows.
     *
     * @param warmUp seconds that are not counted
     * @param most pages of an archive on the way beside; null for none
     */
    Result measure(double rate, int warmUp, int seconds, @Nullable Integer most) throws Exception {
        KafkaConnection kafka = Endpoints.kafka(settings);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> beside =
                most == null ? CompletableFuture.completedFuture(null) : replay(kafka, most, over);
        Queue<Sent> sent = new ConcurrentLinkedQueue<>();
        AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        long counted = System.nanoTime() + TimeUnit.SECONDS.toNanos(warmUp);
        CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> watch(sent, counted, seen, over, fault));
        String archive = Endpoints.topics(settings).archive().name();
        long archivedBefore = -1;
        try (PageFeeder feeder =
                PageFeeder.into(kafka, Endpoints.topics(settings).articles().name())) {
            FeedPace pace = FeedPace.of(rate);
            long end = counted + TimeUnit.SECONDS.toNanos(seconds);
            while (System.nanoTime() < end && fault.get() == null) {
                if (archivedBefore < 0 && System.nanoTime() >= counted) {
                    archivedBefore = archived(archive);
                }
                pace.await();
                send(feeder, live.next(), sent, fault);
            }
        }
        long archivedAfter = archived(archive);
        over.set(true);
        watch.join();
        beside.join();
        Throwable found = fault.get();
        if (found != null) {
            throw new PlainFault(String.valueOf(found.getMessage()), found);
        }
        List<Long> milliseconds = new ArrayList<>(seen);
        Collections.sort(milliseconds);
        return new Result(List.copyOf(milliseconds), (double) (archivedAfter - archivedBefore) / seconds);
    }

    private long archived(String topic) throws SQLException {
        return Passed.of(Endpoints.database(settings), topic).passed();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what went wrong is kept
    private static void send(
            PageFeeder feeder, RawPage page, Queue<Sent> sent, AtomicReference<@Nullable Throwable> fault) {
        feeder.send(page.key(), page.value(), page.headers()).whenComplete((where, failed) -> {
            if (failed == null) {
                sent.add(new Sent(where.partition(), where.offset(), System.nanoTime()));
            } else {
                fault.compareAndSet(null, failed);
            }
        });
    }

    /** Looks at the books, which come with the rows, until all that was sent has been seen. */
    private void watch(
            Queue<Sent> sent,
            long counted,
            List<Long> seen,
            AtomicBoolean over,
            AtomicReference<@Nullable Throwable> fault) {
        String topic = Endpoints.topics(settings).articles().name();
        Deque<Sent> waiting = new ArrayDeque<>();
        try (Passed.Reader books = Passed.reader(Endpoints.database(settings), topic)) {
            while (!over.get() || !waiting.isEmpty() || !sent.isEmpty()) {
                for (Sent page = sent.poll(); page != null; page = sent.poll()) {
                    waiting.add(page);
                }
                Map<Integer, Long> next = books.next();
                long now = System.nanoTime();
                waiting.removeIf(page -> {
                    boolean through = next.getOrDefault(page.partition(), 0L) > page.offset();
                    if (through && page.nanoseconds() >= counted) {
                        seen.add(TimeUnit.NANOSECONDS.toMillis(now - page.nanoseconds()));
                    }
                    return through;
                });
                Thread.sleep(LOOK_MILLISECONDS);
                if (job.getJobStatus().get().isTerminalState()) {
                    throw new IllegalStateException("The job has ended.");
                }
            }
        } catch (Exception broken) {
            fault.compareAndSet(null, broken);
        }
    }

    private CompletableFuture<Void> replay(KafkaConnection kafka, int most, AtomicBoolean over) {
        return CompletableFuture.runAsync(() -> {
            try (PageFeeder feeder =
                    PageFeeder.into(kafka, Endpoints.topics(settings).archive().name())) {
                PrintWriter nobody = new PrintWriter(java.io.Writer.nullWriter());
                BesideLivePace pace = new BesideLivePace(settings, feeder, most, over::get, nobody);
                while (!over.get()) {
                    pace.await();
                    RawPage page = archived.next();
                    // one that is refused is counted nowhere: it changes no figure of the live pages
                    var unused = feeder.send(page.key(), page.value(), page.headers());
                }
            }
        });
    }

    @Override
    public void close() throws Exception {
        job.cancel().get();
        servers.close();
    }
}
