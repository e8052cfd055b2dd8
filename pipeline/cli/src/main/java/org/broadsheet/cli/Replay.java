package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.broadsheet.archive.PageFile;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.job.Passed;
import org.jspecify.annotations.Nullable;

/** What both ways of a replay have in common: the files, counted, and how far it is. */
final class Replay {
    private Replay() {}

    /** The files of an archive, and what is said of them. */
    record Files(List<Path> paths, @Nullable Path manifest, PageNaming naming) {
        PageFiles read() throws IOException {
            return PageInputs.of(paths, manifest);
        }

        /** Reads all of them, and names those that cannot be read. */
        Count count(PrintWriter err) throws IOException {
            AtomicLong unreadable = new AtomicLong();
            try (Stream<PageFile> all = read().read(file -> {
                err.println(file.name() + ": " + file.why());
                unreadable.incrementAndGet();
            })) {
                long pages = all.filter(page -> {
                            boolean named = naming.entry(page).isPresent();
                            if (!named) {
                                err.println(page.name() + ": its path does not fit " + naming.pattern());
                                unreadable.incrementAndGet();
                            }
                            return named;
                        })
                        .count();
                return new Count(pages, unreadable.get());
            }
        }

        PlainFault empty() {
            return new PlainFault("There are no pages in " + paths + ".");
        }
    }

    /**
     * How many pages the files hold.
     *
     * @param unreadable files that cannot be read; each was named
     */
    record Count(long pages, long unreadable) {}

    /** {@code 20000 pages in 41 s, 487 a second: 19800 read + 200 rejected = 20000 passed}. */
    static String summary(long pages, Duration taken, Passed passed) {
        double seconds = Math.max(taken.toMillis(), 1) / 1000.0;
        return pages + " pages in " + String.format(Locale.ROOT, "%.1f s, %.0f a second", seconds, pages / seconds)
                + ": " + passed + ".";
    }
}
