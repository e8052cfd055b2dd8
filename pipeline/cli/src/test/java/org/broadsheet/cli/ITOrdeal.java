package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.cli.cluster.FigureMessages;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.generator.Archive;
import org.broadsheet.generator.ArchiveFolder;
import org.broadsheet.generator.Delivery;
import org.broadsheet.generator.KnownTables;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.Passed;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.DeadLetterReader;
import org.broadsheet.kafka.Fingerprint;
import org.broadsheet.kafka.StoredDeadLetter;
import org.broadsheet.postgres.TableLines;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A feed that is stopped and called again five times, beside a job that is killed twice, a database that goes away and a broker
 * that is started anew: the tables of the same pages read in one go without a fault, and those that the generator knows; each
 * page and each dead letter once.
 *
 * <p>Not in the build, which has {@code ITChaos}: {@code -Dbroadsheet.ordeal.pages=600} is two minutes of it. {@code
 * -Dbroadsheet.ordeal.pages=20000 -Dbroadsheet.ordeal.away=60} is the whole of it; with another {@code
 * -Dbroadsheet.ordeal.seed} it prints how many rows differ from those that the generator knows.
 */
@EnabledIfSystemProperty(named = "broadsheet.ordeal.pages", matches = "\\d+")
class ITOrdeal {
    private static final int PAGES = Integer.getInteger("broadsheet.ordeal.pages", 600);
    /** One whose 20,000 pages hold no reprint that is worn beyond recognition. */
    private static final long KNOWN_TO_THE_ROW = 14;

    private static final long SEED = Long.getLong("broadsheet.ordeal.seed", KNOWN_TO_THE_ROW);

    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("broadsheet.ordeal.away", 5));
    /** Pages a second: so slow that a stop finds the feed at work. */
    private static final int RATE = Math.min(200, PAGES / 15);

    private static final int STOPS = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long LOOK_MILLISECONDS = 100;

    @TempDir
    private Path folder;

    @Test
    void theTablesAreTheKnownOnes() throws Exception {
        // The account of the database must be able to go in.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path made = folder.resolve("made");
        Gazetteer gazetteer = Gazetteer.load();
        Archive archive = Archive.of(gazetteer, SEED, PAGES);
        ArchiveFolder.write(archive, made);
        ArchiveFolder.writeKnown(archive, gazetteer, made);
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), 0);
        RunningCommand job = null;
        try {
            Installation installation =
                    new Installation(broker, database, folder, made.resolve("sources.yaml"), "ordeal");
            Preparation.create(installation.settings("1"));
            job = installation.run("1");
            CompletableFuture<Void> feed = CompletableFuture.runAsync(() -> feed(installation, made));

            installation.awaitPassed(job, PAGES / 5);
            job.kill();
            job = installation.run("1");
            installation.awaitPassed(job, 2L * PAGES / 5);
            database.close();
            Thread.sleep(AWAY.toMillis());
            database = EmbeddedDatabase.start(folder.resolve("database"), database.port());
            installation.awaitPassed(job, 3L * PAGES / 5);
            broker.close();
            broker = EmbeddedBroker.start(folder.resolve("broker"), broker.port());
            installation.awaitPassed(job, 4L * PAGES / 5);
            job.kill();
            job = installation.run("1");
            feed.join();
            installation.awaitThrough(job);

            job.kill();
            assertOnceEach(installation);
            assertAsWithoutFaults(installation, made);
            assertKnown(installation, made);
        } finally {
            if (job != null) {
                job.close();
            }
            database.close();
            broker.close();
        }
    }

    /** Ctrl-C and {@code kill -9} by turns, each after a sixth of the pages, and then to the end. */
    private static void feed(Installation installation, Path made) {
        String command = "feed " + made.resolve("pages") + " --rate " + RATE;
        try {
            for (int stop = 1; stop <= STOPS; stop++) {
                try (RunningCommand feed = installation.start(command)) {
                    while (journalled(installation, made) < (long) stop * PAGES / (STOPS + 1)) {
                        feed.assertAlive();
                        Thread.sleep(LOOK_MILLISECONDS);
                    }
                    feed.assertAlive();
                    if (stop % 2 == 0) {
                        feed.kill();
                    } else {
                        feed.interrupt();
                    }
                }
            }
            Called last = installation.call("feed " + made.resolve("pages") + " --json");
            assertThat(last.out()).contains("\"unreadable\":0}");
        } catch (Exception fault) {
            throw new CompletionException(fault);
        }
    }

    /** Pages that the broker has acknowledged: lines of the journal behind its first. */
    private static long journalled(Installation installation, Path made) throws Exception {
        Path journal = FeedJournalFile.of(
                installation.settings("1").job().stateFolder(), "feed", List.of(made.resolve("pages")));
        return Files.exists(journal)
                ? Files.readString(journal, UTF_8).lines().skip(1).count()
                : 0;
    }

    /** Straight from the files, in one go: what the rules themselves take for a reprint is so in both. */
    private static void assertAsWithoutFaults(Installation installation, Path made) throws Exception {
        installation.call("replay " + made.resolve("pages") + " --generation 2");
        assertThat(installation.call("diff 1 2").lines()).containsExactly("0 came, 0 went, 0 changed.");
        assertThat(installation.checksums("1")).isEqualTo(installation.checksums("2"));
    }

    private static void assertKnown(Installation installation, Path made) throws Exception {
        List<JsonNode> tables = new ArrayList<>();
        for (String table : installation
                .called("bench compare " + made + " --json --limit 0")
                .lines()) {
            tables.add(JSON.readTree(table));
        }
        System.out.println("The ordeal of seed " + SEED + ": " + tables);
        assertThat(tables).hasSize(4);
        assertThat(tables)
                .filteredOn(table ->
                        SEED == KNOWN_TO_THE_ROW || table.path("table").asText().equals("page"))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table.path("missing").asInt()
                                + table.path("extra").asInt())
                        .as(table.toString())
                        .isZero());
    }

    private static void assertOnceEach(Installation installation) throws Exception {
        Gazetteer gazetteer = Gazetteer.load();
        KnownTables known =
                KnownTables.of(onceEach(ArchiveFolder.filed(Archive.of(gazetteer, SEED, PAGES))), gazetteer);
        long refused =
                known.refused().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(installation.sent()).isEqualTo(known.read() + refused);
        assertThat(installation.passed("1")).isEqualTo(new Passed(known.read(), refused, known.read() + refused));
        Settings settings = installation.settings("1");
        assertThat(
                        DeadLetterReader.all(
                                        Endpoints.kafka(settings),
                                        Endpoints.topics(settings).deadLetters().name())
                                .stream()
                                .collect(Collectors.groupingBy(StoredDeadLetter::reason, Collectors.counting())))
                .isEqualTo(known.refused().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, reason -> reason.getValue().longValue())));
        assertThat(FigureMessages.last(settings))
                .isEqualTo(TableLines.of(Endpoints.database(settings)).get("region_figure"));
    }

    /** Two files that make the same record are one. */
    private static Stream<Delivery> onceEach(Stream<Delivery> deliveries) {
        Set<Fingerprint> sent = new HashSet<>();
        return deliveries.filter(delivery -> sent.add(Fingerprint.of(
                delivery.raw().key(), delivery.raw().value(), delivery.raw().headers())));
    }
}
