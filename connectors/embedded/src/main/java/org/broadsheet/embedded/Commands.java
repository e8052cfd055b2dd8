package org.broadsheet.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs PostgreSQL's programs: in English, in UTC, with nothing of the caller's environment that could lead them astray. */
final class Commands {
    private Commands() {}

    /**
     * What a program said, and how it ended.
     *
     * @param exit 0 where it did what it should
     * @param output what it wrote to both outputs
     */
    record Ended(int exit, String output) {}

    /** Runs it to its end. */
    static Ended run(Path folder, List<String> command) throws IOException {
        Process process = prepare(folder, command).start();
        try (InputStream out = process.getInputStream()) {
            String output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(exitCode(process), output);
        }
    }

    /** The command, ready to start in that folder. */
    static ProcessBuilder prepare(Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }

    /** Waits for the end; an interrupt ends the process and is kept for the caller. */
    static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a program ran", e);
        }
    }
}
