package org.broadsheet.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.broadsheet.archive.PageFile;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.kafka.PageFeeder;

/** Sends page files to a topic, and waits until all of them are safe there. */
final class Feeding {
    private static final int MOST_ON_THE_WAY = 1000;

    private final PageFeeder feeder;
    private final PrintWriter err;
    private final List<CompletableFuture<PageFeeder.Sent>> onTheWay = new ArrayList<>();
    private int handed;
    private int unreadable;

    private Feeding(PageFeeder feeder, PrintWriter err) {
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

    /**
     * Feeds the files.
     *
     * @param progress told how many pages were handed over so far
     */
    static Fed feed(PageFeeder feeder, PageFiles files, PrintWriter err, IntConsumer progress) {
        Feeding feeding = new Feeding(feeder, err);
        try (Stream<PageFile> pages = files.read(file -> {
            feeding.err.println(file.name() + ": " + file.why());
            feeding.unreadable++;
        })) {
            pages.forEach(page -> feeding.send(page, progress));
        }
        feeding.await();
        return new Fed(feeding.handed, feeding.unreadable);
    }

    private void send(PageFile page, IntConsumer progress) {
        onTheWay.add(feeder.send(page.key(), page.content(), page.headers()));
        progress.accept(++handed);
        if (onTheWay.size() >= MOST_ON_THE_WAY) {
            await();
        }
    }

    private void await() {
        join(onTheWay);
        onTheWay.clear();
    }

    /**
     * Waits until these pages are safe.
     *
     * @throws PlainFault where one is not
     */
    static void join(List<CompletableFuture<PageFeeder.Sent>> sent) {
        try {
            sent.forEach(CompletableFuture::join);
        } catch (CompletionException fault) {
            Throwable cause = fault.getCause() == null ? fault : fault.getCause();
            throw new PlainFault(String.valueOf(cause.getMessage()), fault);
        }
    }
}
