package org.broadsheet.cli.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.broadsheet.job.cluster.ClusterAccessException;
import org.broadsheet.job.cluster.FlinkCluster;

/** Asks a cluster of one job again and again how large its last checkpoint is: a job that has ended cannot be asked. */
final class StateSize implements AutoCloseable {
    private static final long LOOK_MILLISECONDS = 250;

    private final AtomicLong bytes = new AtomicLong();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "size of the state");
        thread.setDaemon(true);
        return thread;
    });

    private StateSize() {}

    static StateSize watch(String url) {
        StateSize size = new StateSize();
        FlinkCluster cluster = FlinkCluster.at(url);
        var unused = size.looking.scheduleWithFixedDelay(
                () -> size.look(cluster), LOOK_MILLISECONDS, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        return size;
    }

    /** Of the last checkpoint that was seen; 0 where none was. */
    long bytes() {
        return bytes.get();
    }

    private void look(FlinkCluster cluster) {
        try {
            cluster.jobs().stream()
                    .filter(job -> job.state().equals("RUNNING"))
                    .forEach(job -> bytes.accumulateAndGet(cluster.checkpointBytes(job.id()), Math::max));
        } catch (ClusterAccessException notYetOrNoLonger) {
            bytes.addAndGet(0);
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
