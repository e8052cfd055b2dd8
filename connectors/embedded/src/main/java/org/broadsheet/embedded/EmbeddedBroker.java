package org.broadsheet.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
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
    /** The largest dead letter, 8 MiB, and what a record batch adds to it. */
    private static final int LARGEST_MESSAGE_BYTES = (8 << 20) + (64 << 10);

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
        int chosen = LoopbackPort.orFree(port);
        ServerFolder held = ServerFolder.hold(folder, NEEDED_MEBIBYTES);
        try {
            Path log = Files.createDirectories(held.path().resolve("log"));
            format(log);
            EmbeddedBroker broker = new EmbeddedBroker(held, started(log, chosen), chosen);
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

    private static KafkaRaftServer started(Path log, int port) throws IOException {
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(properties(log, port, LoopbackPort.free()), false), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    private static Map<String, String> properties(Path log, int port, int controllerPort) {
        String largest = Integer.toString(LARGEST_MESSAGE_BYTES);
        String broker = String.format(Locale.ROOT, "PLAINTEXT://%s:%d", LoopbackPort.HOST, port);
        String controller = String.format(Locale.ROOT, "%s://%s:%d", CONTROLLER, LoopbackPort.HOST, controllerPort);
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(NODE)),
                Map.entry("log.dirs", log.toString()),
                Map.entry("listeners", broker + "," + controller),
                Map.entry("advertised.listeners", broker),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry("controller.quorum.voters", NODE + "@" + LoopbackPort.HOST + ":" + controllerPort),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                // One node holds the only copy of everything.
                Map.entry("default.replication.factor", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("message.max.bytes", largest),
                Map.entry("replica.fetch.max.bytes", largest),
                Map.entry("fetch.max.bytes", Integer.toString(64 << 20)),
                Map.entry("socket.request.max.bytes", Integer.toString(128 << 20)),
                // As long as a Flink job may take between two checkpoints.
                Map.entry("transaction.max.timeout.ms", Integer.toString(15 * 60 * 1000)),
                // A group of one member need not wait for others.
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // The data of a demo must not go because a week has gone by; topics say it for themselves, too.
                Map.entry("log.retention.ms", "-1"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
                Map.entry("log.cleaner.threads", "1"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "2"),
                // After kill -9 the controller waits this long before it takes the broker back.
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "500"));
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
