package org.broadsheet.cli.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.broadsheet.embedded.LoopbackPort;
import org.broadsheet.job.cluster.ClusterAccessException;
import org.broadsheet.job.cluster.FlinkCluster;

/**
 * A Flink cluster, each job manager and task manager a JVM of its own on 127.0.0.1. On their class path is what Flink ships
 * and nothing of ours: all else must come in the thin job jar.
 */
public final class ClusterOfProcesses implements AutoCloseable {
    /** How many pieces of the job a task manager takes. */
    public static final int SLOTS = 2;

    private static final int TRIES = 3;
    private static final String SESSION = "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
    private static final String APPLICATION =
            "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint";
    private static final String TASK_MANAGER = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
    private static final long LOOK_MILLISECONDS = 100;

    private final Path folder;
    private final List<Path> classPath;
    private final List<String> jobManagerMain;
    private final Map<String, String> environment;
    private final List<JavaProcess> processes = new ArrayList<>();
    private final int restPort = LoopbackPort.free();
    private JavaProcess jobManager;
    private int started;

    private ClusterOfProcesses(Path folder, List<String> jobManagerMain, Map<String, String> environment)
            throws IOException {
        this.folder = Files.createDirectories(folder);
        this.jobManagerMain = jobManagerMain;
        this.environment = environment;
        this.classPath = classPath();
        Path conf = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(conf.resolve("config.yaml"), configuration(), StandardCharsets.UTF_8);
        this.jobManager = newJobManager();
    }

    /** A cluster that jobs can be sent to. */
    public static ClusterOfProcesses session(Path folder, int taskManagers) throws IOException, InterruptedException {
        return started(
                new ClusterOfProcesses(folder, List.of(SESSION, "-c", conf(folder), "-x", "cluster"), Map.of()),
                taskManagers);
    }

    /**
     * A cluster for one job, which the job manager starts itself.
     *
     * @param jar of the job
     * @param main class in it, with its arguments
     */
    public static ClusterOfProcesses application(Path folder, int taskManagers, Path jar, List<String> main)
            throws IOException, InterruptedException {
        return application(folder, taskManagers, jar, main, Map.of());
    }

    /** The same with more in the environment of its processes. */
    public static ClusterOfProcesses application(
            Path folder, int taskManagers, Path jar, List<String> main, Map<String, String> environment)
            throws IOException, InterruptedException {
        // --jars takes all that follows it up to the next flag of Flink's, and does not read %20.
        List<String> command = new ArrayList<>(List.of(APPLICATION, "-c", conf(folder), "--jars"));
        command.addAll(List.of(linked(folder, jar).toUri().toString(), "--job-classname"));
        command.addAll(main);
        for (int tries = 1; ; tries++) {
            try {
                return started(new ClusterOfProcesses(folder, command, environment), taskManagers);
            } catch (AssertionError notStarted) {
                // its port was free when it was looked for
                if (tries == TRIES || !String.valueOf(notStarted.getMessage()).contains("BindException")) {
                    throw notStarted;
                }
            }
        }
    }

    private static Path linked(Path folder, Path jar) throws IOException {
        Path link = Files.createDirectories(folder).resolve("job.jar");
        return Files.exists(link) ? link : Files.createSymbolicLink(link, jar);
    }

    private static ClusterOfProcesses started(ClusterOfProcesses cluster, int taskManagers)
            throws IOException, InterruptedException {
        try {
            for (int number = 0; number < taskManagers; number++) {
                cluster.startTaskManager();
            }
            cluster.awaitAnswer();
            return cluster;
        } catch (IOException | InterruptedException | AssertionError notStarted) {
            cluster.close();
            throw notStarted;
        }
    }

    private static String conf(Path folder) {
        return folder.resolve("conf").toString();
    }

    private static List<Path> classPath() throws IOException {
        Path target = Path.of(System.getProperty("broadsheet.root"), "pipeline/cli/target");
        List<Path> paths = new ArrayList<>();
        paths.add(target.resolve("test-classes"));
        Arrays.stream(Files.readString(target.resolve("flink-classpath"), StandardCharsets.UTF_8)
                        .strip()
                        .split(java.io.File.pathSeparator))
                .map(Path::of)
                .forEach(paths::add);
        return paths;
    }

