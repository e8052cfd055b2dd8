package org.broadsheet.cli.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.broadsheet.embedded.LoopbackPort;
import org.broadsheet.job.BroadsheetJob;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.FigureGraph;
import org.broadsheet.job.LocalCluster;
import org.broadsheet.job.Outlets;
import org.broadsheet.job.Passed;
import org.broadsheet.job.operators.ReadPages;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.FigureSink;
import org.broadsheet.kafka.PageSource;
import org.broadsheet.postgres.Audit;
import org.broadsheet.text.page.ClosedYears;
import org.broadsheet.text.page.RawPage;

/**
 * One run over a topic that is full already: the first {@code pages} pages of {@code articles} through a part of the job, timed from
 * where its first tenth is through. Each run wants settings of a generation that nothing has written yet.
 */
public final class PipelineTrial {
    private static final long LOOK_MILLISECONDS = 50;
    private static final int WARM_UP_SHARE = 10;
    private static final String HEARTBEAT_MILLISECONDS = "500";
    /** Among the sums of a run that wrote tables: how many differences their audit found. */
    public static final String DIFFERENCES = "differences in the audit";

    private static final List<String> SUMS =
            List.of("page rows", "dead letters", "mentions", "facts", "figures", "digits of figures", DIFFERENCES);

    private final Settings settings;
    private final long pages;
    private final Configuration engine;

    /**
     * A trial.
     *
     * @param pages on the topic
     * @param engine Flink's own settings, such as {@code taskmanager.memory.managed.size}
     */
    public PipelineTrial(Settings settings, long pages, Map<String, String> engine) {
        this.settings = settings;
        this.pages = pages;
        this.engine = Configuration.fromMap(engine);
        this.engine.setString("heartbeat.interval", HEARTBEAT_MILLISECONDS);
    }

    /** Runs it to its end. */
    public Measured run(Part part) throws Exception {
        int port = LoopbackPort.free();
        StreamExecutionEnvironment environment = LocalCluster.environment(settings, port, engine);
        try (Allocation allocation = Allocation.begin();
                StateSize state = StateSize.watch("http://127.0.0.1:" + port)) {
            DataStream<RawPage> counted = counted(environment, part != Part.POSTGRES);
            if (part == Part.POSTGRES) {
                BroadsheetJob.define(settings, environment, ClosedYears.NONE, Map.of("articles", counted));
                return throughTables(environment.executeAsync("bench"), allocation, state);
            }
            define(part, counted);
            Map<String, Object> found = environment
                    .executeAsync("bench")
                    .getJobExecutionResult()
                    .get()
                    .getAllAccumulatorResults();
            Clocks ended = new Clocks(number(found, EndOfRun.ENDED), number(found, EndOfRun.PROCESSOR));
            return measured(found, ended, number(found, EndOfRun.HEAP), allocation, state);
        }
    }

    private DataStream<RawPage> counted(StreamExecutionEnvironment environment, boolean bounded) {
        String topic = Endpoints.topics(settings).articles().name();
        KafkaSourceBuilder<RawPage> source =
                PageSource.of(Endpoints.kafka(settings), topic, settings.kafka().group());
        if (bounded) {
            source.setBounded(OffsetsInitializer.latest());
        }
        long warmUp = pages / WARM_UP_SHARE / settings.job().parallelism();
        return environment
                .fromSource(source.build(), WatermarkStrategy.noWatermarks(), "articles")
                .uid("articles")
                .map(new CountPages(warmUp))
                .uid("count-pages")
                .name("count pages");
    }

    private void define(Part part, DataStream<RawPage> counted) {
        CountingOutlets counting = new CountingOutlets();
        switch (part) {
            case NULL -> counting.count(counted, List.of(new CountRows.Sum<>("records", page -> 1)));
            case TEXT ->
                counting.count(
                        counted.process(readPages()).uid("read-articles").name("read, clean, deduplicate, extract"),
                        List.of(new CountRows.Sum<>(
                                "mentions", page -> page.elements().size())));
            case HEAP, ROCKSDB -> whole(counted, counting.outlets());
            case KAFKA -> whole(counted, writingFigures(counting.outlets()));
            case POSTGRES -> throw new IllegalArgumentException("its end is seen in the tables");
        }
        counting.end();
    }

