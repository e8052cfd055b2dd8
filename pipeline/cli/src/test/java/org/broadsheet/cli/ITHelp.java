package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.broadsheet.cli.HelpExamples.Example;
import org.broadsheet.cli.cluster.ClusterOfProcesses;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Every example that a help shows is called, in a folder that has the files it names and between servers of its own; those of
 * {@code demo} in {@link ITDemo}, those of {@code bench latency} in {@link ITLatency}; {@code bench run} in {@link ITBench}.
 */
class ITHelp {
    private static final long LOOK_MILLISECONDS = 100;

    @TempDir
    private static Path folder;

    private static ExampleFiles files;
    private static EmbeddedBroker broker;
    private static EmbeddedDatabase database;

    private final Set<Example> called = new HashSet<>();
    private int webPort;

    @BeforeAll
    static void start() throws Exception {
        // The account of the database must be able to go in.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        database = EmbeddedDatabase.start(folder.resolve("database"), 0);
        files = ExampleFiles.in(folder.resolve("files"));
    }

    @AfterAll
    static void stop() {
        database.close();
        broker.close();
    }

    @Test
    void everyExampleDoesItsWork() throws Exception {
        Installation installation = installation("help");
        files.put("broker:9092", broker.bootstrapServers());
        files.put("/shared/state", folder.resolve("help-state").toString());
        files.put("1000000", "1000");
        files.put("parallelism=4", "parallelism=2");
        Preparation.create(installation.settings("1"));
        call(installation, "read", "extract", "places", "score", "check", "bench generate");
        theJob(installation);
        theGeneratedPages();
        aCluster(installation);
        aNewGeneration(installation);
        assertThat(called)
                .containsExactlyInAnyOrderElementsOf(HelpExamples.all().stream()
                        .filter(example ->
                                !example.is("bench latency") && !example.is("bench run") && !example.is("demo"))
                        .toList());
    }

    private static Installation installation(String name) {
        return new Installation(broker, database, folder, Launcher.ROOT.resolve("config/sources.yaml"), name);
    }

    private void theJob(Installation installation) throws Exception {
        CompletableFuture<Said> job = begin(installation, "run");
        call(installation, "feed config", "feed 2022-11.zip", "feed archive", "feed page.txt");
        Path page = Files.copy(
                Launcher.ROOT.resolve("config/samples/pages/003_d80b19d43e3d5215.txt"), files.resolve("003.txt"));
        say(
                installation,
                List.of("feed", page.toString(), "--source", "太原晚报", "--published", "2022-11-22", "--home", "140100"));
        theWatchedFolder(installation);
        awaitThrough(installation, "1", job);
        call(installation, "replay 2012.zip", "replay 2014.zip", "replay archive --pattern");
        // what fills generation 2 under names by which nothing else came
        say(installation, List.of("replay", files.resolve("archive").toString()));
        call(installation, "figures", "correct", "redrive");
        awaitThrough(installation, "1", job);
        say(installation, files.typed(next("stop")));
        assertThat(job.get().code()).isZero();

        call(installation, "close 2015 --dry-run", "close 2015 --yes");
        job = begin(installation, "run --set kafka.servers=broker:9092");
        say(installation, List.of("feed", files.page("later.txt", 9).toString()));
        awaitThrough(installation, "1", job);
        say(installation, List.of("stop"));
        assertThat(job.get().code()).isZero();
    }

    private void theWatchedFolder(Installation installation) throws Exception {
        try (RunningCommand feed = installation.start(String.join(" ", files.typed(next("feed inbox --watch"))))) {
            while (!feed.printed().contains("Fed 3 pages from 3 files.")) {
                feed.assertAlive();
                Thread.sleep(LOOK_MILLISECONDS);
            }
            feed.interrupt();
            assertThat(feed.printed()).endsWith("3 pages are safe in help-articles, 0 files could not be read.\n");
        }
    }

