package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code close}, called as a user calls it: beside a job, after its stop, and what the job does that is started then. */
class ITClose {
    private static final long LOOK_MILLISECONDS = 300;
    private static final String PATTERN = "--pattern {source}/{published}/{page}.txt ";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void aYearIsClosedBetweenTwoRuns() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), 0)) {
            environment.putAll(Map.of(
                    "BROADSHEET_KAFKA_SERVERS", broker.bootstrapServers(),
                    "BROADSHEET_KAFKA_GROUP", "closing",
                    "BROADSHEET_DATABASE_URL", database.jdbcUrl(),
                    "BROADSHEET_DATABASE_USER", database.user(),
                    "BROADSHEET_JOB_CHECKPOINT_INTERVAL", "500ms",
                    "BROADSHEET_JOB_STATE_FOLDER", folder.resolve("state").toString()));
            say("check --create");
            refuse("close 2021 --dry-run", "There are no pages yet.");
            String cluster = "http://127.0.0.1:" + LoopbackPort.free();
            Process first = run(cluster);
            try {
                page("太原晚报/2021-12-20/001", "12月20日，迎泽区设立了9个核酸检测点。");
                page("太原晚报/2022-01-05/001", "1月5日，迎泽区设立了12个核酸检测点。");
                say("feed " + PATTERN + folder.resolve("in"));
                awaitFigure("2022-01-05", "12");
                refuse("close 2021 --yes --cluster " + cluster, "The job closing (");
                say("stop --cluster " + cluster);
            } finally {
                end(first);
            }
            theYearIsLookedAtAndClosed();
            Process second = run(cluster);
            try {
                page("太原晚报/2021-12-21/001", "12月21日，小店区设立了7个核酸检测点。");
                page("太原晚报/2022-01-06/001", "1月6日，小店区设立了8个核酸检测点。");
                say("feed " + PATTERN + folder.resolve("in"));
                awaitFigure("2022-01-06", "8");
                whatIsClosedStays();
            } finally {
                end(second);
            }
        }
    }

    private void theYearIsLookedAtAndClosed() throws Exception {
        refuse("close 2022 --yes", "The year 2022 is not over: the last page is of 2022-01-05.");
        refuse("close 2021", "Nothing was closed. It cannot be undone, so say --yes.");
        assertThat(say("close 2021 --dry-run").out())
                .containsPattern("page +1 +\\d+\n")
                .containsPattern("mention +1 +\\d+\n")
                .containsPattern("fact +1 +\\d+\n")
                .containsPattern("region_figure +4 +\\d+\n")
                .endsWith("These rows would be frozen; nothing was changed (--dry-run).\n");
        assertThat(say("close 2021 --yes --json").out())
                .startsWith("{\"year\":2021,\"closed\":true,\"frozen\":[{\"table\":\"page\",\"rows\":1,\"bytes\":");
        refuse("close 2021 --yes", "The year 2021 is closed already.");
        refuse("close 2019 --yes", "The years up to 2021 are closed already, and 2019 with them.");
    }

    private void whatIsClosedStays() throws Exception {
        assertThat(figures("--day 2021-12-20 --region 140106")).contains(",9,");
        assertThat(figures("--day 2021-12-21 --region 140105")).doesNotContain(",7,");
        assertThat(say("redrive --dry-run").lines())
                .anyMatch(line -> line.matches("read +closed +1 +0 +0"))
                .endsWith("0 pages would be sent to articles, 1 are left.");
        refuse("redrive --reason closed", "Pages of closed years are not sent again");
        refuse(
                "correct 太原晚报/2021-12-20/001#0 --drop --why 误",
                "The page 太原晚报/2021-12-20/001 is of a closed year, and stays as it is.");
        assertThat(say("audit").out()).contains("No difference.");
    }

    private void page(String key, String text) throws IOException {
        Path file = folder.resolve("in").resolve(key + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text + "\n");
    }

    private void awaitFigure(String day, String value) throws Exception {
        while (!figures("--day " + day).contains("," + value + ",")) {
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    private String figures(String which) throws Exception {
        return Launcher.call(environment, ("figures --csv " + which).split(" ", -1))
                .out();
    }

    private Called say(String command) throws Exception {
        Called called = Launcher.call(environment, command.split(" +", -1));
        assertThat(called.code()).as(command + "\n" + called.err()).isZero();
        return called;
    }

    private void refuse(String command, String why) throws Exception {
        Called called = Launcher.call(environment, command.split(" +", -1));
        assertThat(called.err()).as(command).startsWith("broadsheet: " + why);
        assertThat(called.code()).isEqualTo(Broadsheet.FAILED);
    }

    private Process run(String cluster) throws Exception {
        return Launcher.start(
                folder.resolve("run-" + System.nanoTime()),
                environment,
                "run",
                "--web-port",
                cluster.substring(cluster.lastIndexOf(':') + 1));
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
