package org.broadsheet.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.util.concurrent.Callable;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.postgres.Audit;
import org.broadsheet.postgres.Checksums;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
        footer = {"  ./broadsheet audit"})
final class AuditCommand implements Callable<Integer> {
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
            TextTable table = new TextTable("table", "rows", "differences");
            report.rows()
                    .forEach((name, rows) -> table.add(
                            name,
                            Long.toString(rows),
                            Long.toString(report.found().getOrDefault(name, 0L))));
            out.print(table);
            report.differences().forEach(difference -> out.println("✗ " + difference));
            out.println();
            Checksums.of(connection).forEach(out::println);
            out.println(report.clean() ? "No difference." : "The books do not agree.");
            return report.clean() ? Broadsheet.DONE : Broadsheet.FOUND;
        }
    }
}
