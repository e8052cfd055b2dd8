package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.cli.Launcher.call;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.cli.HelpExamples.Example;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.LoopbackPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code demo}, called as a user calls it. */
class ITDemo {
    private static final long LOOK_MILLISECONDS = 100;

    @TempDir
    private Path folder;

    @Test
    void theSamplePagesGiveTheirFigures() throws Exception {
        Called called = call("demo", "--once", "--folder", folder.resolve("演 示").toString());
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(called.lines())
                .anyMatch(line -> line.matches("迎泽区 +140106 +test_sites +current +2022-11-22 +795 +stated .*"))
                .anyMatch(line -> line.matches("朔州市 +140600 +party_members +current +2022-11-14 +9238 +stated .*"))
                .anyMatch(line -> line.matches("榆次区 +140702 +.*"))
                .contains("Pages: 3 read + 0 rejected = 3 passed.");
    }

    static Stream<Example> examplesThatGoOn() {
        return HelpExamples.all().stream()
                .filter(example -> example.is("demo") && !example.text().contains("--once"));
    }

    @ParameterizedTest
    @MethodSource("examplesThatGoOn")
    void eachExampleGoesOnUntilCtrlC(Example example) throws Exception {
        ExampleFiles files = ExampleFiles.in(folder.resolve("files"));
        files.put("8000", Integer.toString(LoopbackPort.free()));
        files.put("8090", Integer.toString(LoopbackPort.free()));
        List<String> arguments = new ArrayList<>(files.typed(example));
        arguments.addAll(List.of("--folder", folder.resolve("demo").toString()));
        Path printed = folder.resolve("printed.txt");
        Process process = Launcher.start(printed, Map.of(), arguments.toArray(String[]::new));
        try (RunningCommand demo = new RunningCommand(example.text(), process, printed)) {
            while (!demo.printed().contains("Ctrl-C ends the demo.")) {
                demo.assertAlive();
                Thread.sleep(LOOK_MILLISECONDS);
            }
            demo.interrupt();
            assertThat(demo.printed()).containsPattern("Pages: [13] read \\+ 0 rejected = [13] passed");
        }
    }

    @Test
    void aTakenPortIsToldInASentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Called called = call("demo", "--once", "--folder", folder.toString(), "--broker-port", port);
            assertThat(called.code()).isEqualTo(Broadsheet.FAILED);
            assertThat(called.err()).isEqualTo("broadsheet: Port " + port + " on 127.0.0.1 is taken.\n");
        }
    }

    @Test
    void aMissingFolderOfPagesIsToldInASentence() throws Exception {
        Called called = call("demo", "--once", "--pages", folder.resolve("none").toString());
        assertThat(called.code()).isEqualTo(Broadsheet.FAILED);
        assertThat(called.err()).startsWith("broadsheet: There is no folder ").doesNotContain("\tat ");
        assertThat(Files.exists(folder.resolve("none"))).isFalse();
    }
}
