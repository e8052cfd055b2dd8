package org.broadsheet.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.broadsheet.archive.PageFileSource;
import org.broadsheet.job.BroadsheetJob;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.LocalCluster;
import org.broadsheet.job.Passed;
import org.broadsheet.job.StateFolder;
import org.broadsheet.job.cluster.FlinkCluster;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.postgres.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/** Fills an empty generation straight from files, in this process, and leaves a savepoint that {@code run} goes on from. */
final class BoundedReplay {
    /** Nobody waits for single rows: fewer, larger transactions. */
    static final Map<String, String> SETTINGS = Map.of("job.checkpoint-interval", "10s");

    private static final long LOOK_MILLISECONDS = 500;

    private final Settings settings;
    private final Replay.Files files;
    private final PrintWriter err;
    private final DatabaseSettings database;
    private final StateFolder state;

    BoundedReplay(Settings settings, Replay.Files files, PrintWriter err) {
        this.settings = settings;
        this.files = files;
        this.err = err;
        this.database = Endpoints.database(settings);
        this.state = new StateFolder(settings.job().stateFolder());
    }

    /** Fills the generation, and goes on where a call before was broken off. */
    Replay.Outcome run() throws Exception {
        Preparation.create(settings);
        List<String> faults = Preparation.faults(settings);
        if (!faults.isEmpty()) {
            throw new PlainFault(String.join("\n", faults));
        }
        refuseFilled();
        Replay.Count count = files.count(err);
        if (count.pages() == 0) {
            throw files.empty();
        }
        Optional<Path> filled = endedUnnoted();
        if (filled.isPresent()) {
            state.noteReplayed(filled.get());
            return outcome(count, Duration.ZERO);
        }
        return fill(count);
    }

    private Replay.Outcome fill(Replay.Count count) throws Exception {
        state.noteFilling();
        int port = DemoServers.chosen(0, DemoServers.WEB_PORT);
        long begun = System.nanoTime();
        JobClient job = BroadsheetJob.startReplay(
                settings,
                LocalCluster.environment(settings, port),
                new PageFileSource(
                        files.paths(),
                        files.manifest(),
                        files.naming(),
                        count.pages(),
                        settings.job().parallelism()));
        err.println("Filling generation " + settings.generation().name() + " from " + count.pages()
                + " pages; Flink is at http://127.0.0.1:" + port + ".");
        try (@Nullable ProgressBar bar = FeedProgress.bar(OptionalLong.of(count.pages()))) {
            await(job, count.pages(), bar);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        // one that only has to be stopped has its rows before all of its tasks run
        FlinkCluster.at("http://127.0.0.1:" + port).awaitTasks(job.getJobID().toString());
        String savepoint = job.stopWithSavepoint(
                        false, state.savepoints().toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        state.noteReplayed(Path.of(URI.create(savepoint)));
        return outcome(count, taken);
    }

    private Replay.Outcome outcome(Replay.Count count, Duration taken) throws Exception {
        return new Replay.Outcome(
                count.pages(), 0, count.unreadable(), taken, Passed.of(database, PageFileSource.TOPIC));
    }

    /** What a call left that had come to its end and was broken off between its two notes of that. */
    private Optional<Path> endedUnnoted() throws Exception {
        Optional<Path> latest = state.latest();
        return latest.isPresent() && state.isReplayed(latest.get()) ? latest : Optional.empty();
    }

    private void refuseFilled() throws Exception {
        long all = Passed.of(database).passed();
        long byFiles = Passed.of(database, PageFileSource.TOPIC).passed();
        Optional<Path> latest = state.latest();
        String generation = "Generation " + settings.generation().name();
        if (all > byFiles) {
            throw new PlainFault(generation + " has read pages from topics; only an empty one is filled from files.");
        }
        if (all > 0 && latest.isEmpty()) {
            throw new PlainFault(generation + " has pages, and there is no state in " + state.path()
                    + " to go on from: take another generation, or the folder it was begun with.");
        }
        if (endedUnnoted().isPresent() && !state.isBeingFilled()) {
            throw new PlainFault(generation + " has been filled: ./broadsheet run --generation "
                    + settings.generation().name() + " goes on from there.");
        }
    }

    private void await(JobClient job, long pages, @Nullable ProgressBar bar) throws Exception {
        long passed = 0;
        while (passed < pages) {
            Thread.sleep(LOOK_MILLISECONDS);
            if (job.getJobStatus().get().isTerminalState()) {
                job.getJobExecutionResult().get();
            }
            passed = Passed.of(database, PageFileSource.TOPIC).passed();
            if (bar != null) {
                bar.stepTo(passed);
            }
        }
    }
}
