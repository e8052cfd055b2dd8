package org.broadsheet.cli.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.cli.chaos.Schedule.Stroke;
import org.broadsheet.cli.cluster.ClusterOfProcesses;
import org.broadsheet.cli.cluster.FedJob;
import org.broadsheet.cli.cluster.JavaProcess;
import org.broadsheet.cli.cluster.PageFeed.Sent;
import org.broadsheet.job.Passed;
import org.broadsheet.job.StateFolder;
import org.broadsheet.job.cluster.ClusterAccessException;
import org.broadsheet.job.cluster.FlinkCluster;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.postgres.ShownCheckpoint;

/** A job on a cluster, which is fed while one fault after the other befalls it. */
final class ChaosRun implements AutoCloseable {
    private static final long LOOK_MILLISECONDS = 50;
    /** Longer than a heartbeat may stay away. */
    private static final long ASLEEP_MILLISECONDS = 11_000;

    private static final int TASK_MANAGERS = 2;
    /** What a supervisor would call a loop. */
    private static final int MOST_STARTS = 40;

    private static final int HOUR = 3600;

    private final Servers servers;
    private final FedJob job;
    private final SmallDisk disk;
    private final FalseClock clock;
    private final Path folder;
    private final List<String> main;
    private final List<String> left = new ArrayList<>();
    private ClusterOfProcesses cluster;
    private int clusters;
    private int starts;

    /**
     * Starts the job.
     *
     * @param main class of the job and its arguments
     */
    ChaosRun(Servers servers, FedJob job, SmallDisk disk, Path folder, List<String> main) throws Exception {
        this.servers = servers;
        this.job = job;
        this.disk = disk;
        this.folder = Files.createDirectories(folder);
        this.clock = FalseClock.in(folder);
        this.main = main;
        this.cluster = newCluster();
    }

    private ClusterOfProcesses newCluster() throws IOException, InterruptedException {
        return ClusterOfProcesses.application(
                folder.resolve("cluster-" + ++clusters), TASK_MANAGERS, ITChaos.JAR, main, clock.environment());
    }

    /** What could not be done on this machine. */
    List<String> left() {
        return left;
    }

    /** How many processes had to be started again because they had ended by themselves. */
    int starts() {
        return starts;
    }

    /** Has all of it befall the job, and feeds these pages meanwhile, some before each fault and some while it goes on. */
    void suffer(List<Stroke> strokes, List<Sent> pages) throws Exception {
        int parts = 2 * strokes.size() + 1;
        int part = 0;
        for (Stroke stroke : strokes) {
            job.feed(part(pages, part++, parts));
            if (stroke.recovered()) {
                awaitWriter();
            }
            goOn(stroke.pause());
            begin(stroke.fault());
            if (stroke.fault() != Fault.BROKER_KILLED) {
                job.feed(part(pages, part, parts));
            }
            goOn(stroke.hold());
            end(stroke.fault());
            if (stroke.fault() == Fault.BROKER_KILLED) {
                job.feed(part(pages, part, parts));
            }
            part++;
        }
        job.feed(part(pages, part, parts));
    }

    private static <T> List<T> part(List<T> all, int part, int parts) {
        return all.subList(part * all.size() / parts, (part + 1) * all.size() / parts);
    }

    private void begin(Fault fault) throws Exception {
        switch (fault) {
            case TASK_MANAGER_KILLED -> cluster.killTaskManager();
            case JOB_MANAGER_KILLED -> cluster.jobManager().kill();
            case BROKER_KILLED -> servers.broker().kill();
            case DATABASE_KILLED -> servers.killDatabase();
            case TASK_MANAGER_FROZEN -> sleep(cluster.taskManagers().get(0));
            case JOB_MANAGER_FROZEN -> sleep(cluster.jobManager());
            case CLUSTER_REPLACED_WHILE_FROZEN -> replace();
            case DISK_FULL -> fillDisk();
            case CHECKPOINTS_AWAY -> takeCheckpointsAway();
            case DATABASE_CUT -> servers.toDatabase().cut();
            case DATABASE_STALLED -> servers.toDatabase().stall();
            case DATABASE_SLOW -> servers.toDatabase().slow();
            case BROKER_CUT -> servers.toBroker().cut();
            case BROKER_STALLED -> servers.toBroker().stall();
            case BROKER_SLOW -> servers.toBroker().slow();
            case CLOCK_AHEAD -> jump(5 * HOUR);
            case CLOCK_BACK -> jump(-30 * HOUR);
        }
    }

    private void end(Fault fault) throws Exception {
        switch (fault) {
            case TASK_MANAGER_KILLED -> cluster.startTaskManager();
            case BROKER_KILLED -> servers.broker().startAgain();
            case DATABASE_KILLED -> servers.startDatabaseAgain();
            case DISK_FULL -> disk.clear();
            case CHECKPOINTS_AWAY -> bringCheckpointsBack();
            case DATABASE_CUT, DATABASE_STALLED, DATABASE_SLOW ->
                servers.toDatabase().mend();
            case BROKER_CUT, BROKER_STALLED, BROKER_SLOW -> servers.toBroker().mend();
            case CLOCK_AHEAD, CLOCK_BACK -> jump(0);
            case JOB_MANAGER_KILLED, TASK_MANAGER_FROZEN, JOB_MANAGER_FROZEN, CLUSTER_REPLACED_WHILE_FROZEN ->
                keepAlive();
        }
    }

