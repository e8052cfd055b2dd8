package org.broadsheet.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.Passed;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.postgres.DatabaseSettings;

/** Holds the pages of an archive back, so that live pages keep their pace: looks at the books and the ends of the topics. */
final class BesideLivePace implements FeedPace {
    private static final long LOOK_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final Duration STANDSTILL = Duration.ofSeconds(30);

    private final PrintWriter err;
    private final KafkaConnection kafka;
    private final DatabaseSettings database;
    private final String live;
    private final String archive;
    private final PageFeeder feeder;
    private final HoldBack hold;
    private final BooleanSupplier stopped;
    /** Pages of the archive that had no rows yet, when last looked. */
    private long waiting;
    /** Pages let go since then. */
    private long gone;

    private long movedAt = System.nanoTime();
    private boolean told;

    /**
     * Looks at once.
     *
     * @param most pages of the archive on the way
     * @param stopped no page is held back any more
     */
    BesideLivePace(Settings settings, PageFeeder feeder, int most, BooleanSupplier stopped, PrintWriter err) {
        this.err = err;
        this.kafka = Endpoints.kafka(settings);
        this.database = Endpoints.database(settings);
        this.live = Endpoints.topics(settings).articles().name();
        this.archive = Endpoints.topics(settings).archive().name();
        this.feeder = feeder;
        this.hold = new HoldBack(most);
        this.stopped = stopped;
        look();
    }

    @Override
    public void await() {
        while (waiting + gone >= hold.allowed() && !stopped.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOSECONDS);
            look();
        }
        gone++;
    }

    /** Until all pages of the archive have their rows. */
    void awaitThrough() {
        look();
        while (waiting > 0 && !stopped.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOSECONDS);
            look();
        }
    }

    private void look() {
        long before = waiting;
        // what was let go can be seen in the topic then
        feeder.flush();
        gone = 0;
        try {
            waiting = Passed.waiting(database, PartitionOffsets.end(kafka, archive));
            hold.look(Passed.waiting(database, PartitionOffsets.end(kafka, live)));
        } catch (SQLException fault) {
            throw new PlainFault("The books cannot be read: " + fault.getMessage(), fault);
        }
        if (waiting != before || waiting == 0) {
            movedAt = System.nanoTime();
        } else if (!told && System.nanoTime() - movedAt > STANDSTILL.toNanos()) {
            told = true;
            err.println("No page has come through for " + STANDSTILL.toSeconds() + " s: does the job run?");
        }
    }
}
