package org.broadsheet.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.generator.Archive;
import org.broadsheet.generator.Delivery;
import org.broadsheet.job.SamplePages.Sent;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.postgres.DatabaseSettings;
import org.broadsheet.postgres.TableLines;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Savepoints and tables that older versions left come up under this build, while a reader reads, as the roles that
 * {@code roles.sql} makes; with the pages behind the savepoint they are the tables of a run from scratch.
 *
 * <p>{@code -Dtest=ITUpgrade -Dbroadsheet.upgrade.write=0.2.0-9} stores those of this build under a new name instead.
 */
class ITUpgrade {
    private static final String NAME = "upgrade";
    private static final int RECORDS = 150;
    /** More than are kept as one value of the state. */
    private static final int PAPERS = 18;

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void startServers() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        database = EmbeddedDatabase.start(folder.resolve("database"), 0);
    }

    @AfterAll
    static void stopServers() {
        database.close();
        broker.close();
    }

    static Stream<String> stored() throws IOException {
        try (Stream<Path> folders = Files.list(StoredInstallation.all())) {
            return folders
                    .filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("stored")
    void whatAnOlderVersionLeftGoesOn(String version) throws Exception {
        StoredInstallation stored =
                new StoredInstallation(StoredInstallation.all().resolve(version));
        List<Sent> pages = stored.pages();
        int fed = before(pages).size() + after(pages).size();
        Map<String, List<String>> scratch = fromScratch(stored, pages);
        execute(Files.readString(Path.of(System.getProperty("broadsheet.root"), "config/postgres/roles.sql")));
        Settings owner = settings(stored, NAME, "broadsheet_owner");
        stored.restoreTables(Endpoints.database(owner));
        Endpoints.generations(owner).add("1");
        stored.restoreState(new StateFolder(owner.job().stateFolder()));
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Long> reader = reading(Endpoints.served(settings(stored, NAME, "broadsheet_reader")), over);

        Endpoints.makeTables(owner);
        Endpoints.makeTopics(owner);
        try (RunningJob job = job(settings(stored, NAME, "broadsheet_job"), pages)) {
            job.awaitThrough();
            assertThat(TableLines.of(Endpoints.database(owner))).isEqualTo(scratch);
            assertThat(job.query("SELECT sum(next - first), sum(read + rejected) FROM intake"))
                    .containsExactly(fed + " " + fed);
        } finally {
            over.set(true);
        }
        assertThat(reader.get()).isPositive();
        try (Connection connection = Endpoints.database(owner).connect()) {
            assertThat(org.broadsheet.postgres.Audit.run(connection).differences())
                    .isEmpty();
            assertThat(StoredInstallation.migrations(connection))
                    .as("a migration that was delivered is never changed")
                    .startsWith(stored.migrations().toArray(String[]::new));
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "broadsheet.upgrade.write", matches = ".+")
    void storeWhatThisVersionLeaves() throws Exception {
        StoredInstallation stored = new StoredInstallation(
                StoredInstallation.all().resolve(System.getProperty("broadsheet.upgrade.write", "")));
        Archive archive = Archive.of(Gazetteer.load(), 11, RECORDS);
        stored.writePages(made(archive));
        Files.writeString(stored.sources(), archive.sources());
        Settings settings = settings(stored, NAME, database.user());
        Endpoints.makeTables(settings);
        Endpoints.makeTopics(settings);
        try (RunningJob job = RunningJob.run(settings, new Configuration())) {
            job.feed(before(stored.pages()));
            job.awaitThrough();
            stored.writeState(job.stop());
        }
        stored.writeTables(Endpoints.database(settings));
    }

    /** Records with keys go first: they come into the same partitions, at the same offsets, whenever they are sent. */
    private static List<Sent> made(Archive archive) {
        List<Sent> pages = new ArrayList<>();
        for (int i = 0; i < PAPERS; i++) {
            pages.add(Sent.of("某市第" + i + "日报/2021-12-20/001", "12月20日，小店区设立了5个核酸检测点。".getBytes(UTF_8), Map.of()));
        }
        List<RawPage> records = archive.deliveries().map(Delivery::raw).toList();
        for (boolean keyed : new boolean[] {true, false}) {
            records.stream()
                    .filter(record -> keyed == (record.key() != null))
                    .forEach(record -> pages.add(new Sent(record.key(), record.value(), record.headers())));
        }
        return pages;
    }

    private static List<Sent> before(List<Sent> pages) {
        return pages.subList(0, pages.size() / 2);
    }

    /** The others, without those that came before to the byte: the rules of then and of now would count such a page twice. */
    private static List<Sent> after(List<Sent> pages) {
        List<Sent> before = before(pages);
        return pages.subList(pages.size() / 2, pages.size()).stream()
                .filter(page -> before.stream().noneMatch(earlier -> Arrays.equals(earlier.value(), page.value())))
                .toList();
    }

    private static RunningJob job(Settings settings, List<Sent> pages) throws Exception {
        RunningJob.feed(settings, before(pages));
        RunningJob job = RunningJob.run(settings, new Configuration());
        job.feed(after(pages));
        return job;
    }

    private static Map<String, List<String>> fromScratch(StoredInstallation stored, List<Sent> pages) throws Exception {
        Settings settings = settings(stored, "scratch", database.user());
        Endpoints.makeTables(settings);
        Endpoints.makeTopics(settings);
        try (RunningJob job = job(settings, pages)) {
            job.awaitThrough();
            return TableLines.of(Endpoints.database(settings));
        }
    }

    private static Settings settings(StoredInstallation stored, String name, String user) throws Exception {
        return RunningJob.settings(
                broker,
                database,
                folder,
                name,
                Map.of("database.user", user, "rules.sources", stored.sources().toString()));
    }

    /** Reads the views until it is over; returns how often. */
    private static CompletableFuture<Long> reading(DatabaseSettings served, AtomicBoolean over) {
        return CompletableFuture.supplyAsync(() -> {
            try (Connection connection = served.connect();
                    Statement statement = connection.createStatement()) {
                long times = 0;
                while (!over.get()) {
                    try (ResultSet row = statement.executeQuery("SELECT count(*) FROM figure")) {
                        row.next();
                        assertThat(row.getLong(1)).isPositive();
                        times++;
                    }
                }
                return times;
            } catch (SQLException broken) {
                throw new AssertionError("a reader was broken off", broken);
            }
        });
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