    private ReadPages readPages() {
        return new ReadPages(
                settings.rules(), settings.job().evidence(), settings.job().rejected(), ClosedYears.NONE);
    }

    private void whole(DataStream<RawPage> counted, Outlets outlets) {
        FigureGraph.define(
                Map.of("articles", counted),
                settings.rules(),
                settings.job().evidence(),
                settings.job().rejected(),
                ClosedYears.NONE,
                outlets);
    }

    private Outlets writingFigures(Outlets counting) {
        return new Outlets(
                counting.pages(),
                counting.mentions(),
                counting.facts(),
                figures -> {
                    counting.figures().accept(figures);
                    figures.sinkTo(FigureSink.into(
                                    Endpoints.kafka(settings),
                                    Endpoints.topics(settings).figures().name(),
                                    settings.kafka().group() + "-figures"))
                            .uid("write-figures")
                            .name("region-figures");
                },
                counting.intake(),
                counting.deadLetters());
    }

    /** Until the books say that all pages have their rows. */
    private Measured throughTables(JobClient job, Allocation allocation, StateSize state) throws Exception {
        while (passed() < pages) {
            Thread.sleep(LOOK_MILLISECONDS);
            if (job.getJobStatus().get().isTerminalState()) {
                job.getJobExecutionResult().get();
            }
        }
        Clocks ended = Clocks.now();
        long heap = EndOfRun.heapAfterCollection();
        Map<String, Object> found = job.getAccumulators().get();
        while (!found.containsKey(CountPages.ALL) || number(found, CountPages.ALL) < pages) {
            Thread.sleep(LOOK_MILLISECONDS);
            found = job.getAccumulators().get();
        }
        job.cancel().get();
        Map<String, Object> audited = new HashMap<>(found);
        audited.putAll(audit());
        return measured(audited, ended, heap, allocation, state);
    }

    private Map<String, Long> audit() throws SQLException {
        try (Connection connection = Endpoints.database(settings).connect()) {
            Audit.Report report = Audit.run(connection);
            long differences =
                    report.found().values().stream().mapToLong(Long::longValue).sum();
            return Map.of(
                    "page rows",
                    report.rows().getOrDefault("page", 0L),
                    "facts",
                    report.rows().getOrDefault("fact", 0L),
                    "figures",
                    report.rows().getOrDefault("region_figure", 0L),
                    DIFFERENCES,
                    differences);
        }
    }

    private long passed() throws SQLException {
        return Passed.of(Endpoints.database(settings)).passed();
    }

    private Measured measured(
            Map<String, Object> found, Clocks ended, long heap, Allocation allocation, StateSize state) {
        long all = number(found, CountPages.ALL);
        if (all != pages) {
            throw new IllegalStateException(all + " of " + pages + " pages came from the topic.");
        }
        SortedMap<String, Long> sums = new TreeMap<>();
        SUMS.stream().filter(found::containsKey).forEach(name -> sums.put(name, number(found, name)));
        long begun = number(found, CountPages.BEGUN);
        return new Measured(
                number(found, CountPages.MEASURED),
                number(found, CountPages.BYTES),
                (ended.time() - begun) / 1e9,
                (ended.processor() - number(found, CountPages.PROCESSOR)) / 1e9,
                allocation.between(begun, ended.time()),
                heap,
                state.bytes(),
                sums);
    }

    private static long number(Map<String, Object> found, String name) {
        Object value = found.get(name);
        if (value instanceof Long number) {
            return number;
        }
        throw new IllegalStateException("no number came out under " + name + " of " + found.keySet());
    }
}
