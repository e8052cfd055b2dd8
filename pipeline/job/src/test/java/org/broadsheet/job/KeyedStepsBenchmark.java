package org.broadsheet.job;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.broadsheet.job.operators.MergeReportsOfClaim;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.page.ClosedYears;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What 1,000,000 mentions cost in the keyed steps, and what these keep; run by hand:
 * {@code mvn -pl pipeline/job -am test -Dtest=KeyedStepsBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class KeyedStepsBenchmark {
    private static final Path ROOT = Path.of(System.getProperty("broadsheet.root"));
    private static final long PAGES = Long.getLong("broadsheet.pages", 100_000);
    private static final int MARKS = 20;

    /** CPU time of the process at each twentieth, by the page that was made then: the steps hold the source back. */
    private static final Map<Long, Long> MARKED = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"heap", "rocksdb"})
    void aMillionMentions(String backend) throws Exception {
        MARKED.clear();
        Settings settings = Settings.read(
                ROOT.resolve("config/broadsheet.yaml"),
                Map.of(),
                Map.of(
                        "job.state-backend",
                        backend,
                        "job.state-folder",
                        folder.toString(),
                        "job.checkpoint-interval",
                        "5s"));
        Configuration configuration = LocalCluster.configuration(settings);
        configuration.setString("taskmanager.memory.managed.size", "512m");
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(1);
        TextRules rules = settings.rules();
        define(environment, rules, MadePages.of(rules));
        environment.execute("keyed steps");
        print(backend);
    }

    private static void define(StreamExecutionEnvironment environment, TextRules rules, MadePages made) {
        var pages = environment
                .fromSequence(0, PAGES - 1)
                .uid("indexes")
                .map(index -> {
                    if (index % (PAGES / MARKS) == 0) {
                        MARKED.put(index, cpu());
                    }
                    return made.page(index);
                })
                .returns(TypeInformation.of(PageElements.class))
                .uid("pages");
        FigureGraph.Steps steps = FigureGraph.steps(pages, rules, ClosedYears.NONE);
        steps.facts()
                .getSideOutput(MergeReportsOfClaim.ROWS)
                .sinkTo(new DiscardingSink<>())
                .uid("mentions");
        steps.figures().sinkTo(new DiscardingSink<>()).uid("figures");
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void print(String backend) throws IOException {
        long mentions = PAGES * MadePages.MENTIONS;
        System.out.printf(
                "%s: %d mentions, %.0f bytes of checkpoint a mention%n",
                backend, mentions, size(folder) / (double) mentions);
        long step = PAGES / MARKS;
        for (int percent : new int[] {10, 50, 95}) {
            long end = PAGES / 100 * percent;
            double micros = (at(end) - at(end - step)) / 1e3 / (step * MadePages.MENTIONS);
            System.out.printf("%s: at %d %%: %.1f µs of CPU a mention%n", backend, percent, micros);
        }
    }

    private static long at(long page) {
        return java.util.Objects.requireNonNull(MARKED.get(page));
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