    private void sleep(JavaProcess process) throws Exception {
        process.freeze();
        goOn(ASLEEP_MILLISECONDS);
        process.wake();
    }

    /** The job that wakes must be refused, whatever it has under way, once the other one has written rows of its own. */
    private void replace() throws Exception {
        awaitWriter();
        ClusterOfProcesses sleeper = cluster;
        List<JavaProcess> asleep = new ArrayList<>(sleeper.taskManagers());
        asleep.add(sleeper.jobManager());
        for (JavaProcess process : asleep) {
            process.freeze();
        }
        long shown = shown().checkpoint();
        try {
            cluster = newCluster();
            // One more may be the sleeper's, which the other one commits for it.
            while (shown().checkpoint() < shown + 2 || !isWriter()) {
                goOn(LOOK_MILLISECONDS);
            }
            for (JavaProcess process : asleep) {
                process.wake();
            }
            while (!hasSaid(asleep, "WriteRefusedException")) {
                goOn(LOOK_MILLISECONDS);
            }
        } finally {
            sleeper.close();
        }
    }

    private static boolean hasSaid(List<JavaProcess> processes, String words) throws IOException {
        for (JavaProcess process : processes) {
            if (process.hasSaid(words)) {
                return true;
            }
        }
        return false;
    }

    /** Until the job of the cluster writes the tables anew. */
    private void awaitWriter() throws Exception {
        ShownCheckpoint before = shown();
        while (shown().equals(before) || !isWriter()) {
            goOn(LOOK_MILLISECONDS);
        }
    }

    private boolean isWriter() {
        try {
            String writer = shown().job();
            return cluster.rest().jobs().stream()
                    .anyMatch(alive -> alive.isAlive() && alive.id().equals(writer));
        } catch (ClusterAccessException away) {
            return false;
        }
    }

    private ShownCheckpoint shown() {
        return ShownCheckpoint.of(job.database());
    }

    private void fillDisk() throws IOException {
        if (disk.isSmall()) {
            disk.fill();
        } else {
            left.add("DISK_FULL: no small disk can be mounted here");
        }
    }

    private void jump(int seconds) throws IOException {
        if (clock.canJump()) {
            clock.jump(seconds);
        } else {
            left.add("CLOCK: libfaketime is not installed");
        }
    }

    private void takeCheckpointsAway() throws IOException {
        for (Path jobs : checkpoints("")) {
            Files.move(jobs, jobs.resolveSibling(jobs.getFileName() + ".away"));
            Files.createFile(jobs);
        }
    }

    private void bringCheckpointsBack() throws IOException {
        for (Path away : checkpoints(".away")) {
            Path jobs = away.resolveSibling(away.getFileName().toString().replace(".away", ""));
            Files.deleteIfExists(jobs);
            Files.move(away, jobs);
        }
    }

    private List<Path> checkpoints(String suffix) throws IOException {
        try (Stream<Path> folders =
                Files.list(Files.createDirectories(job.settings().job().stateFolder()))) {
            return folders.filter(Files::isDirectory)
                    .filter(jobs -> jobs.getFileName().toString().matches("[0-9a-f]{32}" + suffix))
                    .toList();
        }
    }

    /** Lets time go by; what ends meanwhile is started again. */
    private void goOn(long milliseconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        do {
            keepAlive();
            Thread.sleep(LOOK_MILLISECONDS);
        } while (System.nanoTime() < end);
    }

    private void keepAlive() throws IOException {
        JavaProcess jobManager = cluster.jobManager();
        starts += cluster.startEnded();
        if (starts > MOST_STARTS) {
            throw new AssertionError(
                    starts + " processes had to be started again; the last one: " + jobManager.lastWords());
        }
    }

    /** Waits until everything that was fed has its rows, and ends the job with a savepoint. */
    void finish() throws Exception {
        PartitionOffsets end = job.end();
        while (!Passed.through(job.database(), end)) {
            goOn(LOOK_MILLISECONDS);
        }
        while (!isStopped()) {
            goOn(LOOK_MILLISECONDS);
        }
    }

    private boolean isStopped() throws InterruptedException {
        FlinkCluster rest = cluster.rest();
        try {
            List<FlinkCluster.Job> jobs = rest.jobs();
            for (FlinkCluster.Job alive : jobs) {
                if (alive.isAlive()) {
                    rest.awaitTasks(alive.id());
                    rest.stop(alive.id(), savepoints());
                    return true;
                }
            }
            return jobs.stream().anyMatch(ended -> ended.state().equals("FINISHED"));
        } catch (ClusterAccessException notNow) {
            return false;
        }
    }

    private URI savepoints() {
        return new StateFolder(job.settings().job().stateFolder()).savepoints().toUri();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
