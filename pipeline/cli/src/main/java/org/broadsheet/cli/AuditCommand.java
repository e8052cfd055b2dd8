package org.broadsheet.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.postgres.Audit;
import org.broadsheet.postgres.Checksums;
import org.broadsheet.postgres.Checksums.TableChecksum;
import org.broadsheet.postgres.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit}: recomputes the books by plain SQL. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Recomputes every fact from the mentions and every figure from the facts by plain SQL, checks the sums (offsets"
                    + " passed = read + rejected, paragraphs = kept + repeated), and prints a checksum of each table.",
            "The exit code is 1 where a difference was found."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet audit",
            "  ./broadsheet audit --generation 2 --json             for a script: clean, tables, differences, checksums"
        })
final class AuditCommand implements Callable<Integer> {
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
        Settings settings = options.read();
        try (Connection connection = Endpoints.database(settings).connect()) {
            Audit.Report report = Audit.run(connection);
            List<TableChecksum> checksums = Checksums.of(connection);
            if (json) {
                out.println(Json.line(object(report, checksums)));
            } else {
                tell(report, checksums, out);
            }
            return report.clean() ? Broadsheet.DONE : Broadsheet.FOUND;
        }
    }

    private static void tell(Audit.Report report, List<TableChecksum> checksums, PrintWriter out) {
        TextTable table = new TextTable("table", "rows", "differences");
        report.rows()
                .forEach((name, rows) -> table.add(
                        name, Long.toString(rows), Long.toString(report.found().getOrDefault(name, 0L))));
        out.print(table);
        report.differences().forEach(difference -> out.println("✗ " + difference));
        out.println();
        checksums.forEach(out::println);
        out.println(report.clean() ? "No difference." : "The books do not agree.");
    }

    private static Map<String, Object> object(Audit.Report report, List<TableChecksum> checksums) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("clean", report.clean());
        object.put(
                "tables",
                report.rows().entrySet().stream()
                        .map(rows -> table(
                                rows.getKey(), rows.getValue(), report.found().getOrDefault(rows.getKey(), 0L)))
                        .toList());
        object.put(
                "differences",
                report.differences().stream().map(AuditCommand::difference).toList());
        Map<String, Object> digits = new LinkedHashMap<>();
        checksums.forEach(checksum -> digits.put(checksum.table(), checksum.digits()));
        object.put("checksums", digits);
        return object;
    }

    private static Map<String, Object> table(String name, long rows, long differences) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("table", name);
        table.put("rows", rows);
        table.put("differences", differences);
        return table;
    }

    private static Map<String, Object> difference(Difference difference) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("table", difference.table());
        line.put("key", difference.key());
        line.put("kind", difference.kind().name().toLowerCase(Locale.ROOT));
        line.put("detail", difference.detail());
        return line;
    }
}
