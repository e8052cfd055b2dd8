package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.broadsheet.cli.bench.BenchServers;
import org.broadsheet.cli.bench.Measured;
import org.broadsheet.cli.bench.Part;
import org.broadsheet.cli.bench.PipelineTrial;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.KafkaAccessException;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.text.page.RawPage;
import org.jspecify.annotations.Nullable;

/** The runs of {@code bench run}: each part in turn, round after round, over the same topic. */
final class BenchRun implements AutoCloseable {
    private static final int SECONDS_A_MINUTE = 60;
    private static final int MOST_TURNS = 12;

    private final Plan plan;
    private final BenchServers servers;
    private final PrintWriter err;
    private int generation;
    private long filled;

    private BenchRun(Plan plan, BenchServers servers, PrintWriter err) {
        this.plan = plan;
        this.servers = servers;
        this.err = err;
    }

    /**
     * What is to be measured.
     *
     * @param warmUp rounds that are not counted, before the {@code rounds}
     * @param texts null: the sample pages, changed
     * @param minutes above 0: how long pages come at {@code rate} where the database is in it
     */
    record Plan(
            List<Part> parts,
            int warmUp,
            int rounds,
            long pages,
            @Nullable Path texts,
            int pageBytes,
            long seed,
            double minutes,
            double rate,
            String managedMemory,
            Map<String, String> overrides) {}

    /**
     * All rounds of a part.
     *
     * @param times as many pages
     * @param parallelism tasks of each step
     */
    record Rounds(Part part, int times, int parallelism, List<Measured> rounds) {
        /** The round in the middle, by pages a second. */
        Measured median() {
            return rounds.stream()
                    .sorted(Comparator.comparingDouble(Measured::pagesPerSecond))
                    .toList()
                    .get((rounds.size() - 1) / 2);
        }
    }

    static BenchRun start(Path folder, Plan plan, PrintWriter err) throws IOException {
        err.println("Starting the servers …");
        return new BenchRun(plan, BenchServers.start(folder, plan.parts().contains(Part.POSTGRES)), err);
    }

    /** Fills a topic of its own with so many times the pages. */
    void fill(int times) throws Exception {
        Settings settings = settings(prefix(times), 1, Map.of());
        makeTopics(settings);
        filled = feed(settings, plan.pages() * times, FeedPace.none());
        err.println(filled + " pages are in the topic.");
    }

    private long feed(Settings settings, long most, FeedPace pace) {
        String topic = Endpoints.topics(settings).articles().name();
        try (Stream<RawPage> pages = BenchArchive.pages(plan.texts(), plan.pageBytes(), most, plan.seed());
                PageFeeder feeder = PageFeeder.into(Endpoints.kafka(settings), topic)) {
            List<CompletableFuture<PageFeeder.Sent>> sent = new ArrayList<>();
            for (Iterator<RawPage> each = pages.iterator(); each.hasNext(); ) {
                RawPage page = each.next();
                pace.await();
                sent.add(feeder.send(page.key(), page.value(), page.headers()));
            }
            feeder.flush();
            sent.forEach(CompletableFuture::join);
            return sent.size();
        } catch (IOException unreadable) {
            throw new PlainFault("The texts cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** A broker that has just begun may be slow to answer on a busy machine. */
    private static void makeTopics(Settings settings) {
        for (int turn = 1; ; turn++) {
            try {
                Endpoints.makeTopics(settings);
                return;
            } catch (KafkaAccessException noAnswerYet) {
                if (turn == MOST_TURNS) {
                    throw noAnswerYet;
                }
            }
        }
    }

    private static String prefix(int times) {
        return "times-" + times + "-";
    }

    /** Measures the parts. */
    List<Rounds> measure(int times, int parallelism) throws Exception {
        Map<Part, List<Measured>> measured = new EnumMap<>(Part.class);
        for (int round = 1 - plan.warmUp(); round <= plan.rounds(); round++) {
            for (Part part : plan.parts()) {
                Measured result = run(part, times, parallelism);
                err.println((round <= 0 ? "warming up: " : "round " + round + ": ") + part.label() + " "
                        + String.format(
                                Locale.ROOT,
                                "%.0f pages/s, %.1f MB/s, %.0f µs of processor a page",
                                result.pagesPerSecond(),
                                result.megabytesPerSecond(),
                                result.processorMicroseconds()));
                if (round > 0) {
                    measured.computeIfAbsent(part, none -> new ArrayList<>()).add(result);
                }
            }
        }
        return plan.parts().stream()
                .map(part ->
                        new Rounds(part, times, parallelism, List.copyOf(Objects.requireNonNull(measured.get(part)))))
                .toList();
    }

    private Measured run(Part part, int times, int parallelism) throws Exception {
        Settings settings = settings(prefix(times), parallelism, part.settings());
        if (part == Part.POSTGRES) {
            Preparation.create(settings);
        } else {
            Endpoints.makeTopics(settings);
        }
        return trial(settings, filled).run(part);
    }

    private PipelineTrial trial(Settings settings, long pages) {
        return new PipelineTrial(settings, pages, Map.of("taskmanager.memory.managed.size", plan.managedMemory()));
    }

    /** Measures the job as it runs while pages come at the plan's rate, for so many minutes; the first tenth is not measured. */
    Rounds live(int parallelism) throws Exception {
        Settings settings = settings("live-" + parallelism + "-", parallelism, Map.of("job.checkpoint-interval", "1s"));
        makeTopics(settings);
        Preparation.create(settings);
        long wanted = there(Math.round(plan.rate() * plan.minutes() * SECONDS_A_MINUTE));
        CompletableFuture<Long> fed =
                CompletableFuture.supplyAsync(() -> feed(settings, wanted, FeedPace.of(plan.rate())));
        Measured measured = trial(settings, wanted).run(Part.POSTGRES);
        err.println(fed.join() + " pages came at " + plan.rate() + " a second.");
        return new Rounds(Part.POSTGRES, 1, parallelism, List.of(measured));
    }

    /** So many pages, or as many as the texts give. */
    private long there(long wanted) throws IOException {
        try (Stream<RawPage> pages = BenchArchive.pages(plan.texts(), plan.pageBytes(), wanted, plan.seed())) {
            return plan.texts() == null ? wanted : pages.count();
        }
    }

    /** Of a generation that nothing has written yet. */
    private Settings settings(String prefix, int parallelism, Map<String, String> ofThePart) throws Exception {
        generation++;
        Map<String, String> flags = new LinkedHashMap<>(servers.settings());
        flags.put("kafka.topic-prefix", prefix);
        flags.put("job.parallelism", Integer.toString(parallelism));
        flags.put("job.checkpoint-interval", "5s");
        flags.putAll(plan.overrides());
        flags.putAll(ofThePart);
        flags.put("generation", Integer.toString(generation));
        return Settings.read(Home.folder().resolve("config/broadsheet.yaml"), System.getenv(), flags);
    }

    @Override
    public void close() {
        servers.close();
    }
}
