package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.cli.cluster.BrokerProcess;
import org.broadsheet.cli.cluster.ClusterOfProcesses;
import org.broadsheet.cli.cluster.FedJob;
import org.broadsheet.cli.cluster.PageFeed;
import org.broadsheet.cli.cluster.PageFeed.Sent;
import org.broadsheet.cli.cluster.TableDifferences;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;
import org.broadsheet.job.BroadsheetJob;
import org.broadsheet.job.LocalCluster;
import org.broadsheet.job.Passed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Processes of a cluster are killed and stopped in the middle of a feed: the tables are those of a run without that. */
class ITCluster {
    private static final Path JAR = Launcher.ROOT.resolve("pipeline/job/target/broadsheet-job-0.1.0-thin.jar");
    private static final List<Sent> PAGES = PageFeed.pages();
    private static final int THIRD = PAGES.size() / 3;
    private static final List<Sent> FIRST = PAGES.subList(0, THIRD);
    private static final List<Sent> SECOND = PAGES.subList(THIRD, 2 * THIRD);
    private static final List<Sent> LAST = PAGES.subList(2 * THIRD, PAGES.size());

    @TempDir
    private static Path folder;

    private static BrokerProcess broker;
    private static EmbeddedDatabase database;
    private static FedJob undisturbed;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        // The account of the database must be able to go in.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        broker = BrokerProcess.start(folder);
        database = EmbeddedDatabase.start(folder.resolve("database"), 0);
        undisturbed = FedJob.create(broker, database, folder, "undisturbed");
        undisturbed.feed(PAGES);
        JobClient job = BroadsheetJob.start(
                undisturbed.settings(), LocalCluster.environment(undisturbed.settings(), LoopbackPort.free()));
        undisturbed.awaitThrough();
        job.cancel().get();
    }

    @AfterAll
    static void stopServers() {
        database.close();
        broker.close();
    }

    @Test
    @EnabledIfSystemProperty(named = "broadsheet.cluster", matches = "all") // ITChaos kills them in every build
    void taskManagersAreKilled() throws Exception {
        FedJob job = FedJob.create(broker, database, folder, "task_manager");
        try (ClusterOfProcesses cluster = ClusterOfProcesses.session(folder.resolve("task-manager"), 2)) {
            run(cluster, job.flags("job.state-backend=rocksdb"));
            job.feed(FIRST);
            job.awaitPassed(cluster, THIRD / 2);
            cluster.killTaskManager();
            job.feed(SECOND);
            job.awaitPassed(cluster, THIRD + THIRD / 2);
            cluster.startTaskManager();
            job.feed(LAST);
            cluster.killTaskManager();
            job.awaitThrough(cluster);
            assertUndisturbed(job);
        }
    }

    @Test
    void theJobManagerIsKilledAndTheJobGoesOnByItself() throws Exception {
        FedJob job = FedJob.create(broker, database, folder, "job_manager");
        List<String> main = new ArrayList<>(List.of(
                "org.broadsheet.job.ClusterJob",
                "--settings",
                Launcher.ROOT.resolve("config/broadsheet.yaml").toString()));
        main.addAll(job.flags());
        try (ClusterOfProcesses cluster = ClusterOfProcesses.application(folder.resolve("job-manager"), 1, JAR, main)) {
            job.feed(FIRST);
            job.awaitPassed(cluster, THIRD / 2);
            cluster.killAndRestartJobManager();
            job.feed(SECOND);
            job.awaitPassed(cluster, THIRD + THIRD / 2);
            job.feed(LAST);
            cluster.killAndRestartJobManager();
            job.awaitThrough(cluster);
            assertUndisturbed(job);
        }
    }

    @Test
    void theClusterIsStoppedAndTheJobGoesOnAtAnotherParallelism() throws Exception {
        FedJob job = FedJob.create(broker, database, folder, "stopped");
        try (ClusterOfProcesses cluster = ClusterOfProcesses.session(folder.resolve("before"), 1)) {
            run(cluster, job.flags());
            job.feed(FIRST);
            job.awaitPassed(cluster, THIRD / 2);
            job.feed(SECOND);
            Called stopped = call(cluster, "stop", job.flags());
            assertThat(stopped.out())
                    .startsWith("Stopped with file:")
                    .contains("/stopped-state/1/savepoints/savepoint-");
            assertThat(cluster.rest().jobs()).singleElement().matches(ended -> !ended.isAlive());
        }
        try (ClusterOfProcesses cluster = ClusterOfProcesses.session(folder.resolve("after"), 2)) {
            run(cluster, job.flags("job.parallelism=3", "job.state-backend=rocksdb"));
            job.feed(LAST);
            job.awaitThrough(cluster);
            assertUndisturbed(job);
        }
    }

    private static void run(ClusterOfProcesses cluster, List<String> flags) throws Exception {
        Called called = call(cluster, "run", flags);
        assertThat(called.err()).contains("The job runs on " + cluster.url() + " as ");
    }

    private static Called call(ClusterOfProcesses cluster, String command, List<String> flags) throws Exception {
        Called called = Launcher.call(Stream.concat(Stream.of(command, "--cluster", cluster.url()), flags.stream())
                .toArray(String[]::new));
        assertThat(called.code()).as(called.err()).isZero();
        return called;
    }

    private static void assertUndisturbed(FedJob job) throws Exception {
        assertThat(TableDifferences.between(undisturbed.database(), job.database()))
                .isEmpty();
        assertThat(job.checksums()).isEqualTo(undisturbed.checksums());
        assertThat(job.checksums()).hasSize(4).allMatch(table -> table.rows() > 100);
        assertThat(Passed.of(job.database())).isEqualTo(Passed.of(undisturbed.database()));
        assertThat(job.audit().differences()).isEmpty();
    }
}
