package org.broadsheet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.embedded.LoopbackPort;

/** A demo that goes on, as a user starts it: the report at its address, pages taken from its folder, 一条新的消息. */
final class LiveDemo implements AutoCloseable {
    private static final long LOOK_MILLISECONDS = 200;
    private static final Pattern REPORT =
            Pattern.compile("^report +(http://127\\.0\\.0\\.1:[0-9]+/) ", Pattern.MULTILINE);
    private static final Pattern DATABASE = Pattern.compile("--set database.url=(\\S+)");

    private final Process process;
    private final Path folder;
    private final String printed;

    private LiveDemo(Process process, Path folder, String printed) {
        this.process = process;
        this.folder = folder;
        this.printed = printed;
    }

    /** Starts it and waits until the sample pages are through. */
    static LiveDemo start(Path folder, String... arguments) throws Exception {
        Path log = folder.resolve("demo.txt");
        List<String> command = new ArrayList<>(
                List.of("demo", "--folder", folder.resolve("demo").toString()));
        for (String port : List.of("--report-port", "--web-port", "--database-port", "--broker-port")) {
            command.addAll(List.of(port, Integer.toString(LoopbackPort.free())));
        }
        command.addAll(List.of(arguments));
        Process process =
                Launcher.start(log, Map.of("LC_ALL", "C", "TZ", "America/New_York"), command.toArray(String[]::new));
        while (!read(log).contains("Ctrl-C ends the demo.")) {
            if (!process.isAlive()) {
                throw new AssertionError(read(log));
            }
            Thread.sleep(LOOK_MILLISECONDS);
        }
        return new LiveDemo(process, folder, read(log));
    }

    private static String read(Path log) throws IOException {
        return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    }

    /** Where the report is. */
    String report() {
        return found(REPORT);
    }

    /** The settings by which other commands find its database. */
    String database() {
        return "database.url=" + found(DATABASE);
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(printed);
        if (!matcher.find()) {
            throw new AssertionError("not in: " + printed);
        }
        return matcher.group(1);
    }

    /** Puts a page into the folder that it looks into. */
    void drop(String name, String text) throws IOException {
        Files.writeString(folder.resolve("demo/drop").resolve(name), text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
