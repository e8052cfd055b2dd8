package org.broadsheet.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZonedDateTime;

/** Writes the report as one file: 报告.html opens wherever there is a browser. */
public final class ReportFile {
    private ReportFile() {}

    /**
     * Writes it beside and moves it there, so that who reads it meanwhile reads one of two whole ones.
     *
     * @return its bytes
     */
    public static long write(ReportData data, Clock clock, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        Files.writeString(
                beside, ReportPage.offline(data, ZonedDateTime.now(clock)).html(), StandardCharsets.UTF_8);
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        return Files.size(target);
    }
}