    private void aNewGeneration(Installation installation) throws Exception {
        call(installation, "replay archive --generation 2");
        CompletableFuture<Said> job = begin(installation, "run --generation 2");
        awaitThrough(installation, "2", job);
        call(installation, "audit", "report", "diff", "promote");
        say(installation, List.of("promote", "2"));
        call(installation, "generations");
        say(installation, List.of("stop", "--generation", "2"));
        assertThat(job.get().code()).isZero();
        call(installation, "close 2015 --generation 2");
    }

    private void theGeneratedPages() throws Exception {
        Installation installation = installation("made");
        Preparation.create(installation.settings("1"));
        CompletableFuture<Said> job = begin(installation, "run --set rules.sources");
        call(installation, "feed made/pages");
        awaitThrough(installation, "1", job);
        call(installation, "bench compare");
        say(installation, List.of("stop"));
        assertThat(job.get().code()).isZero();
    }

    private void aCluster(Installation installation) throws Exception {
        try (ClusterOfProcesses cluster = ClusterOfProcesses.session(folder.resolve("cluster"), 1)) {
            files.put("http://flink:8081", cluster.url());
            List<Example> runs = all("run --cluster");
            List<Example> stops = all("stop --cluster");
            for (int turn = 0; turn < Math.max(runs.size(), stops.size()); turn++) {
                say(installation, files.typed(runs.get(turn % runs.size())));
                say(installation, files.typed(stops.get(turn % stops.size())));
            }
            called.addAll(runs);
            called.addAll(stops);
        }
    }

    /** What a command came to. */
    private record Said(int code, String text) {}

    /** Those that begin so and have not been called. */
    private List<Example> all(String beginning) {
        return HelpExamples.all().stream()
                .filter(example -> example.is(beginning) && !called.contains(example))
                .toList();
    }

    /** The shortest of them. */
    private Example next(String beginning) {
        Example next = all(beginning).stream()
                .min(Comparator.comparing(example -> example.text().length()))
                .orElseThrow();
        called.add(next);
        return next;
    }

    private void call(Installation installation, String... beginnings) {
        for (String beginning : beginnings) {
            assertThat(all(beginning)).as(beginning).isNotEmpty();
            for (Example example : all(beginning)) {
                called.add(example);
                say(installation, files.typed(example));
            }
        }
    }

    private void say(Installation installation, List<String> arguments) {
        Said said = execute(installation, arguments);
        assertThat(said.code()).as(arguments + "\n" + said.text()).isZero();
        boolean isListOfNothing = arguments.contains("diff") && arguments.contains("--json");
        assertThat(said.text().isBlank()).as(arguments.toString()).isEqualTo(isListOfNothing);
    }

    /** Starts a job in this process; it goes on until it is stopped. */
    private CompletableFuture<Said> begin(Installation installation, String beginning) {
        webPort = LoopbackPort.free();
        List<String> arguments = files.typed(next(beginning));
        return CompletableFuture.supplyAsync(() -> execute(installation, arguments));
    }

    /** In this process; with the settings of the installation, which those of the example itself override. */
    private Said execute(Installation installation, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        CommandLine command = HelpExamples.broadsheet();
        List<CommandLine> parsed =
                command.parseArgs(arguments.toArray(String[]::new)).asCommandLineList();
        if (parsed.get(parsed.size() - 1).getCommandSpec().findOption("--config") != null) {
            all.addAll(parsed.size() - 1, installation.flags());
        }
        if (!arguments.contains("--cluster")) {
            switch (arguments.get(0)) {
                case "run" -> all.addAll(List.of("--web-port", Integer.toString(webPort)));
                case "stop" -> all.addAll(List.of("--cluster", "http://127.0.0.1:" + webPort));
                default -> {}
            }
        }
        if (arguments.equals(List.of("report"))) {
            all.addAll(List.of("--out", files.resolve("report.html").toString()));
        }
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        return new Said(Broadsheet.commandLine(out, out).execute(all.toArray(String[]::new)), text.toString());
    }

    private static void awaitThrough(Installation installation, String generation, CompletableFuture<Said> job)
            throws Exception {
        while (!installation.isThrough(generation)) {
            if (job.isDone()) {
                throw new AssertionError("The job has ended: " + job.get().text());
            }
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }
}
