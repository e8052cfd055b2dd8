package org.broadsheet.cli;

import java.io.PrintWriter;
import java.time.Duration;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.Passed;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.FedTopic;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.postgres.DatabaseSettings;

/** Sends an archive to the running job, held back so that live pages keep their pace. */
final class ReplayBesideLive {
    private final Settings settings;
    private final Replay.Files files;
    private final int most;
    private final PrintWriter err;

    ReplayBesideLive(Settings settings, Replay.Files files, int most, PrintWriter err) {
        this.settings = settings;
        this.files = files;
        this.most = most;
        this.err = err;
    }

    /**
     * Sends what the topic has not got yet, and waits for the rows.
     */
    Replay.Outcome run() throws Exception {
        KafkaConnection kafka = Endpoints.kafka(settings);
        DatabaseSettings database = Endpoints.database(settings);
        String archive = Endpoints.topics(settings).archive().name();
        PageFiles pages = files.read();
        long begun = System.nanoTime();
        Passed before = Passed.of(database, archive);
        FedTopic topic = FedTopic.look(kafka, archive);
        Feeding.Fed fed;
        try (StopRequest stop = StopRequest.heard();
                FeedJournal journal = FeedJournal.open(
                        FeedJournalFile.of(settings.job().stateFolder(), "replay", files.paths()), topic);
                PageFeeder feeder = PageFeeder.patient(kafka, archive);
                FeedProgress progress = FeedProgress.shown(pages.count(), kafka.bootstrapServers(), err)) {
            journal.catchUp(kafka, err);
            BesideLivePace pace = new BesideLivePace(settings, feeder, most, stop::isAsked, err);
            Feeding feeding = new Feeding(feeder, err, files.naming(), journal, pace, progress);
            feeding.feed(pages, stop::isAsked);
            pace.awaitThrough();
            fed = feeding.fed();
        }
        if (fed.sent() + fed.skipped() + fed.unreadable() == 0) {
            throw files.empty();
        }
        Passed after = Passed.of(database, archive);
        return new Replay.Outcome(
                fed.sent(),
                fed.skipped(),
                fed.unreadable(),
                Duration.ofNanos(System.nanoTime() - begun),
                new Passed(
                        after.read() - before.read(),
                        after.rejected() - before.rejected(),
                        after.passed() - before.passed()));
    }
}
