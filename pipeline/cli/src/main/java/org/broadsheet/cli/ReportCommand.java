package org.broadsheet.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.broadsheet.cli.report.ReportData;
import org.broadsheet.cli.report.ReportFile;
import org.broadsheet.cli.report.ReportLimits;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report}: the figures as a page of charts in one file. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes one HTML file that needs no network: map, ranking, course and table of the figures, and behind each its"
                    + " sentence in its article.",
            "It holds the newest days (at most 30,000 figures), before them a figure a month of each region above the"
                    + " counties, and the sentences of the newest figures; it says what it leaves out, and stays below 8 MB."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet report                        writes report.html",
            "  ./broadsheet report --out 报告.html",
            "  ./broadsheet report --generation 2 --out before-promotion.html"
        })
final class ReportCommand implements Callable<Integer> {
    private static final double BYTES_PER_MEGABYTE = 1e6;

    @Option(names = "--out", paramLabel = "F", defaultValue = "report.html", description = "The file to write.")
    private Path out = Path.of("report.html");

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Settings settings = options.read();
        ReportData data = ReportData.read(Endpoints.reading(settings, options.generation()), ReportLimits.OF_A_FILE);
        long bytes = ReportFile.write(data, Clock.systemUTC(), out);
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "Wrote %s (%.1f MB): %d of %d figures, %d of them with their sentences, and %d of the months before.%n",
                        out,
                        bytes / BYTES_PER_MEGABYTE,
                        data.figures().size(),
                        data.totals().figures(),
                        data.evidence().figures(),
                        data.months().size());
        return Broadsheet.DONE;
    }
}