    private String configuration() {
        return """
                jobmanager.rpc.address: 127.0.0.1
                jobmanager.rpc.port: %d
                jobmanager.bind-host: 127.0.0.1
                rest.address: 127.0.0.1
                rest.bind-address: 127.0.0.1
                rest.port: %d
                rest.bind-port: '%d'
                taskmanager.host: 127.0.0.1
                taskmanager.bind-host: 127.0.0.1
                taskmanager.numberOfTaskSlots: %d
                taskmanager.cpu.cores: 1.0
                taskmanager.memory.task.heap.size: 448m
                taskmanager.memory.task.off-heap.size: 64m
                taskmanager.memory.framework.heap.size: 64m
                taskmanager.memory.framework.off-heap.size: 64m
                taskmanager.memory.managed.size: 256m
                taskmanager.memory.network.min: 32m
                taskmanager.memory.network.max: 32m
                taskmanager.memory.jvm-metaspace.size: 256m
                taskmanager.memory.jvm-overhead.min: 128m
                taskmanager.memory.jvm-overhead.max: 128m
                heartbeat.interval: 1 s
                heartbeat.timeout: 10 s
                io.tmp.dirs: %s
                web.upload.dir: %s
                user.artifacts.base-dir: %s
                """.formatted(
                        LoopbackPort.free(),
                        restPort,
                        restPort,
                        SLOTS,
                        folder.resolve("tmp"),
                        folder.resolve("uploads"),
                        folder.resolve("artifacts"));
    }

    /** {@code http://127.0.0.1:40213}. */
    public String url() {
        return "http://127.0.0.1:" + restPort;
    }

    /** The cluster as its users see it. */
    public FlinkCluster rest() {
        return FlinkCluster.at(url());
    }

    /** One more task manager. */
    public void startTaskManager() throws IOException {
        processes.add(start("task-manager", List.of("-Xmx512m"), List.of(TASK_MANAGER, "-c", conf(folder))));
    }

    /** {@code kill -9} of the task manager that has been there longest. */
    public void killTaskManager() throws InterruptedException {
        processes.remove(0).kill();
    }

    /** The job manager that is there now. */
    public JavaProcess jobManager() {
        return jobManager;
    }

    /** The task managers that are there now, the one that has been there longest first. */
    public List<JavaProcess> taskManagers() {
        return List.copyOf(processes);
    }

    /**
     * Starts anew what has ended by itself, as whatever keeps containers alive does.
     *
     * @return how many were started
     */
    public int startEnded() throws IOException {
        int before = started;
        if (!jobManager.isAlive()) {
            jobManager = newJobManager();
        }
        for (JavaProcess ended : taskManagers()) {
            if (!ended.isAlive()) {
                processes.remove(ended);
                startTaskManager();
            }
        }
        return started - before;
    }

    /** {@code kill -9} of the job manager, and a new one in its place. */
    public void killAndRestartJobManager() throws IOException, InterruptedException {
        jobManager.kill();
        jobManager = newJobManager();
        awaitAnswer();
    }

    private JavaProcess newJobManager() throws IOException {
        return start("job-manager", List.of("-Xmx384m"), jobManagerMain);
    }

    private JavaProcess start(String name, List<String> options, List<String> main) throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        return JavaProcess.start(
                folder.resolve(name + "-" + ++started + ".log"), classPath, options, main, environment);
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        while (!answers()) {
            assertAlive();
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    private boolean answers() {
        try {
            rest().jobs();
            return true;
        } catch (ClusterAccessException notYet) {
            return false;
        }
    }

    /** Fails with the last words of a process that ended by itself. */
    public void assertAlive() throws IOException {
        if (!jobManager.isAlive()) {
            throw new AssertionError("The job manager has ended. " + jobManager.lastWords());
        }
        for (JavaProcess taskManager : processes) {
            if (!taskManager.isAlive()) {
                throw new AssertionError("A task manager has ended. " + taskManager.lastWords());
            }
        }
    }

    /** Ends all of it at once. */
    @Override
    public void close() {
        jobManager.close();
        processes.forEach(JavaProcess::close);
    }
}
