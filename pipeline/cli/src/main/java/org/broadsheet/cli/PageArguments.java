package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.broadsheet.archive.PageFile;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.page.Page;
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
                        + " (all but file optional).",
                "Without PAGE: the files that it names. Default: the pages.jsonl, items.jsonl or manifest.jsonl beside a page."
            })
    private @Nullable Path manifest;

    /** A page file that could be read. */
    record ReadPage(String file, Page page) {}

    /** Whether no page was named. */
    boolean isEmpty() {
        return paths.isEmpty() && manifest == null;
    }

    /** The files, one after the other. */
    PageFiles files() throws IOException {
        return PageFiles.of(paths, manifest);
    }

    /**
     * Reads each page; what is no page is named on {@code err}.
     *
     * @return the exit code: {@link Broadsheet#FOUND} where a file was no page
     */
    int forEach(TextStage text, PrintWriter err, Consumer<ReadPage> work) throws IOException {
        int code = Broadsheet.DONE;
        try (PageFiles files = files()) {
            for (PageFile file : files) {
                Reading reading = text.read(file.toRawPage());
                if (reading instanceof Reading.Read read) {
                    work.accept(new ReadPage(file.name(), read.page()));
                } else if (reading instanceof Reading.Rejected rejected) {
                    err.println(file.name() + ": " + rejected.reason().label() + " – " + rejected.detail());
                    code = Broadsheet.FOUND;
                }
            }
            for (String fault : files.faults()) {
                err.println(fault);
                code = Broadsheet.FOUND;
            }
        }
        return code;
    }
}
