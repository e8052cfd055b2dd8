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
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;
import org.broadsheet.generator.Archive;
import org.broadsheet.generator.ArchiveFolder;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.StateFolder;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.FedTopic;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.kafka.Topics;
import org.broadsheet.postgres.Closing;
import org.broadsheet.postgres.Generations;
import org.broadsheet.text.page.ClosedYears;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
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
        Path made = made();
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
    @EnabledIfSystemProperty(named = "broadsheet.interrupted", matches = "all") // three minutes
    void pagesAreReplayedOnceEitherWay() throws Exception {
        Path made = made();
        Installation installation =
                new Installation(broker, database, folder, made.resolve("sources.yaml"), "replayed");
        Settings settings = installation.settings("1");
        Preparation.create(settings);
        String archive = Endpoints.topics(settings).archive().name();
        String pages = made.resolve("pages").toString();
        try (RunningCommand job = installation.run("1")) {
            interrupt(installation, "replay " + pages + " --most 40", () -> sent(settings, archive), PAGES);
            installation.call("replay " + pages);
            assertThat(job.process().isAlive()).isTrue();
        }
        installation.call("bench compare " + made);

        String fill = "replay " + pages + " --generation 2";
        interrupt(installation, fill, filling -> true, 3_000);
        interrupt(installation, fill, filling -> filling.printed().contains("Filling"), 5_000);
        interrupt(installation, fill, filling -> installation.passed("2").passed() > 0, 1_000);
        installation.call(fill);
        List<String> checksums = installation.checksums("1");
        assertThat(installation.checksums("2")).isEqualTo(checksums);
        aReplayThatCouldNotNoteItsEnd(installation, fill);
        readersSeeOneGenerationOrTheOther(installation);
        aYearIsClosedOrNot(installation);
        assertThat(installation.checksums("2")).isEqualTo(checksums);
    }

    /** Its two notes are looked at one by one: no signal hits between them. */
    private static void aReplayThatCouldNotNoteItsEnd(Installation installation, String fill) throws Exception {
        StateFolder state = new StateFolder(installation.settings("2").job().stateFolder());
        state.noteFilling();
        installation.call(fill);
        assertThat(state.isBeingFilled()).isFalse();
        Files.delete(state.savepoints().resolve("of-a-replay"));
        state.noteFilling();
        installation.call(fill);
        assertThat(state.isBeingFilled()).isFalse();
        assertThat(installation.called(fill).err()).contains("Generation 2 has been filled");
    }

    private void readersSeeOneGenerationOrTheOther(Installation installation) throws Exception {
        Generations generations = Endpoints.generations(installation.settings("1"));
        for (String generation : List.of("2", "1")) {
            interrupt(installation, "promote " + generation, begun -> true, 1_500);
            assertThat(generations.serves()).get().isIn("1", "2");
            installation.call("promote " + generation);
            assertThat(generations.serves()).contains(generation);
        }
    }

    private void aYearIsClosedOrNot(Installation installation) throws Exception {
        String close = "close 2007 --generation 2 --yes --json";
        interrupt(installation, close, begun -> true, 2_000);
        Called again = installation.called(close);
        assertThat(again.out() + again.err())
                .containsAnyOf("{\"year\":2007,\"closed\":true,", "The year 2007 is closed already.");
        assertThat(Closing.closed(Endpoints.database(installation.settings("2"))))
                .isEqualTo(ClosedYears.through(2007));
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

    private interface Moment {
        boolean hasCome(RunningCommand begun) throws Exception;
    }

    /** Calls a command until a moment has come and then at most so many milliseconds. */
    private void interrupt(Installation installation, String command, Moment moment, int milliseconds)
            throws Exception {
        try (RunningCommand begun = installation.start(command)) {
            while (begun.process().isAlive() && !moment.hasCome(begun)) {
                Thread.sleep(LOOK_MILLISECONDS);
            }
            boolean unused = begun.process().waitFor(random.nextInt(milliseconds), TimeUnit.MILLISECONDS);
            begun.interrupt();
        }
    }

    private Path made() throws Exception {
        Path made = folder.resolve("made");
        Gazetteer gazetteer = Gazetteer.load();
        Archive archive = Archive.of(gazetteer, 11, PAGES);
        ArchiveFolder.write(archive, made);
        ArchiveFolder.writeKnown(archive, gazetteer, made);
        return made;
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
