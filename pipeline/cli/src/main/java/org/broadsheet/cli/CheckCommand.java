package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.job.settings.SettingsException;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.metric.CatalogueException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: settings, servers, topics, tables, catalogue: all faults at once. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Looks at settings, servers, topics, tables and catalogue and names all faults at once.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet check",
            "  ./broadsheet check --create                         makes missing topics and tables first",
            "  ./broadsheet check --catalogue my-metrics.yaml      looks at a catalogue only; needs no server",
            "  ./broadsheet check --json                           for a script: well, done, faults"
        })
final class CheckCommand implements Callable<Integer> {
    @Option(names = "--create", description = "Make missing topics and tables first.")
    private boolean create;

    @Option(names = "--catalogue", paramLabel = "FILE", description = "Look at this catalogue only.")
    private @Nullable Path catalogue;

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
        List<String> done = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Path only = catalogue;
        if (only != null) {
            look(
                    () -> done.add(
                            Catalogue.read(PageInputs.file(only)).metrics().size() + " metrics in " + only + "."),
                    faults);
        } else {
            look(() -> lookAtServers(done, faults), faults);
        }
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("well", faults.isEmpty());
            object.put("done", done);
            object.put("faults", faults);
            out.println(Json.line(object));
        } else {
            done.forEach(out::println);
            faults.forEach(fault -> out.println("✗ " + fault));
            out.print(faults.isEmpty() ? "All is well.\n" : "");
        }
        return faults.isEmpty() ? Broadsheet.DONE : Broadsheet.FOUND;
    }

    private void lookAtServers(List<String> done, List<String> faults) throws Exception {
        Settings settings = options.read();
        look(() -> settings.rules().catalogue(), faults);
        if (create) {
            done.addAll(Preparation.create(settings));
        }
        faults.addAll(Preparation.faults(settings));
    }

    private interface Look {
        void run() throws Exception;
    }

    private static void look(Look look, List<String> faults) throws Exception {
        try {
            look.run();
        } catch (SettingsException found) {
            faults.addAll(found.faults());
        } catch (CatalogueException found) {
            faults.addAll(found.faults());
        } catch (Exception found) {
            String sentence = Faults.sentence(found);
            if (sentence == null) {
                throw found;
            }
            faults.add(sentence);
        }
    }
}
