package org.broadsheet.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.job.settings.Settings.StateBackend;

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
        Configuration configuration = configuration(settings);
        configuration.setString("rest.address", "127.0.0.1");
        configuration.setString("rest.bind-address", "127.0.0.1");
        configuration.setString("rest.port", Integer.toString(webPort));
        configuration.setString("rest.bind-port", Integer.toString(webPort));
        configuration.setString(
                "taskmanager.numberOfTaskSlots", Integer.toString(settings.job().parallelism()));
        latestCheckpoint(settings.job().stateFolder())
                .ifPresent(checkpoint -> configuration.setString(
                        "execution.state-recovery.path", checkpoint.toUri().toString()));
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(configuration);
        environment.setParallelism(settings.job().parallelism());
        return environment;
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
        configuration.setString("restart-strategy.type", "exponential-delay");
        configuration.setString("restart-strategy.exponential-delay.initial-backoff", "500 ms");
        configuration.setString("restart-strategy.exponential-delay.max-backoff", "30 s");
        return configuration;
    }

    /** The checkpoint from which a job goes on: the last one that was completed in this folder. */
    static Optional<Path> latestCheckpoint(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .map(Path::getParent)
                    .filter(checkpoint -> checkpoint.getFileName().toString().startsWith("chk-"))
                    .max(Comparator.comparing(LocalCluster::written)
                            .thenComparing(checkpoint -> checkpoint.toString().toLowerCase(Locale.ROOT)));
        }
    }

    private static long written(Path checkpoint) {
        return checkpoint.resolve("_metadata").toFile().lastModified();
    }
}
