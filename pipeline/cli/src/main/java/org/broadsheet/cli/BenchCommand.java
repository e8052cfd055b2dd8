package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.broadsheet.generator.Archive;
import org.broadsheet.generator.ArchiveFolder;
import org.broadsheet.text.place.Gazetteer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench}: what a measurement needs. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measurements, and what they need.",
        subcommands = {BenchCommand.Generate.class, CompareCommand.class, LatencyCommand.class, BenchRunCommand.class})
final class BenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "It takes a command: generate, compare, latency or run.");
    }

    /** {@code bench generate}: an archive from a seed. */
    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            description =
                    "Writes an archive of generated pages that feed takes, and the tables that must come out of it: FOLDER/pages,"
                            + " FOLDER/sources.yaml, FOLDER/known. The same seed gives the same bytes.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  ./broadsheet bench generate made --pages 1000 --seed 7",
                "  ./broadsheet bench generate much --pages 1000000 --jsonl.gz --no-known",
                "  ./broadsheet run --set rules.sources=made/sources.yaml",
                "  ./broadsheet feed made/pages",
                "  ./broadsheet bench compare made"
            })
    static final class Generate implements Callable<Integer> {
        @Parameters(paramLabel = "FOLDER", description = "Where to write; must be empty or not there yet.")
        @SuppressWarnings("NullAway.Init")
        private Path folder;

        @Option(names = "--pages", paramLabel = "N", description = "How many records (default: ${DEFAULT-VALUE}).")
        private long pages = 1000;

        @Option(names = "--seed", paramLabel = "N", description = "What all follows from (default: ${DEFAULT-VALUE}).")
        private long seed = 1;

        @Option(
                names = "--jsonl.gz",
                description =
                        "One file FOLDER/pages.jsonl.gz, a page a line, instead of page files; without records that"
                                + " are no pages.")
        private boolean lines;

        @Option(names = "--no-known", description = "Leave the known tables out: they take memory for all pages.")
        private boolean withoutKnown;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            if (pages < 1) {
                throw new ParameterException(spec.commandLine(), "--pages must be 1 or more.");
            }
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw new PlainFault(folder + " is there already and not empty.");
            }
            Gazetteer gazetteer = Gazetteer.load();
            Archive archive = Archive.of(gazetteer, seed, pages);
            PrintWriter err = spec.commandLine().getErr();
            if (lines) {
                long pages = ArchiveFolder.writeLines(archive, folder);
                err.println(pages + " pages are in " + folder.resolve("pages.jsonl.gz") + ".");
            } else {
                long files = ArchiveFolder.write(archive, folder);
                err.println(files + " page files are in " + folder.resolve("pages") + ".");
            }
            if (!withoutKnown && lines) {
                ArchiveFolder.writeKnownOfLines(archive, gazetteer, folder);
            } else if (!withoutKnown) {
                ArchiveFolder.writeKnown(archive, gazetteer, folder);
            }
            return Broadsheet.DONE;
        }

        private static boolean isEmpty(Path folder) throws java.io.IOException {
            if (!Files.isDirectory(folder)) {
                return false;
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.findAny().isEmpty();
            }
        }
    }
}
