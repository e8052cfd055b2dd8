package org.broadsheet.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.job.Endpoints;
import org.broadsheet.postgres.FigureDifference;
import org.broadsheet.postgres.FigureDifference.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: the figures that differ between two generations. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the figures that differ between two generations, by region, metric, scope and day, and how many came, went and"
                    + " changed.",
            "The exit code is 1 where any differs."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./broadsheet diff 1 2", "  ./broadsheet diff 1 2 --json > changed.jsonl"})
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "G1", description = "The generation before.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "G2", description = "The generation after.")
    private String after = "";

    @Option(
            names = "--json",
            description =
                    "One JSON object a line, all of them: before or after is missing where only one generation has the figure.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            description = "List at most so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        TextTable table = new TextTable("region", "code", "metric", "scope", "day", before, after);
        Count count = new Count();
        Endpoints.generations(options.read()).differences(before, after, difference -> {
            count.add(difference);
            if (json) {
                out.println(json(difference));
            } else if (count.all() <= limit) {
                table.add(
                        difference.regionName(),
                        Integer.toString(difference.region()),
                        difference.metric(),
                        difference.scope(),
                        difference.day().toString(),
                        text(difference.before()),
                        text(difference.after()));
            }
        });
        if (!json) {
            if (count.all() > 0) {
                out.print(table);
                out.println(count.all() > limit ? "… and " + (count.all() - limit) + " more; --json lists all." : "");
            }
            out.println(count.came + " came, " + count.went + " went, " + count.changed + " changed.");
        }
        return count.all() == 0 ? Broadsheet.DONE : Broadsheet.FOUND;
    }

    /** Kinds of differences. */
    private static final class Count {
        private long came;
        private long went;
        private long changed;

        void add(FigureDifference difference) {
            if (difference.before() == null) {
                came++;
            } else if (difference.after() == null) {
                went++;
            } else {
                changed++;
            }
        }

        long all() {
            return came + went + changed;
        }
    }

    private static String text(@Nullable Reading reading) {
        return reading == null
                ? "–"
                : reading.value().toPlainString() + " " + reading.modifier() + " " + reading.basis() + " "
                        + reading.reports();
    }

    private static String json(FigureDifference difference) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("region", Integer.toString(difference.region()));
        line.put("name", difference.regionName());
        line.put("metric", difference.metric());
        line.put("scope", difference.scope());
        line.put("day", difference.day().toString());
        put(line, "before", difference.before());
        put(line, "after", difference.after());
        return Json.line(line);
    }

    private static void put(Map<String, Object> line, String name, @Nullable Reading reading) {
        if (reading != null) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("value", reading.value());
            object.put("modifier", reading.modifier());
            object.put("basis", reading.basis());
            object.put("parts", reading.parts());
            object.put("reports", reading.reports());
            line.put(name, object);
        }
    }
}
