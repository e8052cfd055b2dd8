package org.broadsheet.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.broadsheet.job.operators.MergeReportsOfClaim;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.page.ClosedYears;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a closing frees of the state of 1,000,000 mentions from 2012 to 2021, in bytes of savepoints; run by hand:
 * {@code mvn -pl pipeline/job -am test -Dtest=ClosingBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ClosingBenchmark {
    private static final Path ROOT = Path.of(System.getProperty("broadsheet.root"));
    private static final long PAGES = Long.getLong("broadsheet.pages", 100_000);
    private static final long LOOK_MILLISECONDS = 5;

    /** Falls when all pages were made, and when a job that goes on has begun. */
    private static volatile CountDownLatch through = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"heap", "rocksdb"})
    void savepointsBeforeAndAfterClosings(String backend) throws Exception {
        Settings settings = Settings.read(
                ROOT.resolve("config/broadsheet.yaml"),
                Map.of(),
                Map.of(
                        "job.state-backend",
                        backend,
                        "job.state-folder",
                        folder.toString(),
                        "job.checkpoint-interval",
                        "10min"));
        run(settings, backend + ", no year closed", ClosedYears.NONE);
        run(settings, backend + ", restored", ClosedYears.NONE);
        run(settings, backend + ", closed up to 2016", ClosedYears.through(2016));
        run(settings, backend + ", closed up to 2020", ClosedYears.through(2020));
    }

    private static void run(Settings settings, String name, ClosedYears closed) throws Exception {
        Configuration configuration = LocalCluster.configuration(settings);
        LocalCluster.goOn(settings, configuration);
        configuration.setString("taskmanager.memory.managed.size", "512m");
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(1);
        define(environment, settings.rules(), closed);
        through = new CountDownLatch(1);
        long begun = System.nanoTime();
        JobClient job = environment.executeAsync(name);
        through.await();
        Path savepoint = stopped(settings, job);
        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        System.out.printf("%s: savepoint of %d bytes, %d s in all%n", name, size(savepoint), seconds);
    }

    /** As soon as all tasks run: those that close years begin later than the source. */
    private static Path stopped(Settings settings, JobClient job) throws Exception {
        while (true) {
            try {
                return KilledCluster.stop(settings, job);
            } catch (ExecutionException notYet) {
                if (job.getJobStatus().get().isTerminalState()) {
                    throw notYet;
                }
                Thread.sleep(LOOK_MILLISECONDS);
            }
        }
    }

    private static void define(StreamExecutionEnvironment environment, TextRules rules, ClosedYears closed) {
        var pages = environment
                .fromSequence(0, Long.MAX_VALUE - 1)
                .uid("indexes")
                .process(new MakePages(rules))
                .returns(TypeInformation.of(PageElements.class))
                .uid("pages");
        FigureGraph.Steps steps = FigureGraph.steps(pages, rules, closed);
        steps.facts()
                .getSideOutput(MergeReportsOfClaim.ROWS)
                .sinkTo(new DiscardingSink<>())
                .uid("mentions");
        steps.figures().sinkTo(new DiscardingSink<>()).uid("figures");
    }

    /** Makes the pages, and then waits with nothing to do. */
    private static final class MakePages extends ProcessFunction<Long, PageElements> {
        private final MadePages made;

        MakePages(TextRules rules) {
            this.made = MadePages.of(rules);
        }

        @Override
        public void processElement(Long index, Context context, Collector<PageElements> out)
                throws InterruptedException {
            if (index < PAGES) {
                out.collect(made.page(index));
            } else {
                through.countDown();
                Thread.sleep(LOOK_MILLISECONDS);
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
