package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /**
     * What a replay came to.
     *
     * @param pages that went their way since it began
     * @param skipped pages that were there before
     * @param unreadable files that could not be read, or pages that the broker did not take; each was named
     * @param passed the sums of law 1 over these pages
     */
    record Outcome(long pages, long skipped, long unreadable, Duration taken, Passed passed) {
        /** For a script. */
        Map<String, Object> object() {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("pages", pages);
            object.put("skipped", skipped);
            object.put("unreadable", unreadable);
            object.put("milliseconds", taken.toMillis());
            object.put("read", passed.read());
            object.put("rejected", passed.rejected());
            object.put("passed", passed.passed());
            return object;
        }

        /** {@code 20000 pages in 41 s, 487 a second: 19800 read + 200 rejected = 20000 passed.}. */
        @Override
        public String toString() {
            double seconds = Math.max(taken.toMillis(), 1) / 1000.0;
            return pages + " pages in " + String.format(Locale.ROOT, "%.1f s, %.0f a second", seconds, pages / seconds)
                    + ": " + passed + ".";
        }
    }
}
