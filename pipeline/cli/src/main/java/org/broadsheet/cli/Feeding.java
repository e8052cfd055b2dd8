package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;
import org.broadsheet.archive.PageFile;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.text.page.RawPage;

/** Sends page files to a topic, and waits until all of them are safe there. */
final class Feeding {
    private final PageFeeder feeder;
    private final PrintWriter err;

    Feeding(PageFeeder feeder, PrintWriter err) {
        this.feeder = feeder;
        this.err = err;
    }

    /**
     * What was fed.
     *
     * @param sent pages that are safe on the broker
     * @param unreadable files that could not be read; each was named
     */
    record Fed(int sent, int unreadable) {}

    /** @param progress told how many pages were handed over so far */
    Fed feed(PageFiles files, IntConsumer progress) throws IOException {
        List<CompletableFuture<PageFeeder.Sent>> onTheWay = new ArrayList<>();
        int handed = 0;
        for (PageFile file : files) {
            RawPage page = file.toRawPage();
            onTheWay.add(feeder.send(page.key(), page.value(), page.headers()));
            onTheWay.removeIf(sent -> sent.isDone() && !sent.isCompletedExceptionally());
            progress.accept(++handed);
        }
        try {
            onTheWay.forEach(CompletableFuture::join);
        } catch (CompletionException fault) {
            throw new PlainFault(String.valueOf(fault.getCause().getMessage()), fault);
        }
        files.faults().forEach(err::println);
        return new Fed(handed, files.faults().size());
    }
}
