package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sink in real jobs: whatever dies, the tables are those of a run in which nothing died. */
@ExtendWith(RealDatabase.class)
class ITTableSinkJob {
    private static final int LAST = 399;
    private static final int PER_CHECKPOINT = 60;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(3)
            .build());

    private final DatabaseSettings settings;

    ITTableSinkJob(DatabaseSettings settings) {
        this.settings = settings;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aRunWithoutDeathsHasEveryRowOnce(int writers) throws Exception {
        run(writers, FigureFeed.NEVER, TableSink.into(settings));
        assertThatTablesAreRight();
        assertThat(Queries.rows(
                        settings, "SELECT min(value), max(value), count(*) FROM region_figure WHERE region < 300"))
                .containsExactly("50|348|200");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100, LAST})
    void aDeathOfTheFeedChangesNothing(long number) throws Exception {
        run(2, number, TableSink.into(settings).withChunk(2000));
        assertThatTablesAreRight();
    }

    @ParameterizedTest
    @CsvSource({"10, false", "10, true", "200, false", "200, true", LAST + ", false", LAST + ", true"})
    void aDeathOfTheCommitterChangesNothing(int region, boolean committed) throws Exception {
        run(2, FigureFeed.NEVER, new FailingSink(TableSink.into(settings), settings, region, committed));
        assertThatTablesAreRight();
    }

    @Test
    void aJobGoesOnFromASavepointWithOtherWriters(@TempDir Path folder) throws Exception {
        JobClient job = start(3, Integer.MAX_VALUE, FigureFeed.NEVER, TableSink.into(settings), new Configuration());
        awaitCheckpoint(job, 3);
        String savepoint = job.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        long shown = shownCheckpoint();

        Configuration restored = new Configuration();
        restored.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        JobClient heir = start(1, Integer.MAX_VALUE, FigureFeed.NEVER, TableSink.into(settings), restored);
        awaitCheckpoint(heir, shown + 3);
        heir.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        long numbers =
                Long.parseLong(Queries.rows(settings, "SELECT next FROM intake").get(0));
        assertThat(Queries.rows(settings, "SELECT count(*) FROM fact"))
                .containsExactly(Long.toString(numbers - takenOut(numbers)));
        assertNothingStaged();

        assertThatThrownBy(() -> start(1, LAST, FigureFeed.NEVER, TableSink.into(settings), restored)
                        .getJobExecutionResult()
                        .get())
                .rootCause()
                .hasMessageContaining("from the older checkpoint " + shown);
    }

    @Test
    void aJobWithoutItsStateEndsAtOnce() throws Exception {
        run(1, FigureFeed.NEVER, TableSink.into(settings));
        assertThatThrownBy(() -> run(1, FigureFeed.NEVER, TableSink.into(settings)))
                .rootCause()
                .hasMessageContaining("this job begins without a state");
        assertThatTablesAreRight();
        try (Connection connection = settings.connect()) {
            Migration.empty(connection);
        }
        run(1, FigureFeed.NEVER, TableSink.into(settings));
        assertThatTablesAreRight();
    }

    private void run(int writers, long deadly, Sink<TableChange> sink) throws Exception {
        start(writers, LAST, deadly, sink, new Configuration())
                .getJobExecutionResult()
                .get();
    }

    private static JobClient start(
            int writers, int last, long deadly, Sink<TableChange> sink, Configuration configuration) throws Exception {
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(20));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        DataGeneratorSource<Long> numbers = new DataGeneratorSource<>(
                number -> number, last + 1L, RateLimiterStrategy.perCheckpoint(PER_CHECKPOINT), Types.LONG);
        environment
                .fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
                .uid("numbers")
                .setParallelism(1)
                .flatMap(new FigureFeed(deadly))
                .uid("feed")
                .setParallelism(1)
                .keyBy(TableChange::key)
                .map(change -> change)
                .returns(TableChange.class)
                .uid("by-key")
                .setParallelism(writers)
                .sinkTo(sink)
                .uid("write-tables")
                .name("write tables")
                .setParallelism(writers);
        return environment.executeAsync();
    }

    private void assertThatTablesAreRight() throws Exception {
        assertThat(Queries.rows(settings, "SELECT region, value FROM region_figure ORDER BY region"))
                .isEqualTo(expectedFigures());
        assertThat(Queries.rows(settings, "SELECT count(*) FROM fact"))
                .containsExactly(Long.toString(LAST + 1 - takenOut(LAST + 1)));
        assertThat(Queries.rows(settings, "SELECT * FROM intake"))
                .containsExactly("articles|0|0|" + (LAST + 1) + "|" + (LAST + 1) + "|0");
        assertNothingStaged();
    }

    private static List<String> expectedFigures() {
        List<String> figures = new java.util.ArrayList<>();
        for (int region = 0; region <= LAST; region++) {
            boolean takenOut = region + 100 <= LAST && (region + 100) % 3 == 0;
            if (!takenOut) {
                figures.add(region + "|" + (region + 50 <= LAST ? region + 50 : 1));
            }
        }
        return figures;
    }

    private static long takenOut(long numbers) {
        long count = 0;
        for (long n = 100; n < numbers; n++) {
            count += n % 3 == 0 ? 1 : 0;
        }
        return count;
    }

    private void awaitCheckpoint(JobClient job, long checkpoint) throws Exception {
        while (shownCheckpoint() < checkpoint) {
            assertThat(job.getJobStatus().get().isTerminalState()).isFalse();
        }
    }

    private long shownCheckpoint() throws Exception {
        return Long.parseLong(
                Queries.rows(settings, "SELECT checkpoint FROM writer").get(0));
    }

    private void assertNothingStaged() throws Exception {
        assertThat(Queries.rows(settings, "SELECT batch FROM staged_region_figure"))
                .isEmpty();
        assertThat(Queries.rows(settings, "SELECT id FROM batch")).isEmpty();
    }
}
