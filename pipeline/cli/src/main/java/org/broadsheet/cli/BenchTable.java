package org.broadsheet.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.cli.bench.Measured;
import org.broadsheet.cli.bench.Part;
import org.broadsheet.cli.bench.PipelineTrial;

/** What {@code bench run} prints: {@code heap  1×  2  4500 pages  612/s  11.1 MB/s  3.1 % of null …}. */
final class BenchTable {
    private static final double KIB = 1024;
    private static final double MEGABYTE = 1e6;

    private final List<BenchRun.Rounds> all = new ArrayList<>();

    void addAll(List<BenchRun.Rounds> rounds) {
        all.addAll(rounds);
    }

    /** One JSON object a part, for scripts. */
    String lines() {
        return all.stream().map(rounds -> Json.line(object(rounds)) + "\n").collect(Collectors.joining());
    }

    @Override
    public String toString() {
        TextTable table = new TextTable(
                "part",
                "times",
                "tasks",
                "pages",
                "pages/s",
                "MB/s",
                "of null",
                "CPU µs/page",
                "KiB/page",
                "heap MB",
                "state MB",
                "facts",
                "figures",
                "audit");
        for (BenchRun.Rounds rounds : all) {
            Measured median = rounds.median();
            table.add(
                    rounds.part().label(),
                    rounds.times() + "×",
                    Integer.toString(rounds.parallelism()),
                    Long.toString(median.pages()),
                    number("%.0f", median.pagesPerSecond()),
                    number("%.1f", median.megabytesPerSecond()),
                    ofNull(rounds).map(share -> number("%.1f %%", 100 * share)).orElse(""),
                    number("%.0f", median.processorMicroseconds()),
                    number("%.0f", median.allocated() / KIB / median.pages()),
                    number("%.0f", median.heap() / MEGABYTE),
                    number("%.1f", median.state() / MEGABYTE),
                    String.valueOf(median.sums().getOrDefault("facts", 0L)),
                    String.valueOf(median.sums().getOrDefault("figures", 0L)),
                    audit(median));
        }
        return table.toString();
    }

    /** What the audit found: clean, or how many differences; empty where no tables were written. */
    private static String audit(Measured measured) {
        Long differences = measured.sums().get(PipelineTrial.DIFFERENCES);
        return differences == null ? "" : differences == 0 ? "clean" : "✗ " + differences;
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    /** Bytes a second, of those of the engine doing nothing with as many pages and tasks. */
    private Optional<Double> ofNull(BenchRun.Rounds rounds) {
        return all.stream()
                .filter(other -> other.part() == Part.NULL
                        && other.times() == rounds.times()
                        && other.parallelism() == rounds.parallelism())
                .map(nothing ->
                        rounds.median().megabytesPerSecond() / nothing.median().megabytesPerSecond())
                .findFirst();
    }

    private Map<String, Object> object(BenchRun.Rounds rounds) {
        Measured median = rounds.median();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("part", rounds.part().label());
        line.put("times", rounds.times());
        line.put("parallelism", rounds.parallelism());
        line.put("pages", median.pages());
        line.put("bytes", median.bytes());
        line.put("seconds", median.seconds());
        line.put("pages_per_second", Math.round(median.pagesPerSecond()));
        line.put("megabytes_per_second", Math.round(median.megabytesPerSecond() * 10) / 10.0);
        ofNull(rounds).ifPresent(share -> line.put("of_null", Math.round(share * 1000) / 1000.0));
        line.put("processor_seconds", median.processorSeconds());
        line.put("processor_us_per_page", Math.round(median.processorMicroseconds()));
        line.put("allocated_bytes_per_page", median.allocated() / median.pages());
        line.put("heap_bytes", median.heap());
        line.put("state_bytes", median.state());
        line.put(
                "rounds_pages_per_second",
                rounds.rounds().stream()
                        .map(round -> Math.round(round.pagesPerSecond()))
                        .toList());
        line.put("sums", median.sums());
        return line;
    }
}
