package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same pages give the same tables: fed live, replayed beside the live feed, filled straight from the files. */
class ITReplay {
    private static final long LOOK_MILLISECONDS = 300;

    @TempDir
    private Path folder;

    @Test
    void givesTheChecksumsOfTheLiveFeed() throws Exception {
        Path made = folder.resolve("made");
        assertThat(Launcher.call("bench", "generate", made.toString(), "--pages", "300", "--seed", "11")
                        .code())
                .isZero();
        String pages = made.resolve("pages").toString();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), 0)) {
            Installation live = new Installation(broker, database, made, "live");
            live.call("check --create");
            Process job = live.run("1");
            try {
                live.call("feed " + pages);
                while (!live.isThrough(made)) {
                    Thread.sleep(LOOK_MILLISECONDS);
                }
                List<String> checksums = live.checksums("1");

                Called filled = live.call("replay " + pages + " --generation 2");
                assertThat(filled.err())
                        .containsPattern(
                                "pages in [0-9.]+ s, \\d+ a second: \\d+ read \\+ \\d+ rejected = \\d+ passed");
                assertThat(live.checksums("2")).isEqualTo(checksums);
                assertThat(live.called("replay " + pages + " --generation 2").err())
                        .contains("Generation 2 has been filled");
                assertThat(live.call("diff 1 2").lines()).containsExactly("0 came, 0 went, 0 changed.");

                Process second = live.run("2");
                try {
                    Path more = Files.createDirectories(folder.resolve("more"));
                    Files.writeString(more.resolve("a.txt"), "太原晚报 2022年12月1日 第3版\n\n本报讯 12月1日，迎泽区设立了77个核酸采样点。\n");
                    live.call("feed " + more);
                    while (!live.figures("1").equals(live.figures("2"))
                            || !live.figures("2").contains(",77,")) {
                        Thread.sleep(LOOK_MILLISECONDS);
                    }
                    live.call("promote 2");
                    assertThat(live.call("figures --day 2022-12-01 --region 迎泽区")
                                    .out())
                            .contains(" 77 ");
                } finally {
                    end(second);
                }

                Installation beside = new Installation(broker, database, made, "beside");
                beside.call("check --create");
                Process third = beside.run("1");
                try {
                    assertThat(beside.call("replay " + pages + " --most 100").err())
                            .contains(" rejected = ");
                    assertThat(beside.checksums("1")).isEqualTo(checksums);
                } finally {
                    end(third);
                }
            } finally {
                end(job);
            }
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Topics and tables under a name. */
    private final class Installation {
        private final Map<String, String> environment = new HashMap<>();

        Installation(EmbeddedBroker broker, EmbeddedDatabase database, Path made, String name) {
            environment.putAll(Map.of(
                    "BROADSHEET_KAFKA_SERVERS", broker.bootstrapServers(),
                    "BROADSHEET_KAFKA_GROUP", name,
                    "BROADSHEET_KAFKA_TOPIC_PREFIX", name + "-",
                    "BROADSHEET_DATABASE_URL", database.jdbcUrl(),
                    "BROADSHEET_DATABASE_USER", database.user(),
                    "BROADSHEET_DATABASE_SCHEMA", name,
                    "BROADSHEET_JOB_CHECKPOINT_INTERVAL", "500ms",
                    "BROADSHEET_JOB_STATE_FOLDER",
                            folder.resolve(name + "-state").toString(),
                    "BROADSHEET_RULES_SOURCES", made.resolve("sources.yaml").toString()));
        }

        Called called(String command) throws Exception {
            return Launcher.call(environment, command.split(" "));
        }

        Called call(String command) throws Exception {
            Called called = called(command);
            assertThat(called.code()).as(command + "\n" + called.err()).isZero();
            return called;
        }

        Process run(String generation) throws Exception {
            return Launcher.start(
                    folder.resolve("run-" + generation + System.nanoTime()),
                    environment,
                    "run",
                    "--generation",
                    generation,
                    "--web-port",
                    Integer.toString(LoopbackPort.free()));
        }

        /** Of an audit without differences. */
        List<String> checksums(String generation) throws Exception {
            List<String> lines =
                    new ArrayList<>(call("audit --generation " + generation).lines());
            lines.removeIf(line -> !line.matches("\\w+ \\d+ [0-9a-f]{32}"));
            assertThat(lines).hasSize(4);
            return lines;
        }

        /** Rows of pages are never taken out, and come with all that follows from them. */
        boolean isThrough(Path made) throws Exception {
            int known = Files.readAllLines(made.resolve("known/page.txt"), StandardCharsets.UTF_8)
                    .size();
            return checksums("1").get(0).startsWith("page " + known + " ");
        }

        String figures(String generation) throws Exception {
            return called("figures --csv --generation " + generation).out();
        }
    }
}
