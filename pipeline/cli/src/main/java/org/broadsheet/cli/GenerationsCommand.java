package org.broadsheet.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.postgres.Generations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generations}: which there are, and which one serves. */
@Command(
        name = "generations",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the generations: the rules that filled each, its pages, and which one readers see.",
            "A generation goes by --drop only: its tables, and what others built upon them. Its topics and its state are left to"
                    + " be deleted by hand."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet generations",
            "  ./broadsheet generations --json                      for a script: one object a line",
            "  ./broadsheet generations --drop 1"
        })
final class GenerationsCommand implements Callable<Integer> {
    @Option(
            names = "--drop",
            paramLabel = "G",
            description = "Drop the tables of this generation for good; not of the one that serves.")
    private @Nullable String dropped;

    @Option(names = "--json", description = "Print one JSON object a generation.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = options.read();
        Generations generations = Endpoints.generations(settings);
        String gone = dropped;
        if (gone != null) {
            generations.drop(gone);
            (json ? spec.commandLine().getErr() : out).println("Generation " + gone + " is gone.");
        }
        if (json) {
            generations.all().forEach(one -> out.println(Json.line(object(one))));
            return Broadsheet.DONE;
        }
        TextTable table = new TextTable("generation", "rules", "pages", "");
        generations
                .all()
                .forEach(one ->
                        table.add(one.name(), one.rules(), Long.toString(one.pages()), one.serves() ? "serves" : ""));
        out.print(table);
        return Broadsheet.DONE;
    }

    private static Map<String, Object> object(Generations.Generation one) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("generation", one.name());
        object.put("rules", one.rules());
        object.put("pages", one.pages());
        object.put("serves", one.serves());
        return object;
    }
}
