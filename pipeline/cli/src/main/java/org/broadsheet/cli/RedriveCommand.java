package org.broadsheet.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.Redrive;
import org.broadsheet.kafka.Redrive.Count;
import org.broadsheet.kafka.Topics;
import org.broadsheet.text.page.Reason;
import org.broadsheet.text.page.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code redrive}: dead letters back into the topic {@code articles}. */
@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        description = {
            "Sends dead letters to the topic articles once more, with the key, the value and the headers that they came with,"
                    + " after somebody has mended what they were rejected for. Each is sent once, however often this is"
                    + " called; one that is rejected again is a new dead letter.",
            "Prints them by stage and reason. Those of closed years stay."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet redrive --dry-run                       counts them and sends none",
            "  ./broadsheet redrive --reason no-day",
            "  ./broadsheet redrive --reason not-text --limit 10    tries ten of them first"
        })
final class RedriveCommand implements Callable<Integer> {
    @Option(names = "--reason", paramLabel = "R", defaultValue = "", description = "Only those: no-day, not-text, ….")
    private String reason = "";

    @Option(names = "--stage", paramLabel = "S", defaultValue = "", description = "Only those: read, extract, ….")
    private String stage = "";

    @Option(names = "--dry-run", description = "Count them and send none.")
    private boolean dryRun;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many, the oldest first.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        check("reason", reason, Stream.of(Reason.values()).map(Reason::label).toList());
        check("stage", stage, Stream.of(Stage.values()).map(Stage::label).toList());
        if (reason.equals(Reason.CLOSED.label())) {
            throw new PlainFault(
                    "Pages of closed years are not sent again: they would be refused again. They stay among the dead"
                            + " letters and in the topic that they came by, and a new generation reads them.");
        }
        if (limit < 1) {
            throw new PlainFault("--limit must be 1 or more.");
        }
        Settings settings = options.read();
        KafkaConnection kafka = Endpoints.kafka(settings);
        Topics topics = Endpoints.topics(settings);
        Redrive.Wanted wanted = new Redrive.Wanted(reason, stage, limit);
        List<Count> counts = dryRun
                ? Redrive.count(kafka, topics, wanted)
                : Redrive.send(kafka, topics, transactionalId(settings), wanted);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.line(object(counts)) + "\n" : table(counts, topics));
        return Broadsheet.DONE;
    }

    /** Two calls on one topic must not run at once; those of other installations do not matter. */
    private static String transactionalId(Settings settings) {
        return settings.kafka().topicPrefix() + settings.kafka().group() + "-redrive";
    }

    private static void check(String what, String given, List<String> known) {
        if (!given.isEmpty() && !known.contains(given)) {
            throw new PlainFault("There is no " + what + " " + given + "; there are " + String.join(", ", known) + ".");
        }
    }

    private String table(List<Count> counts, Topics topics) {
        if (counts.isEmpty()) {
            return "There are no dead letters.\n";
        }
        TextTable table = new TextTable("stage", "reason", "dead letters", "sent before", dryRun ? "would go" : "sent");
        for (Count count : counts) {
            table.add(
                    count.stage(),
                    count.reason(),
                    Long.toString(count.letters()),
                    Long.toString(count.before()),
                    Long.toString(count.now()));
        }
        long sent = counts.stream().mapToLong(Count::now).sum();
        String verb = dryRun ? " pages would be sent to " : " pages were sent to ";
        return table.toString() + sent + verb + topics.articles().name() + ", " + left(counts) + " are left.\n";
    }

    /** Those that were never sent again. */
    private static long left(List<Count> counts) {
        return counts.stream()
                .mapToLong(count -> count.letters() - count.before() - count.now())
                .sum();
    }

    private Map<String, Object> object(List<Count> counts) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("dry_run", dryRun);
        object.put("sent", counts.stream().mapToLong(Count::now).sum());
        object.put("left", left(counts));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Count count : counts) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("stage", count.stage());
            line.put("reason", count.reason());
            line.put("letters", count.letters());
            line.put("before", count.before());
            line.put("sent", count.now());
            lines.add(line);
        }
        object.put("dead_letters", lines);
        return object;
    }
}
