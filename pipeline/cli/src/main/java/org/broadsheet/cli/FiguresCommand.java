package org.broadsheet.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.postgres.EvidenceRow;
import org.broadsheet.postgres.FigureQuery;
import org.broadsheet.postgres.FigureRow;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.mention.Scope;
import org.broadsheet.text.metric.Metric;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figures}: the figures, and what is behind them. */
@Command(
        name = "figures",
        mixinStandardHelpOptions = true,
        description = "Shows the figures in the database, and with --why the sentences that they come from.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet figures --region 迎泽区",
            "  ./broadsheet figures --region 1407 --metric party_members     晋中市 and what lies in it",
            "  ./broadsheet figures --region 140106 --metric test_sites --why",
            "  ./broadsheet figures --day 2022-11-22 --csv > figures.csv",
            "  ./broadsheet figures --scope new --json --why        one object a figure, with its sentences"
        })
final class FiguresCommand implements Callable<Integer> {
    @Option(
            names = "--region",
            paramLabel = "R",
            defaultValue = "",
            description = "Code, beginning of a code, or name.")
    private String region = "";

    @Option(names = "--metric", paramLabel = "M", defaultValue = "", description = "Id or Chinese label of a metric.")
    private String metric = "";

    @Option(names = "--day", paramLabel = "D", description = "ISO day: 2022-11-22.")
    private @Nullable LocalDate day;

    @Option(names = "--scope", paramLabel = "S", description = "One of ${COMPLETION-CANDIDATES}.")
    private @Nullable Scope scope;

    @Option(
            names = "--why",
            description =
                    "Show the facts, mentions and sentences behind each figure; correct takes the name of a mention.")
    private boolean why;

    @Option(names = "--csv", description = "Comma-separated, with a byte-order mark for spreadsheets.")
    private boolean csv;

    @Option(names = "--json", description = "One JSON object a figure; with --why what is behind it, too.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (csv && json) {
            throw new PlainFault("--csv and --json are two forms: name one of them.");
        }
        if (csv && why) {
            throw new PlainFault("--why is for reading and --csv for a spreadsheet: name one of them.");
        }
        FigureQuery query = new FigureQuery(region, metric, scope == null ? "" : scope.label(), day);
        Settings settings = options.read();
        try (Connection connection = Endpoints.database(settings).connect()) {
            List<FigureRow> figures = query.figures(connection);
            if (figures.isEmpty()) {
                spec.commandLine().getErr().println(nothing(settings.rules()));
            }
            print(out, figures, why ? query.why(connection) : List.of());
            return figures.isEmpty() ? Broadsheet.FOUND : Broadsheet.DONE;
        }
    }

    private void print(PrintWriter out, List<FigureRow> figures, List<EvidenceRow> evidence) {
        if (csv) {
            FigureLines.printCsv(out, figures);
        } else if (json) {
            figures.forEach(figure ->
                    out.println(Json.line(why ? FigureLines.json(figure, evidence) : FigureLines.json(figure))));
        } else if (!figures.isEmpty()) {
            out.print(FigureTable.of(figures));
            evidence.forEach(row -> print(out, row));
        }
    }

    /** Why nothing was found: a word that nobody knows, or a question without an answer. */
    private String nothing(TextRules rules) {
        List<Metric> metrics = rules.catalogue().metrics();
        if (!metric.isEmpty()
                && metrics.stream()
                        .noneMatch(known ->
                                known.id().equals(metric) || known.chinese().equals(metric))) {
            return "There is no metric " + metric + "; there are "
                    + String.join(", ", metrics.stream().map(Metric::id).toList()) + ".";
        }
        if (rules.gazetteer().regions().stream()
                .noneMatch(known -> known.name().startsWith(region)
                        || Integer.toString(known.code()).startsWith(region))) {
            return "There is no region whose name or code begins with " + region + ".";
        }
        return "There is no such figure.";
    }

    private static void print(PrintWriter out, EvidenceRow evidence) {
        out.println();
        out.println(evidence.region() + " " + evidence.metric() + " " + evidence.scope() + " " + evidence.day() + " ← "
                + evidence.factRegionName() + evidence.place() + " "
                + evidence.value().toPlainString() + " "
                + evidence.modifier() + ", " + evidence.reports() + " report(s)");
        out.println("    " + evidence.paper() + " " + evidence.published() + ", "
                + new MentionName(evidence.pageKey(), evidence.number()).shown() + " [" + evidence.start() + ", "
                + evidence.end() + "), " + evidence.fate() + " by rule " + evidence.rule()
                + ", rules " + evidence.rules() + (evidence.url().isEmpty() ? "" : ", " + evidence.url()));
        BigDecimal read = evidence.read();
        if (read != null) {
            out.println("    corrected: " + read.toPlainString() + " was read, "
                    + evidence.value().toPlainString() + " holds: " + evidence.correction());
        }
        out.println("    " + evidence.sentence().replace(evidence.quote(), "【" + evidence.quote() + "】"));
    }
}
