package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.broadsheet.archive.PageFile;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.job.Passed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** What both ways of a replay have in common: the files, counted, and how far it is. */
final class Replay {
    private Replay() {}

    /**
     * The files of an archive.
     *
     * @param pages how many pages they hold
     * @param unreadable how many files cannot be read; each was named
     */
    record Files(List<Path> paths, @Nullable Path manifest, PageNaming naming, long pages, long unreadable) {
        static Files of(List<Path> paths, @Nullable Path manifest, PageNaming naming, PrintWriter err)
                throws IOException {
            AtomicLong unreadable = new AtomicLong();
            long pages;
            try (Stream<PageFile> all = PageInputs.of(paths, manifest).read(file -> {
                err.println(file.name() + ": " + file.why());
                unreadable.incrementAndGet();
            })) {
                pages = all.filter(page -> {
                            boolean named = naming.entry(page).isPresent();
                            if (!named) {
                                err.println(page.name() + ": its path does not fit " + naming.pattern());
                                unreadable.incrementAndGet();
                            }
                            return named;
                        })
                        .count();
            }
            return new Files(paths, manifest, naming, pages, unreadable.get());
        }

        PageFiles read() throws IOException {
            return PageInputs.of(paths, manifest);
        }
    }

    /** A bar where somebody looks on; null elsewhere. */
    static @Nullable ProgressBar bar(long pages) {
        return Ansi.AUTO.enabled()
                ? new ProgressBarBuilder()
                        .setTaskName("pages")
                        .setInitialMax(pages)
                        .setStyle(ProgressBarStyle.ASCII)
                        .showSpeed()
                        .build()
                : null;
    }

    /** {@code 20000 pages in 41 s, 487 a second: 19800 read + 200 rejected = 20000 passed}. */
    static String summary(long pages, Duration taken, Passed passed) {
        double seconds = Math.max(taken.toMillis(), 1) / 1000.0;
        return pages + " pages in " + String.format(Locale.ROOT, "%.1f s, %.0f a second", seconds, pages / seconds)
                + ": " + passed + ".";
    }
}
