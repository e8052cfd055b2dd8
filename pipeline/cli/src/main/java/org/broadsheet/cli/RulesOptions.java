package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.broadsheet.text.TextRules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say which rules hold, for commands that need no server. */
final class RulesOptions {
    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "The catalogue of metrics (default: config/metrics.yaml of this copy).")
    private @Nullable Path catalogue;

    TextRules read() throws IOException {
        Path config = Home.folder().resolve("config");
        return TextRules.read(
                catalogue == null ? config.resolve("metrics.yaml") : catalogue, config.resolve("sources.yaml"));
    }
}
