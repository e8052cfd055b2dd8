package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A command that runs beside the test, and the ways in which it ends before its time. */
record RunningCommand(String command, Process process, Path file) implements AutoCloseable {
    private static final String INTERRUPT_IS_IGNORED = "[0-9a-f]*[2367abef]";

    /** What it has printed so far. */
    String printed() throws IOException {
        return Files.readString(file, UTF_8);
    }

    /** Fails with what it has printed where it has ended. */
    void assertAlive() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError(command + " has ended (" + process.exitValue() + "): " + printed());
        }
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ctrl-C, and waits for the end. Where the test itself runs in the background, its children hear SIGTERM only. */
    int interrupt() throws IOException, InterruptedException {
        String signal = ignoresInterrupt() ? "-TERM" : "-INT";
        new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return process.waitFor();
    }

    private boolean ignoresInterrupt() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.exists(status)
                && Files.readString(status)
                        .lines()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                line.substring("SigIgn:".length()).strip().matches(INTERRUPT_IS_IGNORED));
    }

    /** Waits for its own end. */
    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it where it has not ended. */
    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
