package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench latency}: how long a live page takes from Kafka to its rows. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how long live pages take from Kafka (acknowledged) to their rows in PostgreSQL (seen by a reader), on servers"
                    + " of its own in this process: alone, and then beside a replay that is held back as replay does.",
            "The pages are generated, sent evenly; the first --warm-up seconds of each part are not counted."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet bench latency",
            "  ./broadsheet bench latency --seconds 120 --rate 20 --set job.state-backend=rocksdb --json"
        })
final class LatencyCommand implements Callable<Integer> {
    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long each part is measured (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "60",
            description = "Seconds before (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "10",
            description = "Live pages a second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "300",
            description = "Pages of the archive on the way at once, as in replay (default: ${DEFAULT-VALUE}).")
    private int most;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides one setting of the job, e.g. --set job.checkpoint-interval=500ms.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--json", description = "One JSON object a part.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (seconds < 1 || warmUp < 0 || !(rate > 0) || most < 1) {
            throw new PlainFault("--seconds, --rate and --most must be above 0, and --warm-up not below it.");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path folder = DemoFolder.temporary("broadsheet-latency-");
        try (LatencyTrial trial = LatencyTrial.start(folder, overrides, err)) {
            TextTable table =
                    new TextTable("", "live pages", "p50", "p95", "p99", "longest", "of the archive a second");
            for (String part : List.of("alone", "beside a replay")) {
                @Nullable Integer replayed = part.equals("alone") ? null : most;
                err.println(part + ": " + warmUp + " s to warm up, " + seconds + " s measured …");
                add(part, trial.measure(rate, warmUp, seconds, replayed), table, out);
            }
            out.print(json ? "" : table);
        } finally {
            DemoFolder.delete(folder);
        }
        return Broadsheet.DONE;
    }

    private void add(String part, LatencyTrial.Result result, TextTable table, PrintWriter out) {
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("part", part);
            line.put("pages", result.milliseconds().size());
            line.put("p50_ms", result.percentile(50));
            line.put("p95_ms", result.percentile(95));
            line.put("p99_ms", result.percentile(99));
            line.put("longest_ms", result.percentile(100));
            line.put("archive_pages_per_second", Math.round(result.archivePerSecond()));
            out.println(Json.line(line));
        } else {
            table.add(
                    part,
                    Integer.toString(result.milliseconds().size()),
                    result.percentile(50) + " ms",
                    result.percentile(95) + " ms",
                    result.percentile(99) + " ms",
                    result.percentile(100) + " ms",
                    Long.toString(Math.round(result.archivePerSecond())));
        }
    }
}
