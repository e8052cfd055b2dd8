package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
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
            Installation live = new Installation(broker, database, folder, made.resolve("sources.yaml"), "live");
            live.call("check --create");
            RunningCommand job = live.run("1");
            try {
                live.call("feed " + pages);
                while (!isThrough(live, made)) {
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

                RunningCommand second = live.run("2");
                try {
                    Path more = Files.createDirectories(folder.resolve("more"));
                    Files.writeString(more.resolve("a.txt"), "太原晚报 2022年12月1日 第3版\n\n本报讯 12月1日，迎泽区设立了77个核酸采样点。\n");
                    live.call("feed " + more);
                    while (!figures(live, "1").equals(figures(live, "2"))
                            || !figures(live, "2").contains(",77,")) {
                        Thread.sleep(LOOK_MILLISECONDS);
                    }
                    live.call("promote 2");
                    assertThat(live.call("figures --day 2022-12-01 --region 迎泽区")
                                    .out())
                            .contains(" 77 ");
                } finally {
                    second.interrupt();
                }

                Installation beside =
                        new Installation(broker, database, folder, made.resolve("sources.yaml"), "beside");
                beside.call("check --create");
                RunningCommand third = beside.run("1");
                try {
                    assertThat(beside.call("replay " + pages + " --most 100").err())
                            .contains(" rejected = ");
                    assertThat(beside.checksums("1")).isEqualTo(checksums);
                } finally {
                    third.interrupt();
                }
            } finally {
                job.interrupt();
            }
        }
    }

    /** Rows of pages are never taken out, and come with all that follows from them. */
    private static boolean isThrough(Installation installation, Path made) throws Exception {
        int known = Files.readAllLines(made.resolve("known/page.txt"), StandardCharsets.UTF_8)
                .size();
        return installation.checksums("1").get(0).startsWith("page " + known + " ");
    }

    private static String figures(Installation installation, String generation) throws Exception {
        return installation.called("figures --csv --generation " + generation).out();
    }
}
