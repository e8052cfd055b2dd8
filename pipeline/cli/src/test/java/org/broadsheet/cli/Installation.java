package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.Passed;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.PartitionOffsets;

/** Topics, tables and a state folder under a name, and the commands called for them as a user does. */
final class Installation {
    private static final long LOOK_MILLISECONDS = 100;

    private final Path folder;
    private final Map<String, String> settings;
    private final AtomicInteger started = new AtomicInteger();

    /**
     * Nothing is made yet.
     *
     * @param sources the list of papers
     */
    Installation(EmbeddedBroker broker, EmbeddedDatabase database, Path folder, Path sources, String name) {
        this.folder = folder;
        this.settings = new TreeMap<>(Map.of(
                "kafka.servers", broker.bootstrapServers(),
                "kafka.group", name,
                "kafka.topic-prefix", name + "-",
                "database.url", database.jdbcUrl(),
                "database.user", database.user(),
                "database.schema", name,
                "job.checkpoint-interval", "500ms",
                "job.state-folder", folder.resolve(name + "-state").toString(),
                "rules.sources", sources.toString()));
    }

    /** Its settings as the commands take them from the environment. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(Map.of("BROADSHEET_JAVA_OPTIONS", "-Xmx1g"));
        settings.forEach((name, value) -> environment.put(variable(name), value));
        return environment;
    }

    /** The variable of the environment that a setting is taken from: {@code BROADSHEET_KAFKA_SERVERS}. */
    static String variable(String setting) {
        return "BROADSHEET_"
                + setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Its settings as the commands take them from flags. */
    List<String> flags() {
        List<String> flags = new ArrayList<>();
        settings.forEach((name, value) -> flags.addAll(List.of("--set", name + "=" + value)));
        return flags;
    }

    /** The settings of a generation, as its job has them. */
    Settings settings(String generation) throws Exception {
        return Settings.read(
                Launcher.ROOT.resolve("config/broadsheet.yaml"), environment(), Map.of("generation", generation));
    }

    /** Calls a command, its words parted by spaces, whatever comes of it. */
    Called called(String command) throws Exception {
        return Launcher.call(environment(), command.split(" "));
    }

    /** Calls a command that must come to a good end. */
    Called call(String command) throws Exception {
        Called called = called(command);
        assertThat(called.code()).as(command + "\n" + called.err()).isZero();
        return called;
    }

    /** Starts a command beside; what it prints is in a file of its own. */
    RunningCommand start(String command) throws IOException {
        Path printed = folder.resolve("printed-" + started.incrementAndGet() + ".txt");
        return new RunningCommand(command, Launcher.start(printed, environment(), command.split(" ")), printed);
    }

    /** Starts the job of a generation. */
    RunningCommand run(String generation) throws IOException {
        return start("run --generation " + generation + " --web-port " + LoopbackPort.free());
    }

    /** Of an audit without differences. */
    List<String> checksums(String generation) throws Exception {
        List<String> lines =
                new ArrayList<>(call("audit --generation " + generation).lines());
        lines.removeIf(line -> !line.matches("\\w+ \\d+ [0-9a-f]{32}"));
        assertThat(lines).hasSize(4);
        return lines;
    }

    /** How far the rows of a generation are. */
    Passed passed(String generation) throws Exception {
        return Passed.of(Endpoints.database(settings(generation)));
    }

    /** How many pages the topic {@code articles} has. */
    long sent() throws Exception {
        return articles().sum();
    }

    private PartitionOffsets articles() throws Exception {
        Settings settings = settings("1");
        return PartitionOffsets.end(
                Endpoints.kafka(settings), Endpoints.topics(settings).articles().name());
    }

    /** Waits until so many records have their rows in generation 1; the job must go on meanwhile. */
    void awaitPassed(RunningCommand job, long records) throws Exception {
        while (passed("1").passed() < records) {
            job.assertAlive();
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    /** Waits until everything in {@code articles} has its rows in generation 1. */
    void awaitThrough(RunningCommand job) throws Exception {
        while (!isThrough("1")) {
            job.assertAlive();
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    /** Whether everything in {@code articles} has its rows in a generation. */
    boolean isThrough(String generation) throws Exception {
        return Passed.through(Endpoints.database(settings(generation)), articles());
    }
}
