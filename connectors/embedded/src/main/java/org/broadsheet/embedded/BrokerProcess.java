package org.broadsheet.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An {@link EmbeddedBroker} in a process of its own, on the class path of this JVM, so that what it costs is not counted with what is
 * measured here: {@code BrokerProcess.start(Path.of("测量/broker"))}. It ends with this JVM, killed or not. Thread-safe.
 */
public final class BrokerProcess implements AutoCloseable {
    private static final String MOST_HEAP = "-Xmx512m";

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts it on a free port, its topics in the folder and what it says beside it, in {@code broker.log}.
     *
     * @throws IOException where there is no such program as this one's Java
     * @throws ServerStartException if it ends before it answers
     */
    public static BrokerProcess start(Path folder) throws IOException {
        Path log = Files.createDirectories(folder.toAbsolutePath().normalize().resolveSibling("."))
                .normalize()
                .resolve("broker.log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MOST_HEAP,
                        "-Dfile.encoding=UTF-8",
                        Main.class.getName(),
                        folder.toString()))
                .redirectError(log.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        BufferedReader says =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (@Nullable String line = says.readLine(); line != null; line = says.readLine()) {
            if (line.startsWith(Main.READY)) {
                return new BrokerProcess(process, line.substring(Main.READY.length()));
            }
        }
        throw new ServerStartException("Kafka did not start in a process of its own; " + log + " says why.");
    }

    /** Where clients find it: {@code 127.0.0.1:40213}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops it and waits for its end. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            process.destroy();
        }
        process.onExit().join();
    }

    /** What runs in the other process, until nobody writes to it any more. */
    static final class Main {
        static final String READY = "broker at ";

        private Main() {}

        /** Runs a broker in the folder that is the one argument. */
        public static void main(String[] arguments) throws IOException {
            try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0)) {
                System.out.println(READY + broker.bootstrapServers());
                System.out.flush();
                while (System.in.read() >= 0) {
                    Objects.requireNonNull(broker);
                }
            }
        }
    }
}
