package org.broadsheet.cli;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.broadsheet.archive.ManifestEntry;
import org.broadsheet.archive.PageFile;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.kafka.Fingerprint;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.kafka.PageFeeder.Sent;
import org.jspecify.annotations.Nullable;

/** Sends page files to a topic, and waits until all of them are safe there. */
final class Feeding {
    private static final int MOST_ON_THE_WAY = 1000;
    private static final long LOOK_MILLISECONDS = 200;

    private final PageFeeder feeder;
    private final PrintWriter err;
    private final PageNaming naming;
    private final @Nullable FeedJournal journal;
    private final FeedPace pace;
    private final FeedProgress progress;
    /** Sent and not yet acknowledged: a file that makes the same record again must not be sent beside. */
    private final Set<Fingerprint> onTheWay = ConcurrentHashMap.newKeySet();

    private final Semaphore free = new Semaphore(MOST_ON_THE_WAY);
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    private final AtomicInteger refused = new AtomicInteger();
    private int skipped;
    private int unreadable;

    /**
     * Nothing is sent yet.
     *
     * @param journal what was sent before; null: nothing is known of that
     */
    Feeding(
            PageFeeder feeder,
            PrintWriter err,
            PageNaming naming,
            @Nullable FeedJournal journal,
            FeedPace pace,
            FeedProgress progress) {
        this.feeder = feeder;
        this.err = err;
        this.naming = naming;
        this.journal = journal;
        this.pace = pace;
        this.progress = progress;
    }

    /**
     * What was fed.
     *
     * @param sent pages that are safe on the broker since this began
     * @param skipped pages that were safe there before
     * @param unreadable files that could not be read, or pages that the broker did not take; each was named
     */
    record Fed(int sent, int skipped, int unreadable) {}

    /** Feeds the files, whatever was sent before. */
    static Fed feed(PageFeeder feeder, PageFiles files, PrintWriter err) {
        try (FeedProgress silent = FeedProgress.silent()) {
            Feeding feeding = new Feeding(feeder, err, new PageNaming(), null, FeedPace.none(), silent);
            feeding.feed(files, () -> false);
            return feeding.fed();
        }
    }

    /**
     * Feeds the files and waits until they are safe.
     *
     * @param stopped asked before each page; then only what is on the way is waited for
     * @throws PlainFault where the broker refuses
     */
    void feed(PageFiles files, BooleanSupplier stopped) {
        try (Stream<PageFile> pages = files.read(file -> {
            progress.say(err, file.name() + ": " + file.why());
            unreadable++;
        })) {
            Iterator<PageFile> each = pages.iterator();
            while (!stopped.getAsBoolean() && each.hasNext()) {
                feed(each.next());
            }
        }
        await(MOST_ON_THE_WAY);
        free.release(MOST_ON_THE_WAY);
    }

    /** So far. */
    Fed fed() {
        return new Fed(progress.settled() - refused.get(), skipped, unreadable + refused.get());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what went wrong is kept, and told when the next page is sent
    private void feed(PageFile page) {
        Optional<ManifestEntry> entry = naming.entry(page);
        if (entry.isEmpty()) {
            progress.say(err, page.name() + ": its path does not fit " + naming.pattern());
            unreadable++;
            return;
        }
        ManifestEntry said = entry.get();
        // All that is held of a page on the way: a thousand of 8 MiB each would not fit.
        String name = page.name();
        FeedJournal sentBefore = journal;
        if (sentBefore == null) {
            send(page, said).whenComplete((sent, failed) -> settle(name, failed));
            return;
        }
        Fingerprint fingerprint = Fingerprint.of(said.key(), page.content(), said.headers());
        // In this order: what is no longer on the way stands in the journal.
        if (!onTheWay.add(fingerprint)) {
            skip();
        } else if (sentBefore.has(fingerprint)) {
            onTheWay.remove(fingerprint);
            skip();
        } else {
            send(page, said)
                    .thenAccept(sent -> sentBefore.add(fingerprint, sent, name))
                    .whenComplete((noted, failed) -> {
                        onTheWay.remove(fingerprint);
                        settle(name, failed);
                    });
        }
    }

    private void skip() {
        skipped++;
        progress.skipped();
    }

    private CompletableFuture<Sent> send(PageFile page, ManifestEntry said) {
        pace.await();
        await(1);
        progress.handed();
        return feeder.send(said.key(), page.content(), said.headers());
    }

    private void settle(String name, @Nullable Throwable failed) {
        @Nullable
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        if (cause != null && cause.getCause() instanceof RecordTooLargeException) {
            progress.say(err, name + ": " + cause.getMessage());
            refused.incrementAndGet();
        } else if (cause != null) {
            fault.compareAndSet(null, cause);
        }
        progress.settle();
        free.release();
    }

    /** Until so many more may be on the way. */
    private void await(int more) {
        try {
            boolean got = false;
            while (!got) {
                got = free.tryAcquire(more, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
                @Nullable Throwable found = fault.get();
                if (found != null) {
                    throw new PlainFault(String.valueOf(found.getMessage()), found);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlainFault("Interrupted.", e);
        }
    }
}
