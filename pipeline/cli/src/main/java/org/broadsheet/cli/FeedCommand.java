package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.broadsheet.archive.ManifestException;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.FedTopic;
import org.broadsheet.kafka.KafkaAccessException;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.PageFeeder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code feed}: page files into the topic {@code articles}. */
@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        description = {
            "Sends page files to the topic articles. A file that cannot be read is named and skipped, and the exit"
                    + " code says so (1).",
            "It may be ended at any moment, and goes on where it was when it is called again: a journal holds what the"
                    + " broker has acknowledged. A page that has changed is sent again. A broker that is away is waited for."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet feed config/samples/pages",
            "  ./broadsheet feed 2022-11.zip --manifest pages.jsonl",
            "  ./broadsheet feed archive --pattern '{source}/{published}/{page}.txt' --rate 200",
            "  ./broadsheet feed page.txt --source 太原晚报 --published 2022-11-22 --home 140100",
            "  ./broadsheet feed inbox --watch                      goes on with what is put into the folder, until Ctrl-C"
        })
final class FeedCommand implements Callable<Integer> {
    private static final long LOOK_MILLISECONDS = 1000;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Page files, folders, .zip, .tar.gz, .jsonl or .jsonl.gz files.")
    private List<Path> paths = List.of();

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description =
                    "What is known of the pages, one JSON object a line: file source published home page url revision."
                            + " Default: the pages.jsonl, items.jsonl or manifest.jsonl beside a page.")
    private @Nullable Path manifest;

    @Mixin
    private PageNaming naming = new PageNaming();

    @Option(
            names = "--watch",
            description =
                    "Go on with files that come or change, until Ctrl-C. A file is sent when nobody has written to it"
                            + " for a while; names that end in .part or .tmp or begin with a dot are not finished.")
    private boolean watch;

    @Option(
            names = "--still",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "How long a watched file must not have changed (default: ${DEFAULT-VALUE}).")
    private int still;

    @Option(names = "--rate", paramLabel = "N", description = "At most so many pages a second.")
    private double rate;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "What was sent (default: named by the paths, in the folder feed beside job.state-folder).")
    private @Nullable Path journal;

    @Option(names = "--json", description = "Print what was done as one JSON object.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (rate < 0 || still < 1) {
            throw new PlainFault("--rate must be above 0, and --still 1 or more.");
        }
        Settings settings = options.read();
        KafkaConnection kafka = Endpoints.kafka(settings);
        try (StopRequest stop = StopRequest.heard()) {
            FedTopic topic = look(kafka, Endpoints.topics(settings).articles().name(), stop);
            Path file = journal == null ? FeedJournalFile.of(settings.job().stateFolder(), "feed", paths) : journal;
            try (FeedJournal sentBefore = FeedJournal.open(file, topic);
                    PageFeeder feeder = PageFeeder.patient(kafka, topic.name())) {
                sentBefore.catchUp(kafka, err());
                return feed(feeder, sentBefore, topic, kafka, stop);
            }
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** A broker that is away is waited for; one that refuses is not. */
    private FedTopic look(KafkaConnection kafka, String topic, StopRequest stop) throws InterruptedException {
        while (true) {
            try {
                return FedTopic.look(kafka, topic);
            } catch (KafkaAccessException away) {
                if (!away.isForNow() || stop.isAsked()) {
                    throw away;
                }
                err().println(away.getMessage() + " Waiting for it.");
                stop.pause(LOOK_MILLISECONDS);
            }
        }
    }

    private int feed(PageFeeder feeder, FeedJournal sentBefore, FedTopic topic, KafkaConnection kafka, StopRequest stop)
            throws IOException, InterruptedException {
        PageFiles files = PageInputs.of(paths, manifest);
        OptionalLong total = watch ? OptionalLong.empty() : files.count();
        try (FeedProgress progress = FeedProgress.shown(total, kafka.bootstrapServers(), err())) {
            FeedPace pace = rate == 0 ? FeedPace.none() : FeedPace.of(rate);
            Feeding feeding = new Feeding(feeder, err(), naming, sentBefore, pace, progress);
            if (watch) {
                watch(feeding, files, stop);
            } else {
                feeding.feed(files, stop::isAsked);
            }
            progress.close();
            tell(feeding.fed(), topic.name());
            return feeding.fed().unreadable() == 0 ? Broadsheet.DONE : Broadsheet.FOUND;
        }
    }

    private void watch(Feeding feeding, PageFiles files, StopRequest stop) throws IOException, InterruptedException {
        GrowingFolders folders = new GrowingFolders(paths, still + 1);
        err().println("Watching "
                + String.join(", ", paths.stream().map(Path::toString).toList()) + "; Ctrl-C ends it.");
        while (!stop.isAsked()) {
            Set<Path> ready = folders.look();
            if (!ready.isEmpty()) {
                Feeding.Fed before = feeding.fed();
                try {
                    feeding.feed(files.only(ready::contains), stop::isAsked);
                } catch (ManifestException unfinished) {
                    err().println(unfinished.getMessage() + "\nIts files wait until it is mended.");
                    folders.again(ready);
                }
                Feeding.Fed now = feeding.fed();
                err().println("Fed " + (now.sent() - before.sent()) + " pages from " + ready.size() + " files.");
            }
            stop.pause(LOOK_MILLISECONDS);
        }
    }

    private void tell(Feeding.Fed fed, String topic) {
        if (json) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("topic", topic);
            summary.put("sent", fed.sent());
            summary.put("skipped", fed.skipped());
            summary.put("unreadable", fed.unreadable());
            spec.commandLine().getOut().println(Json.line(summary));
            return;
        }
        String before = fed.skipped() == 0 ? "" : fed.skipped() + " were there before, ";
        err().println(fed.sent() + " pages are safe in " + topic + ", " + before + fed.unreadable()
                + " files could not be read.");
    }
}
