package org.broadsheet.job;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.broadsheet.job.settings.Settings;

/** A Flink cluster in this JVM of one task manager, which is ended in the middle of a job, and jobs on it. */
final class KilledCluster implements AutoCloseable {
    private static final int SLOTS = 4;

    private final MiniCluster cluster;
    private int killed;

    private KilledCluster(MiniCluster cluster) {
        this.cluster = cluster;
    }

    static KilledCluster start() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        configuration.setString("rest.bind-address", "127.0.0.1");
        configuration.setString("rest.address", "127.0.0.1");
        configuration.setString("rest.bind-port", "0");
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .build());
        cluster.start();
        return new KilledCluster(cluster);
    }

    /** Starts a job; where its state folder holds a state, from that. */
    JobClient run(Settings settings) throws Exception {
        URI rest = cluster.getRestAddress().get();
        Configuration configuration = LocalCluster.configuration(settings);
        LocalCluster.goOn(settings, configuration);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createRemoteEnvironment(rest.getHost(), rest.getPort(), configuration);
        environment.setParallelism(settings.job().parallelism());
        return BroadsheetJob.start(settings, environment);
    }

    /** Ends the task manager and all that runs on it, and starts another one. */
    void kill() throws Exception {
        cluster.terminateTaskManager(killed).get();
        cluster.startTaskManager();
        killed++;
    }

    /** Ends a job with a savepoint in its state folder. */
    static Path stop(Settings settings, JobClient job) throws ExecutionException, InterruptedException {
        Path savepoints = new StateFolder(settings.job().stateFolder()).savepoints();
        String savepoint = job.stopWithSavepoint(false, savepoints.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        return Path.of(URI.create(savepoint));
    }

    /** Ends a job that has not ended, so that it holds no slots. */
    static void cancel(JobClient job) throws ExecutionException, InterruptedException {
        if (!job.getJobStatus().get().isTerminalState()) {
            job.cancel().get();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            cluster.close();
        } catch (IOException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new IOException(fault);
        }
    }
}
