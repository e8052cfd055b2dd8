package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the README shows: its commands in their order, its figures as they are printed. */
class ITReadme {
    private static final long LOOK_MILLISECONDS = 500;

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static EmbeddedDatabase database;
    private static String readme;

    @BeforeAll
    static void startServers() throws IOException {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        database = EmbeddedDatabase.start(folder.resolve("database"), 0);
        readme = Files.readString(Launcher.ROOT.resolve("README.md"), StandardCharsets.UTF_8);
    }

    @AfterAll
    static void stopServers() {
        broker.close();
        database.close();
    }

    @Test
    void everyCommandDoesWhatTheReadmeSays() throws Exception {
        List<Process> running = new ArrayList<>();
        String webPort = Integer.toString(LoopbackPort.free());
        try {
            for (String command : commands()) {
                switch (command) {
                    case "demo" -> {} // ITDemo
                    case "run" ->
                        running.add(
                                Launcher.start(folder.resolve("run.txt"), settings(), "run", "--web-port", webPort));
                    case "stop" -> {
                        assertThat(running).hasSize(1).allMatch(Process::isAlive);
                        run("stop --cluster http://127.0.0.1:" + webPort);
                        assertThat(running.get(0).waitFor()).isZero();
                    }
                    default -> run(command);
                }
            }
            assertThat(commands()).contains("demo", "run", "audit").endsWith("stop");
            assertThat(savepoints()).hasSize(1);
        } finally {
            running.forEach(Process::destroy);
            for (Process job : running) {
                job.waitFor();
            }
        }
    }

    private static List<Path> savepoints() throws IOException {
        try (Stream<Path> found = Files.list(folder.resolve("state/savepoints"))) {
            return found.toList();
        }
    }

    private static void run(String command) throws Exception {
        Called called = Launcher.call(settings(), command.split(" +", -1));
        while (command.startsWith("figures") && !called.out().contains("【795个检测采样点】")) {
            // The rows come with a checkpoint; the process that writes them runs beside.
            Thread.sleep(LOOK_MILLISECONDS);
            called = Launcher.call(settings(), command.split(" +", -1));
        }
        assertThat(called.code()).as(command + "\n" + called.err()).isZero();
        assertThat(called.out() + called.err()).as(command).isNotBlank();
        if (command.startsWith("figures")) {
            assertThat(called.lines().stream().map(ITReadme::words)).containsAll(figuresShown());
        }
    }

    /** The lines of the README's table of figures. */
    private static List<String> figuresShown() {
        List<String> lines = readme.lines()
                .filter(line -> line.startsWith("迎泽区  140106"))
                .map(ITReadme::words)
                .toList();
        assertThat(lines).hasSize(2);
        return lines;
    }

    /** How wide a column is depends on the other rows. */
    private static String words(String line) {
        return line.strip().replaceAll(" +", " ");
    }

    /** The commands of the README's shell blocks, without what stands before and behind them. */
    private static List<String> commands() {
        return Pattern.compile("^\\./broadsheet (.+?)(?: +#.*)?$", Pattern.MULTILINE)
                .matcher(readme)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }

    private static Map<String, String> settings() {
        return Map.of(
                "BROADSHEET_KAFKA_SERVERS", broker.bootstrapServers(),
                "BROADSHEET_DATABASE_URL", database.jdbcUrl(),
                "BROADSHEET_DATABASE_USER", database.user(),
                "BROADSHEET_JOB_STATE_FOLDER", folder.resolve("state").toString(),
                "LC_ALL", "C",
                "TZ", "America/New_York");
    }
}
