package org.broadsheet.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.postgres.Closing;
import org.broadsheet.postgres.DatabaseException;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.page.ClosedYears;
import org.broadsheet.text.page.Correction;
import org.broadsheet.text.page.PageReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code correct}: a mention is none, or has another value. */
@Command(
        name = "correct",
        mixinStandardHelpOptions = true,
        description = {
            "Drops a mention, or gives it another value: sends its page again with the correction, so that it holds in"
                    + " every rebuild, too. A later revision of the page is read anew without it.",
            "figures --why prints the name of each mention."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet correct 太原晚报/2022-11-22/003 --quote 795个检测采样点 --value 705 --why '误识: 705 印作 795' --dry-run",
            "  ./broadsheet correct 太原晚报/2022-11-22/003#5 --drop --why 是去年的",
            "  ./broadsheet correct 太原晚报/2022-11-22/003#5 --undo",
            "  ./broadsheet correct --list"
        })
final class CorrectCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "MENTION",
            arity = "0..1",
            description = "PAGE#NUMBER as figures --why prints it; or PAGE alone, with --quote.")
    private @Nullable String mention;

    @Option(names = "--drop", description = "It is none.")
    private boolean drop;

    @Option(names = "--value", paramLabel = "V", description = "Its value in the metric's base unit: 705, 62.5.")
    private @Nullable String value;

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, shown with the evidence.")
    private @Nullable String why;

    @Option(names = "--undo", description = "Take the correction of the mention back.")
    private boolean undo;

    @Option(names = "--list", description = "Show the corrections of the page, or of all pages.")
    private boolean list;

    @Option(names = "--quote", paramLabel = "TEXT", description = "The words of the mention.")
    private @Nullable String quote;

    @Option(names = "--metric", paramLabel = "M", description = "Only the mention of this metric in these words.")
    private String metric = "";

    @Option(names = "--start", paramLabel = "N", description = "Where the quote begins, where it is there twice.")
    private int start = Correction.ANYWHERE;

    @Option(names = "--page", paramLabel = "FILE", description = "The page is in this file and was never sent.")
    private @Nullable Path file;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "What is known of the page file, as feed takes it.")
    private @Nullable Path manifest;

    @Option(names = "--dry-run", description = "Say what would change, and send nothing.")
    private boolean dryRun;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        checkAction();
        Settings settings = options.read();
        if (list) {
            return CorrectionList.print(Endpoints.database(settings), mention == null ? "" : key(), out);
        }
        Proposal.Saying saying = saying();
        TextStage text = TextStage.open(settings.rules(), TextStage.Evidence.SENTENCES);
        PageFinder finder =
                new PageFinder(settings, text, key(), spec.commandLine().getErr());
        FoundPage found = file == null ? finder.onKafka() : finder.inFile(file, manifest);
        requireOpen(settings, found);
        MentionName named = MentionName.read(mention == null ? "" : mention);
        Proposal proposal = quote == null
                ? Proposal.byNumber(found, named.number(), saying)
                : Proposal.byQuote(found, new Correction(quote, start, metric, null, ""), saying);
        out.print(proposal.description());
        if (!proposal.changesAnything()) {
            out.println("It is so already; nothing was sent.");
        } else if (dryRun) {
            out.println("Nothing was sent (--dry-run).");
        } else {
            send(settings, proposal.after(), finder, out);
        }
        return Broadsheet.DONE;
    }

    /** Where the database cannot be asked, the job says so itself, by a dead letter. */
    private static void requireOpen(Settings settings, FoundPage found) {
        ClosedYears closed = ClosedYears.NONE;
        try {
            closed = Closing.closed(Endpoints.database(settings));
        } catch (SQLException | DatabaseException unknown) {
            // told by the job
        }
        if (closed.holds(PageReader.earliestDay(found.key(), found.page().published()))) {
            throw new PlainFault("The page " + found.key() + " is of a closed year, and stays as it is.");
        }
    }

    private void checkAction() {
        long actions = java.util.stream.Stream.of(drop, value != null, undo, list)
                .filter(asked -> asked)
                .count();
        if (actions != 1) {
            throw new PlainFault("Say one of --drop, --value V, --undo and --list.");
        }
        if (list) {
            return;
        }
        if (mention == null) {
            throw new PlainFault("No mention was named; figures --why prints their names.");
        }
        if (!undo && (why == null || why.isBlank())) {
            throw new PlainFault("A correction needs a reason: --why TEXT.");
        }
        boolean numbered = MentionName.read(mention).number() != MentionName.NO_NUMBER;
        if (quote == null && !numbered) {
            throw new PlainFault(
                    "Which mention of " + mention + "? Name its number, " + mention + "#0, or its words with --quote.");
        }
        if (file == null && manifest != null) {
            throw new PlainFault("--manifest is about the file of --page.");
        }
    }

    /** With a quote, what is named is the page. */
    private String key() {
        String named = mention == null ? "" : mention;
        return quote != null ? named : MentionName.read(named).pageKey();
    }

    private Proposal.Saying saying() {
        return new Proposal.Saying(undo, number(), why == null ? "" : why.strip());
    }

    private @Nullable BigDecimal number() {
        if (value == null) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(value.strip());
            if (Correction.canBeValue(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told below, like a number that no value can be
        }
        throw new PlainFault("'" + value + "' is no number such as 705 or 62.5.");
    }

    private static void send(Settings settings, FoundPage page, PageFinder finder, PrintWriter out) {
        String topic = Endpoints.topics(settings).articles().name();
        try (PageFeeder feeder = PageFeeder.into(Endpoints.kafka(settings), topic)) {
            PageFeeder.Sent sent = feeder.send(
                            page.raw().key(), page.raw().value(), page.raw().headers())
                    .join();
            out.println("Sent to " + topic + ", partition " + sent.partition() + ", offset " + sent.offset()
                    + "; the figures follow with the next checkpoint.");
            if (finder.wasSentMeanwhile(topic, sent)) {
                out.println(
                        "Somebody else sent the page meanwhile: look with --list whether this holds, and say it again"
                                + " where it does not.");
            }
        } catch (CompletionException fault) {
            Throwable cause = fault.getCause() == null ? fault : fault.getCause();
            throw new PlainFault(String.valueOf(cause.getMessage()), fault);
        }
    }
}
