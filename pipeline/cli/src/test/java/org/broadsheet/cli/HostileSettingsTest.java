package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.broadsheet.fuzz.Door;
import org.broadsheet.job.settings.CarriedSettings;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.job.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code broadsheet.yaml}, and settings sent to a cluster, changed by seed; see {@link Door}. */
class HostileSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void everySettingsFileIsReadOrHasFaults() throws IOException {
        Path file = folder.resolve("broadsheet.yaml");
        Door.of(
                        "settings",
                        "\t",
                        ": ",
                        "{",
                        "[",
                        "&a ",
                        "*a",
                        "!!java.net.URL ",
                        "|\n",
                        "\0",
                        "\uFFFF",
                        "---\n",
                        "../../../etc/passwd")
                .push(input -> {
                    Files.write(file, input);
                    try {
                        assertThat(Settings.read(file, Map.of(), Map.of())
                                        .kafka()
                                        .servers())
                                .isNotBlank();
                    } catch (SettingsException told) {
                        assertThat(told.faults()).isNotEmpty();
                    }
                });
    }

    @Test
    void everySentTextIsReadOrHasFaults() throws IOException {
        Door.of("carried", "{", "\"", ":", "[".repeat(2000), "null", "\\u0000", "\0")
                .push(input -> {
                    try {
                        assertThat(CarriedSettings.read(new String(input, StandardCharsets.UTF_8))
                                        .kafka()
                                        .servers())
                                .isNotBlank();
                    } catch (SettingsException told) {
                        assertThat(told.faults()).isNotEmpty();
                    }
                });
    }
}
