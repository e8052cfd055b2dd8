package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.metric.CatalogueException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say which rules hold, for commands that need no server. */
final class RulesOptions {
    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "The catalogue of metrics (default: config/metrics.yaml of this copy).")
    private @Nullable Path catalogue;

    /** The rules; the faults of the catalogue are told with its name. */
    TextRules read() throws IOException {
        Path config = Home.folder().resolve("config");
        Path metrics = PageInputs.file(catalogue == null ? config.resolve("metrics.yaml") : catalogue);
        TextRules rules = TextRules.read(metrics, config.resolve("sources.yaml"));
        try {
            rules.catalogue();
        } catch (CatalogueException found) {
            throw new PlainFault(metrics + ": " + String.join("\n" + metrics + ": ", found.faults()), found);
        }
        return rules;
    }
}
