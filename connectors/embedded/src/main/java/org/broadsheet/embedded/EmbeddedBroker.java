package org.broadsheet.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker in this JVM, one node on 127.0.0.1, its topics kept in a folder: {@code
 * EmbeddedBroker.start(Path.of("演示/broker"), 0)}. Its threads are no daemons: until {@link #close} the JVM goes on.
 * Safe to use from several threads.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";
    private static final long NEEDED_MEBIBYTES = 200;

    private final ServerFolder folder;
    private final KafkaRaftServer server;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(ServerFolder folder, KafkaRaftServer server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker, making its folder on the first start (about 3 s). Topics are not made by themselves.
     *
     * @param folder of this broker alone
     * @param port on 127.0.0.1; 0 takes a free one
     * @throws ServerStartException if it cannot start; the message says why
     */
    public static EmbeddedBroker start(Path folder, int port) {
        return start(folder, port, Map.of());
    }

    /**
     * Starts one with settings of its own, such as {@code transaction.max.timeout.ms}.
     *
     * @param settings of the broker, in Kafka's words; they win over ours
     * @throws ServerStartException if it cannot start; the message says why
     */
    public static EmbeddedBroker start(Path folder, int port, Map<String, String> settings) {
        int chosen = LoopbackPort.orFree(port);
        ServerFolder held = ServerFolder.hold(folder, NEEDED_MEBIBYTES);
        try {
            Path log = Files.createDirectories(held.path().resolve("log"));
            format(log);
            EmbeddedBroker broker = new EmbeddedBroker(held, started(log, chosen, settings), chosen);
            LOG.info("Kafka answers on {}, its files are in {}", broker.bootstrapServers(), held.path());
            return broker;
        } catch (Exception e) {
            held.close();
            throw new ServerStartException(sentence(held.path(), e), e);
        }
    }

    private static String sentence(Path folder, Exception fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
                return "The disk that holds " + folder + " is full.";
            }
        }
        return "Kafka did not start in " + folder + ": " + fault.getMessage() + ".";
    }

    /** Gives the folder its identity, once: the file that says it is written last. */
    private static void format(Path log) throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silence)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .addDirectory(log.toString())
                    .setMetadataLogDirectory(log.toString())
                    .setControllerListenerName(CONTROLLER)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .run();
        }
    }

    private static KafkaRaftServer started(Path log, int port, Map<String, String> settings) throws IOException {
        Properties properties = properties(log, port, LoopbackPort.free());
        properties.putAll(settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    private static Properties properties(Path log, int port, int controllerPort) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = EmbeddedBroker.class.getResourceAsStream("broker.properties")) {
            properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        String broker = String.format(Locale.ROOT, "PLAINTEXT://%s:%d", LoopbackPort.HOST, port);
        String controller = String.format(Locale.ROOT, "%s:%d", LoopbackPort.HOST, controllerPort);
        properties.setProperty("node.id", Integer.toString(NODE));
        properties.setProperty("log.dirs", log.toString());
        properties.setProperty("listeners", broker + "," + CONTROLLER + "://" + controller);
        properties.setProperty("advertised.listeners", broker);
        properties.setProperty("controller.quorum.voters", NODE + "@" + controller);
        return properties;
    }

    /** Where clients find it: {@code 127.0.0.1:40213}. */
    public String bootstrapServers() {
        return LoopbackPort.HOST + ":" + port;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Where its files are. */
    public Path folder() {
        return folder.path();
    }

    /** Writes everything to the disk and stops the broker. A second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.shutdown();
            server.awaitShutdown();
            folder.close();
        }
    }
}
