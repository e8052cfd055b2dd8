package org.broadsheet.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.broadsheet.text.page.RawPage;
import org.jspecify.annotations.Nullable;

/** Reads the pages of its splits, one split behind the other; silent when there are no more. */
final class PageFileReader implements SourceReader<RawPage, PageFileSplit> {
    private final Supplier<PageFiles> files;
    private final PageFileSource.Naming naming;
    private final long pages;
    private final Deque<Reading> readings = new ArrayDeque<>();
    private final List<PageFileSplit> through = new ArrayList<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();

    /** @param pages how many the files have */
    PageFileReader(Supplier<PageFiles> files, PageFileSource.Naming naming, long pages) {
        this.files = files;
        this.naming = naming;
        this.pages = pages;
    }

    /** A split that is being read. */
    private final class Reading {
        private final PageFileSplit split;
        private final Stream<PageFile> stream;
        private final Iterator<PageFile> iterator;
        private @Nullable RawPage next;
        private long index;
        private long passed;

        Reading(PageFileSplit split) {
            this.split = split;
            // who counted the pages has named those that cannot be read
            this.stream = files.get().read(unreadable -> {});
            this.iterator = stream.iterator();
            while (passed < split.passed() && next() != null) {
                take();
            }
        }

        /** The next page of the split; null at the end. */
        @Nullable
        RawPage next() {
            for (; next == null && iterator.hasNext(); index++) {
                PageFile page = iterator.next();
                if (index % split.of() == split.index()) {
                    next = naming.entry(page).map(said -> raw(page, said)).orElse(null);
                }
            }
            return next;
        }

        private RawPage raw(PageFile page, ManifestEntry said) {
            return new RawPage(PageFileSource.TOPIC, split.index(), passed, said.key(), page.content(), said.headers());
        }

        void take() {
            next = null;
            passed++;
        }

        PageFileSplit now() {
            return new PageFileSplit(split.index(), split.of(), split.files(), passed);
        }
    }

    @Override
    public void start() {}

    @Override
    public void addSplits(List<PageFileSplit> splits) {
        for (PageFileSplit split : splits) {
            if (split.files() != pages) {
                throw new IllegalStateException("The replay was begun with files of " + split.files()
                        + " pages, and these have " + pages + ": name the same files.");
            }
            readings.add(new Reading(split));
        }
        available.complete(null);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<RawPage> output) {
        while (!readings.isEmpty()) {
            Reading reading = readings.element();
            RawPage next = reading.next();
            if (next != null) {
                output.collect(next);
                reading.take();
                return InputStatus.MORE_AVAILABLE;
            }
            readings.remove().stream.close();
            through.add(reading.now());
        }
        available = new CompletableFuture<>();
        return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public List<PageFileSplit> snapshotState(long checkpoint) {
        List<PageFileSplit> splits = new ArrayList<>(through);
        readings.forEach(reading -> splits.add(reading.now()));
        return splits;
    }

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {
        readings.forEach(reading -> reading.stream.close());
    }
}
