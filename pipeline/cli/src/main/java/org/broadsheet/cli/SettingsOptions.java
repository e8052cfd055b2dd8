package org.broadsheet.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.broadsheet.job.settings.CarriedSettings;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.job.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say which settings hold. */
final class SettingsOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The settings (default: config/broadsheet.yaml of this copy).")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides one setting, e.g. --set job.parallelism=4.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    /** The settings by file, environment and flags. */
    Settings read() throws SettingsException {
        return read(Map.of());
    }

    /** The settings, with some that the command itself decides. */
    Settings read(Map<String, String> decided) throws SettingsException {
        Map<String, String> flags = new LinkedHashMap<>(overrides);
        flags.putAll(decided);
        return Settings.read(file(), System.getenv(), flags);
    }

    /** The settings as one text that a cluster can be sent; it holds the password. */
    String carried() throws SettingsException {
        return CarriedSettings.write(file(), System.getenv(), overrides);
    }

    private Path file() {
        return PageInputs.file(config == null ? Home.folder().resolve("config/broadsheet.yaml") : config);
    }
}
