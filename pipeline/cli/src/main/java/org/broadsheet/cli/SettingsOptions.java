package org.broadsheet.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    @Option(names = "--generation", paramLabel = "G", description = "Which generation: the same as --set generation=G.")
    private @Nullable String generation;

    /** The generation that was named, where one was. */
    Optional<String> generation() {
        return Optional.ofNullable(generation);
    }

    /** The settings by file, environment and flags. */
    Settings read() throws SettingsException {
        return read(Map.of());
    }

    /** The settings, with some that the command itself decides. */
    Settings read(Map<String, String> decided) throws SettingsException {
        Map<String, String> flags = flags();
        flags.putAll(decided);
        return Settings.read(file(), System.getenv(), flags);
    }

    /** The settings as one text that a cluster can be sent; it holds the password. */
    String carried() throws SettingsException {
        return CarriedSettings.write(file(), System.getenv(), flags());
    }

    private Map<String, String> flags() {
        overrides.forEach((key, value) -> {
            if (Settings.isSecret(key) && !value.isEmpty()) {
                throw new PlainFault(key + " would be seen in the list of processes: give it by "
                        + Settings.variable(key) + ", or by a file that " + Settings.variable(key) + "_FILE names.");
            }
        });
        Map<String, String> flags = new LinkedHashMap<>(overrides);
        generation().ifPresent(named -> flags.put("generation", named));
        return flags;
    }

    private Path file() {
        return PageInputs.file(config == null ? Home.folder().resolve("config/broadsheet.yaml") : config);
    }
}
