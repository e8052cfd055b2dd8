package org.broadsheet.cli.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A JVM of its own, with its log in a file: {@code task-manager-2.log}. */
public final class JavaProcess implements AutoCloseable {
    private final Process process;
    private final Path log;

    private JavaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it; it may not be ready yet.
     *
     * @param options of Java, e.g. {@code -Xmx256m}
     * @param main with its arguments
     */
    static JavaProcess start(Path log, List<Path> classPath, List<String> options, List<String> main)
            throws IOException {
        return start(log, classPath, options, main, Map.of());
    }

    /** The same with more in its environment, e.g. {@code LD_PRELOAD}. */
    static JavaProcess start(
            Path log, List<Path> classPath, List<String> options, List<String> main, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dlog4j2.configurationFile=" + onClassPath("cluster-log4j2.xml")));
        command.addAll(options);
        command.addAll(List.of("-cp", joined(classPath), GuardedMain.class.getName()));
        command.addAll(main);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return new JavaProcess(
                builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start(),
                log);
    }

    private static String onClassPath(String resource) {
        return String.valueOf(JavaProcess.class.getResource("/" + resource));
    }

    private static String joined(List<Path> classPath) {
        return String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
    }

    /** Its number. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** {@code SIGSTOP}: it stands still, with all that it holds. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** {@code SIGCONT}: it goes on as if nothing had been. */
    public void wake() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Whether its log has these words. */
    public boolean hasSaid(String words) throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8).contains(words);
    }

    /** {@code kill -9}, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What it said last, for the message of a test that failed. */
    public String lastWords() throws IOException {
        List<String> lines =
                Files.readString(log, StandardCharsets.UTF_8).lines().toList();
        return log.getFileName() + ":\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
