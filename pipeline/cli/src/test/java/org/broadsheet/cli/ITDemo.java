package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.cli.Launcher.call;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.broadsheet.cli.Launcher.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code demo}, called as a user calls it. */
class ITDemo {
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
