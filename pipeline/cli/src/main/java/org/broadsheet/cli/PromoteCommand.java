package org.broadsheet.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.broadsheet.job.Endpoints;
import org.broadsheet.postgres.Generations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code promote}: has readers see another generation, or the former one again. */
@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        description = {
            "Has the views in database.schema show the tables of another generation, or of the former one again. It changes one"
                    + " row: no reader sees half of two, and none is kept waiting.",
            "It is refused while pages are missing that the generation has which serves now. Jobs go on as they are: the former"
                    + " generation is kept up to date as long as its job runs, and stays until generations --drop."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet check --create --generation 2 && ./broadsheet run --generation 2     fills it, beside the one that serves",
            "  ./broadsheet diff 1 2                                                             what would change",
            "  ./broadsheet promote 2",
            "  ./broadsheet promote 1                                                            back again",
            "  ./broadsheet promote 2 --json                                                     for a script: generation, before, missing"
        })
final class PromoteCommand implements Callable<Integer> {
    @Parameters(paramLabel = "G", description = "The generation that is to serve.")
    private String generation = "";

    @Option(names = "--force", description = "Also where pages are missing in it.")
    private boolean force;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Generations generations = Endpoints.generations(options.read());
        Optional<String> before = generations.serves();
        long missing = generations.missing(generation);
        if (missing > 0 && !force) {
            throw new PlainFault("Generation " + generation + " misses " + missing + " of the pages of generation "
                    + before.orElse("") + ": wait until its job has read them, or --force it.");
        }
        generations.promote(generation);
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("generation", generation);
            object.put("before", before.orElse(""));
            object.put("missing", missing);
            out.println(Json.line(object));
            return Broadsheet.DONE;
        }
        out.println("Generation " + generation + " serves"
                + before.map(name -> name.equals(generation) ? ", as it did." : "; before it was " + name + ".")
                        .orElse("."));
        return Broadsheet.DONE;
    }
}
