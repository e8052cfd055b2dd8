package org.broadsheet.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server of one folder. The thread {@code postgresql} starts it and lives as long as it does, since the
 * system ends the server (SIGINT) when the thread that started it ends: by {@code kill -9} of this JVM, too.
 */
final class DatabaseProcess {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProcess.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLISECONDS = 20;
    /** The line of {@code postmaster.pid}, from 0, that says {@code ready} once connections are taken. */
    private static final int STATUS_LINE = 7;

    private final DatabaseFolder files;
    private final Process process;

    private DatabaseProcess(DatabaseFolder files, Process process) {
        this.files = files;
        this.process = process;
    }

    /**
     * Starts the server and waits until it takes connections.
     *
     * @throws ServerStartException if it ends instead, or takes none within a minute
     */
    static DatabaseProcess start(DatabaseFolder files, int port) throws IOException {
        ProcessBuilder builder = Commands.prepare(files.folder(), files.serverCommand(port))
                .redirectOutput(files.log().toFile());
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread keeper = new Thread(() -> keep(builder, started), "postgresql");
        keeper.setDaemon(true);
        keeper.start();
        try {
            DatabaseProcess server = new DatabaseProcess(files, started.join());
            server.awaitReady();
            return server;
        } catch (CompletionException e) {
            throw new IOException("postgres could not be run", e);
        }
    }

    private static void keep(ProcessBuilder builder, CompletableFuture<Process> started) {
        try {
            Process process = builder.start();
            started.complete(process);
            process.onExit().join();
        } catch (IOException e) {
            started.completeExceptionally(e);
        }
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw files.refusal();
            }
            if (System.nanoTime() > deadline) {
                stop();
                throw new ServerStartException("PostgreSQL took no connection within " + PATIENCE.toSeconds()
                        + " s; see " + files.log() + ".");
            }
            pause();
        }
    }

    private boolean isReady() throws IOException {
        Path pidFile = files.data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        return lines.size() > STATUS_LINE
                && lines.get(STATUS_LINE).strip().equals("ready")
                && lines.get(0).strip().equals(Long.toString(process.pid()));
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(LOOK_AGAIN_MILLISECONDS);
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL started", e);
        }
    }

    /** Stops it and waits for its end. Does nothing where it has ended. */
    void stop() {
        if (!process.isAlive()) {
            return;
        }
        try {
            files.stop();
        } catch (IOException e) {
            LOG.warn("PostgreSQL in {} could not be told to stop", files.folder(), e);
        }
        if (process.isAlive()) {
            process.destroy();
        }
        process.onExit().join();
    }
}
