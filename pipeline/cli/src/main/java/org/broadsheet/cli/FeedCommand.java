package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.PageFeeder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code feed}: page files into the topic {@code articles}. */
@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        description =
                "Sends page files to the topic articles. A file that cannot be read is named and skipped, and the exit"
                        + " code says so (1).",
        footerHeading = "%nExamples:%n",
        footer = {"  ./broadsheet feed config/samples/pages", "  ./broadsheet feed 2022-11.zip --manifest pages.jsonl"})
final class FeedCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Page files, folders, .zip, .tar.gz or .jsonl files.")
    private List<Path> paths = List.of();

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description =
                    "What is known of the pages, one JSON object a line: file source published home page url revision.")
    private @Nullable Path manifest;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Settings settings = options.read();
        String topic = Endpoints.topics(settings).articles().name();
        try (PageFeeder feeder = PageFeeder.into(Endpoints.kafka(settings), topic)) {
            Feeding.Fed fed = feed(feeder, PageInputs.of(paths, manifest), err);
            err.println(
                    fed.sent() + " pages are safe in " + topic + ", " + fed.unreadable() + " files could not be read.");
            return fed.unreadable() == 0 ? Broadsheet.DONE : Broadsheet.FOUND;
        }
    }

    /** A bar is for somebody who looks on; in a file it would be litter. */
    private static Feeding.Fed feed(PageFeeder feeder, PageFiles files, PrintWriter err) {
        if (!Ansi.AUTO.enabled()) {
            return Feeding.feed(feeder, files, err, none -> {});
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("pages")
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .build()) {
            return Feeding.feed(feeder, files, err, bar::stepTo);
        }
    }
}
