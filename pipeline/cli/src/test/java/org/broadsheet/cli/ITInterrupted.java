package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;
import org.broadsheet.generator.Archive;
import org.broadsheet.generator.ArchiveFolder;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.FedTopic;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.kafka.Topics;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C at moments that a seed says, and the command once more: nothing is lost, nothing is there twice. */
class ITInterrupted {
    private static final int PAGES = 300;
    private static final int LETTERS = 1_600;
    private static final long LOOK_MILLISECONDS = 20;

    @TempDir
    private Path folder;

    private final Random random = new Random(Long.getLong("broadsheet.interrupted.seed", 1));
    private EmbeddedBroker broker;
    private EmbeddedDatabase database;

    @BeforeEach
    void start() throws Exception {
        // The account of the database must be able to go in.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        database = EmbeddedDatabase.start(folder.resolve("database"), 0);
    }

    @AfterEach
    void stop() {
        database.close();
        broker.close();
    }

    @Test
    void pagesAreFedAndReadOnce() throws Exception {
        Path made = folder.resolve("made");
        Gazetteer gazetteer = Gazetteer.load();
        Archive archive = Archive.of(gazetteer, 11, PAGES);
        ArchiveFolder.write(archive, made);
        ArchiveFolder.writeKnown(archive, gazetteer, made);
        Installation installation =
                new Installation(broker, database, folder, made.resolve("sources.yaml"), "interrupted");
        Settings settings = installation.settings("1");
        Preparation.create(settings);
        Topics topics = Endpoints.topics(settings);
        String pages = made.resolve("pages").toString();

        interrupt(
                installation,
                "feed " + pages + " --rate 100",
                () -> sent(settings, topics.articles().name()),
                PAGES);
        installation.call("feed " + pages);
        long sent = installation.sent();
        interrupt(
                installation,
                "run --web-port " + LoopbackPort.free(),
                () -> installation.passed("1").passed(),
                sent);
        try (RunningCommand job = installation.run("1")) {
            installation.awaitThrough(job);
            assertKnown(installation, made, sent);
        }
    }

    @Test
    void deadLettersAreSentOnceEach() throws Exception {
        Installation installation =
                new Installation(broker, database, folder, Launcher.ROOT.resolve("config/sources.yaml"), "letters");
        Settings settings = installation.settings("1");
        Endpoints.makeTopics(settings);
        Topics topics = Endpoints.topics(settings);
        List<String> expected = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int number = 0; number < LETTERS; number++) {
                String page = "第" + number + "页";
                expected.add(page);
                ProducerRecord<byte[], byte[]> letter =
                        new ProducerRecord<>(topics.deadLetters().name(), page.getBytes(UTF_8));
                letter.headers().add("dead-letter-stage", "read".getBytes(UTF_8));
                letter.headers().add("dead-letter-reason", "bug".getBytes(UTF_8));
                var unused = producer.send(letter);
            }
        }
        interrupt(
                installation, "redrive", () -> sent(settings, topics.articles().name()), LETTERS);
        installation.call("redrive");
        List<String> there = new ArrayList<>();
        FedTopic.read(
                Endpoints.kafka(settings),
                new PartitionOffsets(topics.articles().name(), new TreeMap<>()),
                page -> there.add(new String(java.util.Objects.requireNonNull(page.value()), UTF_8)));
        assertThat(there).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Calls a command twice, each time until a little more is done than the time before. */
    private void interrupt(Installation installation, String command, Callable<Long> done, long all) throws Exception {
        long moment = 0;
        for (int time = 0; time < 2; time++) {
            moment += 1 + random.nextInt((int) Math.max(1, all / 2));
            try (RunningCommand begun = installation.start(command)) {
                while (begun.process().isAlive() && done.call() < moment) {
                    Thread.sleep(LOOK_MILLISECONDS);
                }
                begun.interrupt();
            }
        }
    }

    private static long sent(Settings settings, String topic) {
        return PartitionOffsets.end(Endpoints.kafka(settings), topic).sum();
    }

    private static void assertKnown(Installation installation, Path made, long sent) throws Exception {
        assertThat(installation.sent()).isEqualTo(sent);
        installation.call("bench compare " + made);
        installation.checksums("1");
    }
}
