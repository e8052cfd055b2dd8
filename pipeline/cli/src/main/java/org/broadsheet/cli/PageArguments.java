package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.broadsheet.archive.PageFile;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which page files a command works on. */
final class PageArguments {
    @Parameters(
            paramLabel = "PAGE",
            arity = "0..*",
            description = "Page files, folders, .zip, .tar.gz or .jsonl files.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = {
                "What is known of the pages, one JSON object a line: file source published home page url revision"
                        + " (all but file optional). Without PAGE: the files that it names.",
                "Default: the pages.jsonl, items.jsonl or manifest.jsonl beside a page."
            })
    private @Nullable Path manifest;

    /**
     * Reads each page; what is no page is named on {@code err}.
     *
     * @param work given the file's name and the page
     * @return the exit code: {@link Broadsheet#FOUND} where a file was no page
     */
    int forEach(TextStage text, PrintWriter err, BiConsumer<String, Page> work) throws IOException {
        if (paths.isEmpty() && manifest == null) {
            throw new PlainFault("No page was named; e.g. config/samples/pages.");
        }
        AtomicInteger met = new AtomicInteger();
        AtomicInteger unreadable = new AtomicInteger();
        try (Stream<PageFile> files = PageInputs.of(paths, manifest).read(file -> {
            err.println(file.name() + ": " + file.why());
            unreadable.incrementAndGet();
        })) {
            files.forEach(file -> {
                met.incrementAndGet();
                Reading reading = text.read(raw(file));
                if (reading instanceof Reading.Read read) {
                    work.accept(file.name(), read.page());
                } else if (reading instanceof Reading.Rejected rejected) {
                    err.println(file.name() + ": " + rejected.reason().label() + " – " + rejected.detail());
                    unreadable.incrementAndGet();
                }
            });
        }
        if (met.get() + unreadable.get() == 0) {
            throw new PlainFault("There is no page in " + (paths.isEmpty() ? manifest : paths.get(0))
                    + (paths.size() > 1 ? " …." : "."));
        }
        return unreadable.get() == 0 ? Broadsheet.DONE : Broadsheet.FOUND;
    }

    private static RawPage raw(PageFile file) {
        return new RawPage("", 0, 0, file.key(), file.content(), file.headers());
    }
}
