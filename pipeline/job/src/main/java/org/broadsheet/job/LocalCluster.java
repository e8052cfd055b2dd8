package org.broadsheet.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.job.settings.Settings.StateBackend;
import org.broadsheet.postgres.ShownCheckpoint;

/** A Flink cluster in this JVM, as the settings say; its state is kept in the state folder and found there again. */
public final class LocalCluster {
    private LocalCluster() {}

    /**
     * An environment that runs in this JVM.
     *
     * @param webPort of Flink's web page on 127.0.0.1
     * @throws IOException where the state folder cannot be read
     */
    public static StreamExecutionEnvironment environment(Settings settings, int webPort) throws IOException {
        return environment(settings, webPort, new Configuration());
    }

    /**
     * The same with more of Flink's own settings, such as {@code metrics.reporters}.
     *
     * @throws IOException where the state folder cannot be read
     */
    public static StreamExecutionEnvironment environment(Settings settings, int webPort, Configuration more)
            throws IOException {
        Configuration configuration = configuration(settings);
        configuration.addAll(more);
        configuration.setString("rest.address", "127.0.0.1");
        configuration.setString("rest.bind-address", "127.0.0.1");
        configuration.setString("rest.port", Integer.toString(webPort));
        configuration.setString("rest.bind-port", Integer.toString(webPort));
        configuration.setString(
                "taskmanager.numberOfTaskSlots", Integer.toString(settings.job().parallelism()));
        goOn(settings, configuration);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(configuration);
        environment.setParallelism(settings.job().parallelism());
        return environment;
    }

    /** Has the job go on from the last state in its state folder that belongs to its tables, where there is one. */
    static void goOn(Settings settings, Configuration configuration) throws IOException {
        StateFolder folder = new StateFolder(settings.job().stateFolder());
        if (folder.latest().isEmpty()) {
            // nothing to ask the tables for
            return;
        }
        Optional<Path> latest = folder.latest(ShownCheckpoint.of(Endpoints.database(settings)));
        if (latest.isPresent()) {
            Path state = latest.get();
            configuration.set(
                    StateRecoveryOptions.SAVEPOINT_PATH,
                    state.toAbsolutePath().toUri().toString());
            // Its places in the files have no use in a job that reads topics; all else must be claimed.
            configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, folder.isReplayed(state));
        }
    }

    /** What holds wherever the job runs. */
    public static Configuration configuration(Settings settings) {
        Settings.Job job = settings.job();
        Configuration configuration = new Configuration();
        configuration.setString("pipeline.generic-types", "false");
        configuration.setString("pipeline.auto-generate-uids", "false");
        configuration.setString("pipeline.object-reuse", "true");
        configuration.setString(
                "execution.checkpointing.interval", job.checkpointInterval().toMillis() + " ms");
        configuration.setString("execution.checkpointing.min-pause", "100 ms");
        configuration.setString("execution.checkpointing.storage", "filesystem");
        configuration.setString(
                "execution.checkpointing.dir",
                job.stateFolder().toAbsolutePath().toUri().toString());
        configuration.setString("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
        configuration.setString("state.backend.type", job.stateBackend() == StateBackend.HEAP ? "hashmap" : "rocksdb");
        configuration.setString(
                "execution.checkpointing.incremental", Boolean.toString(job.stateBackend() == StateBackend.ROCKSDB));
        configuration.setString("state.backend.rocksdb.use-bloom-filter", "true");
        // Each checkpoint leaves a small file of each state, and every fourth is merged into the first level: one of
        // 256 MB, as
        // it comes, was rewritten whole every few seconds. See docs/decisions/0035-small-levels.md.
        configuration.setString("state.backend.rocksdb.compaction.level.use-dynamic-size", "true");
        configuration.setString("state.backend.rocksdb.compaction.level.max-size-level-base", "8 mb");
        configuration.setString("state.backend.rocksdb.compaction.level.target-file-size-base", "8 mb");
        configuration.setString(
                "state.backend.rocksdb.compression.per.level", "NO_COMPRESSION;NO_COMPRESSION;SNAPPY_COMPRESSION");
        // Not the one whose delay grows: it goes by the clock, and where that is set back by hours, waits as long.
        configuration.setString("restart-strategy.type", "fixed-delay");
        configuration.setString("restart-strategy.fixed-delay.attempts", Integer.toString(Integer.MAX_VALUE));
        configuration.setString("restart-strategy.fixed-delay.delay", "2 s");
        return configuration;
    }
}
