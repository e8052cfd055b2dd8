package org.broadsheet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls {@code ./broadsheet} as a user does, in a process of its own. */
final class Launcher {
    static final Path ROOT = Path.of(System.getProperty("broadsheet.root"));

    private Launcher() {}

    /** What a call came to. */
    record Called(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    /** Calls in a locale without Chinese and a zone far from Shanghai: neither may matter. */
    static Called call(String... arguments) throws IOException, InterruptedException {
        return call(Map.of("LC_ALL", "C", "TZ", "America/New_York"), arguments);
    }

    static Called call(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("broadsheet-out-", ".txt");
        Path err = Files.createTempFile("broadsheet-err-", ".txt");
        try {
            int code = builder(environment, arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            return new Called(
                    code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts a command that goes on until it is ended; what it prints goes to a file. */
    static Process start(Path printed, Map<String, String> environment, String... arguments) throws IOException {
        return builder(environment, arguments)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
    }

    private static ProcessBuilder builder(Map<String, String> environment, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(ROOT.resolve("broadsheet").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
        builder.environment().put("BROADSHEET_BUILD", "never");
        builder.environment().putAll(environment);
        return builder;
    }
}
