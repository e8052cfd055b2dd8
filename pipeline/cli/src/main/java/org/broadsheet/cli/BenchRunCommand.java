package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.cli.bench.Part;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench run}: pages a second of the job and of parts of it, beside the same engine doing nothing. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Measures pages a second, processor, allocation, heap and state of parts of the job on this machine, from a topic that is full"
                    + " already, on servers of its own: the broker and the database run in processes of their own, the job in this"
                    + " one.",
            "Parts: null (Kafka → count: the engine doing nothing), text (and the text stage), heap and rocksdb (the whole job to outlets"
                    + " that count), kafka (figures to Kafka), postgres (as it runs, with an audit at the end).",
            "The parts take turns, --rounds times after --warm-up rounds that are not counted; the first tenth of each run is not measured. The median"
                    + " round is shown.",
            "The pages are the sample pages with other numbers, places, papers and days each time, one in four printed again by another paper;"
                    + " none twice. With --texts, texts of a file, some to a page."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet bench run",
            "  ./broadsheet bench run --pages 20000 --rounds 5 --parts null,text,heap --parallelism 1,2 --json",
            "  ./broadsheet bench run --texts texts.jsonl.gz --parts null,heap,rocksdb --growth 1,4",
            "  ./broadsheet bench run --parts postgres --minutes 10 --rate 300"
        })
final class BenchRunCommand implements Callable<Integer> {
    private static final int MOST_TURNS = 20;

    @Option(
            names = "--pages",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Pages (default: ${DEFAULT-VALUE}).")
    private long pages;

    @Option(
            names = "--texts",
            paramLabel = "FILE",
            description = "Texts instead of the sample pages: .txt (one a line), .jsonl or .jsonl.gz (text, title).")
    private @Nullable Path texts;

    @Option(
            names = "--page-bytes",
            paramLabel = "N",
            defaultValue = "18000",
            description = "How long a page of --texts is (default: ${DEFAULT-VALUE}).")
    private int pageBytes;

    @Option(
            names = "--parts",
            split = ",",
            paramLabel = "PART",
            description = "Which of null,text,heap,rocksdb,kafka,postgres (default: all).")
    private List<String> parts = Arrays.stream(Part.values()).map(Part::label).toList();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each is measured (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "1",
            description = "Rounds before that are not counted (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--parallelism",
            split = ",",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many tasks of each step; several are measured in turn (default: ${DEFAULT-VALUE}).")
    private List<Integer> parallelism = List.of();

    @Option(
            names = "--growth",
            split = ",",
            paramLabel = "N",
            defaultValue = "1",
            description = "Times as many pages; several are measured one after the other (default: ${DEFAULT-VALUE}).")
    private List<Integer> growth = List.of();

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "0",
            description = "The part postgres: pages come at --rate, so long (default: all are there before).")
    private double minutes;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "300",
            description = "Pages a second with --minutes (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "What the pages follow from.")
    private long seed;

    @Option(
            names = "--managed-memory",
            paramLabel = "SIZE",
            defaultValue = "512m",
            description = "What RocksDB has of memory (default: ${DEFAULT-VALUE}).")
    private String managedMemory = "";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides one setting of the job, e.g. --set job.checkpoint-interval=1s (default here: 5s).")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--json", description = "One JSON object a line of the table.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (pages < 1
                || pageBytes < 1
                || rounds < 1
                || warmUp < 0
                || !(rate > 0)
                || minutes < 0
                || !positive(parallelism)
                || !positive(growth)) {
            throw new PlainFault(
                    "--pages, --page-bytes, --rounds, --parallelism, --growth and --rate must be above 0.");
        }
        List<Part> wanted = parts.stream().map(this::part).toList();
        if (minutes > 0 && !wanted.equals(List.of(Part.POSTGRES))) {
            throw new PlainFault("--minutes is for --parts postgres alone.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Path folder = DemoFolder.temporary("broadsheet-bench-");
        BenchRun.Plan plan = new BenchRun.Plan(
                wanted, warmUp, rounds, pages, texts, pageBytes, seed, minutes, rate, managedMemory, overrides);
        BenchTable table = new BenchTable();
        try (BenchRun run = BenchRun.start(folder, plan, spec.commandLine().getErr())) {
            measure(run, table);
        } finally {
            delete(folder);
        }
        out.print(json ? table.lines() : table.toString());
        return Broadsheet.DONE;
    }

    private void measure(BenchRun run, BenchTable table) throws Exception {
        if (minutes > 0) {
            for (int tasks : parallelism) {
                table.addAll(List.of(run.live(tasks)));
            }
            return;
        }
        for (int times : growth) {
            run.fill(times);
            for (int tasks : parallelism) {
                table.addAll(run.measure(times, tasks));
            }
        }
    }

    /** The engine may still be clearing its last checkpoints away. */
    private static void delete(Path folder) throws IOException {
        for (int turn = 1; ; turn++) {
            try {
                DemoFolder.delete(folder);
                return;
            } catch (IOException | UncheckedIOException goneMeanwhile) {
                if (turn == MOST_TURNS) {
                    throw goneMeanwhile;
                }
            }
        }
    }

    private static boolean positive(List<Integer> numbers) {
        return numbers.stream().allMatch(number -> number > 0);
    }

    private Part part(String label) {
        return Arrays.stream(Part.values())
                .filter(part -> part.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new PlainFault(
                        "There is no part \"" + label + "\": null, text, heap, rocksdb, kafka or postgres."));
    }
}
