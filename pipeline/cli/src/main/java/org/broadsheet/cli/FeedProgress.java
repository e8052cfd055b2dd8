package org.broadsheet.cli;

import java.io.PrintWriter;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows a person how far a feed is, pages a second and the time left, and says when the broker does not answer. Thread-safe.
 */
final class FeedProgress implements AutoCloseable {
    private static final long SILENCE_SECONDS = 10;

    private final @Nullable ProgressBar bar;
    private final @Nullable ScheduledExecutorService watch;
    private int handed;
    private int settled;
    private int settledBefore;
    private long quietSeconds;
    private boolean away;
    private boolean closed;

    private FeedProgress(@Nullable ProgressBar bar, @Nullable ScheduledExecutorService watch) {
        this.bar = bar;
        this.watch = watch;
    }

    /** Shows nothing. */
    static FeedProgress silent() {
        return new FeedProgress(null, null);
    }

    /**
     * A bar is for somebody who looks on; in a file it would be litter.
     *
     * @param total how many pages there are, where that is known
     * @param servers of the broker, for a person
     */
    static FeedProgress shown(OptionalLong total, String servers, PrintWriter err) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "feed-watch");
            thread.setDaemon(true);
            return thread;
        });
        FeedProgress progress = new FeedProgress(bar(total), watch);
        var unused = watch.scheduleAtFixedRate(() -> progress.look(servers, err), 1, 1, TimeUnit.SECONDS);
        return progress;
    }

    /** A bar with pages a second and the time left; null where nobody looks on. */
    static @Nullable ProgressBar bar(OptionalLong total) {
        return Ansi.AUTO.enabled()
                ? new ProgressBarBuilder()
                        .setTaskName("pages")
                        .setInitialMax(total.orElse(-1))
                        .setStyle(ProgressBarStyle.ASCII)
                        .showSpeed()
                        .build()
                : null;
    }

    private synchronized void look(String servers, PrintWriter err) {
        boolean quiet = settled == settledBefore && handed > settled;
        quietSeconds = quiet ? quietSeconds + 1 : 0;
        settledBefore = settled;
        if (quietSeconds >= SILENCE_SECONDS && !away) {
            away = true;
            say(
                    err,
                    "No Kafka broker answers at " + servers + "; waiting, " + (handed - settled)
                            + " pages are on the way.");
        } else if (!quiet && away) {
            away = false;
            say(err, "Kafka at " + servers + " answers again.");
        }
    }

    /** Says something beside the bar. */
    void say(PrintWriter err, String sentence) {
        if (bar != null) {
            err.print("\r\033[K");
        }
        err.println(sentence);
    }

    /** A page was handed over. */
    synchronized void handed() {
        handed++;
    }

    /** A page is safe, or was refused. */
    synchronized void settle() {
        settled++;
        step();
    }

    /** A page was safe before. */
    synchronized void skipped() {
        step();
    }

    private void step() {
        if (bar != null) {
            bar.step();
        }
    }

    /** How many are safe or were refused. */
    synchronized int settled() {
        return settled;
    }

    /** A second call does nothing: what was printed behind the bar stays there. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (watch != null) {
            watch.shutdownNow();
        }
        if (bar != null) {
            bar.close();
        }
    }
}
