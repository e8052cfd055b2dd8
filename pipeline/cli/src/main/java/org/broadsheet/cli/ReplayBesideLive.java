package org.broadsheet.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.broadsheet.archive.PageFile;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.Passed;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.postgres.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/** Sends an archive to the running job, held back so that live pages keep their pace. */
final class ReplayBesideLive {
    private static final long LOOK_MILLISECONDS = 200;
    private static final Duration STANDSTILL = Duration.ofSeconds(30);

    private final Replay.Files files;
    private final PrintWriter err;
    private final KafkaConnection kafka;
    private final DatabaseSettings database;
    private final String live;
    private final String archive;
    private final HoldBack hold;
    private final List<CompletableFuture<PageFeeder.Sent>> sent = new ArrayList<>();
    /** Pages of the archive that have no rows yet, when last looked. */
    private long waiting;

    private long handed;
    private long movedAt = System.nanoTime();
    private boolean told;

    ReplayBesideLive(Settings settings, Replay.Files files, int most, PrintWriter err) {
        this.files = files;
        this.err = err;
        this.kafka = Endpoints.kafka(settings);
        this.database = Endpoints.database(settings);
        this.live = Endpoints.topics(settings).articles().name();
        this.archive = Endpoints.topics(settings).archive().name();
        this.hold = new HoldBack(most);
    }

    void run() throws Exception {
        long begun = System.nanoTime();
        Passed before = Passed.of(database, archive);
        try (@Nullable ProgressBar bar = Replay.bar(files.pages());
                PageFeeder feeder = PageFeeder.into(kafka, archive);
                Stream<PageFile> pages = files.read().read(named -> {})) {
            look(bar);
            Iterator<PageFile> left = pages.iterator();
            while (left.hasNext()) {
                while (waiting + sent.size() >= hold.allowed()) {
                    settle(feeder);
                    Thread.sleep(LOOK_MILLISECONDS);
                    look(bar);
                }
                PageFile page = left.next();
                sent.add(feeder.send(page.key(), page.content(), page.headers()));
                handed++;
            }
            settle(feeder);
            do {
                Thread.sleep(LOOK_MILLISECONDS);
                look(bar);
            } while (waiting > 0);
        }
        Passed after = Passed.of(database, archive);
        err.println(Replay.summary(
                files.pages(),
                Duration.ofNanos(System.nanoTime() - begun),
                new Passed(
                        after.read() - before.read(),
                        after.rejected() - before.rejected(),
                        after.passed() - before.passed())));
    }

    /** Waits until what was sent is safe, and can be seen in the topic. */
    private void settle(PageFeeder feeder) {
        feeder.flush();
        Feeding.join(sent);
        sent.clear();
    }

    private void look(@Nullable ProgressBar bar) throws Exception {
        long before = waiting;
        waiting = Passed.waiting(database, PartitionOffsets.end(kafka, archive));
        hold.look(Passed.waiting(database, PartitionOffsets.end(kafka, live)));
        if (waiting != before || waiting == 0) {
            movedAt = System.nanoTime();
        } else if (!told && System.nanoTime() - movedAt > STANDSTILL.toNanos()) {
            told = true;
            err.println("No page has come through for " + STANDSTILL.toSeconds() + " s: does the job run?");
        }
        if (bar != null) {
            bar.stepTo(Math.max(0, handed - sent.size() - waiting));
        }
    }
}
