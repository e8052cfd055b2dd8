package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.job.Endpoints;
import org.broadsheet.postgres.TableLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench compare}: the tables against those that the generator knows. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the tables, row by row, with those that bench generate has written to FOLDER/known, after its pages were fed"
                    + " or replayed and nothing else was.",
            "Prints what is missing and what is extra; the exit code is 1 where there is any."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./broadsheet bench compare made", "  ./broadsheet bench compare made --json"})
final class CompareCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "What bench generate has written.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Print at most so many rows of each kind and table (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "One JSON object a table.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        TextTable table = new TextTable("table", "known", "there", "missing", "extra");
        List<String> rows = new ArrayList<>();
        boolean equal = true;
        for (Map.Entry<String, List<String>> there :
                TableLines.of(Endpoints.database(options.read())).entrySet()) {
            List<String> known = known(there.getKey());
            List<String> missing = without(known, there.getValue());
            List<String> extra = without(there.getValue(), known);
            equal &= missing.isEmpty() && extra.isEmpty();
            if (json) {
                out.println(Json.line(object(there.getKey(), known, there.getValue(), missing, extra)));
                continue;
            }
            table.add(
                    there.getKey(),
                    Integer.toString(known.size()),
                    Integer.toString(there.getValue().size()),
                    Integer.toString(missing.size()),
                    Integer.toString(extra.size()));
            missing.stream().limit(limit).forEach(row -> rows.add("✗ " + there.getKey() + " missing: " + row));
            extra.stream().limit(limit).forEach(row -> rows.add("✗ " + there.getKey() + " extra: " + row));
        }
        if (!json) {
            rows.forEach(out::println);
            out.print(table);
        }
        return equal ? Broadsheet.DONE : Broadsheet.FOUND;
    }

    private List<String> known(String table) throws IOException {
        return Files.readAllLines(folder.resolve("known").resolve(table + ".txt"), StandardCharsets.UTF_8);
    }

    /** What the first has more of; a line may be there more than once. */
    private static List<String> without(List<String> lines, List<String> others) {
        Map<String, Integer> left = new LinkedHashMap<>();
        others.forEach(line -> left.merge(line, 1, Integer::sum));
        return lines.stream()
                .filter(line -> left.merge(line, -1, Integer::sum) < 0)
                .toList();
    }

    private Map<String, Object> object(
            String table, List<String> known, List<String> there, List<String> missing, List<String> extra) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("table", table);
        object.put("known", known.size());
        object.put("there", there.size());
        object.put("missing", missing.size());
        object.put("extra", extra.size());
        object.put("missing_rows", missing.stream().limit(limit).toList());
        object.put("extra_rows", extra.stream().limit(limit).toList());
        return object;
    }
}
