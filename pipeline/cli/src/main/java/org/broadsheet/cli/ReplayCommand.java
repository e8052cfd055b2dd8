package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: an archive into the running job, or into an empty generation. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Sends an archive to the running job by the topic articles-archive, held back so that live pages keep their pace: at most"
                    + " --most of its pages are on the way, fewer while live pages wait.",
            "With --generation: fills an empty generation straight from the files, in this process and past the topics; run"
                    + " --generation goes on from there. The files are read twice, first to count them.",
            "Broken off, either way goes on where it was when it is called again. At the end all rows are in the tables, and the sums are printed. A file that cannot be read is named and skipped, and"
                    + " the exit code says so (1)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet replay 2012.zip 2013.zip                        beside the live feed",
            "  ./broadsheet replay archive --pattern '{source}/{published}/{page}.txt'",
            "  ./broadsheet replay 2014.zip --json                          for a script: pages, skipped, unreadable, the sums",
            "  ./broadsheet replay archive --generation 2 && ./broadsheet run --generation 2"
        })
final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Page files, folders, .zip, .tar.gz, .jsonl or .jsonl.gz files.")
    private List<Path> paths = List.of();

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description =
                    "What is known of the pages, one JSON object a line: file source published home page url revision.")
    private @Nullable Path manifest;

    @Mixin
    private PageNaming naming = new PageNaming();

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "300",
            description = "Pages of the archive on the way at once (default: ${DEFAULT-VALUE}).")
    private int most;

    @Option(names = "--json", description = "Print what was done as one JSON object.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        if (most < 1) {
            throw new PlainFault("--most must be 1 or more.");
        }
        for (Path path : paths) {
            if (!path.toFile().exists()) {
                throw new PlainFault("There is no file or folder " + path + ".");
            }
        }
        Replay.Files files = new Replay.Files(paths, manifest, naming);
        Replay.Outcome outcome = options.generation().isPresent()
                ? new BoundedReplay(options.read(BoundedReplay.SETTINGS), files, err).run()
                : new ReplayBesideLive(options.read(), files, most, err).run();
        if (json) {
            spec.commandLine().getOut().println(Json.line(outcome.object()));
        } else {
            err.print(outcome.skipped() == 0 ? "" : outcome.skipped() + " pages were there before.\n");
            err.println(outcome);
        }
        return outcome.unreadable() == 0 ? Broadsheet.DONE : Broadsheet.FOUND;
    }
}
