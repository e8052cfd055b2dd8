package org.broadsheet.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.job.SamplePages.JINZHONG;
import static org.broadsheet.job.SamplePages.SHUOZHOU;
import static org.broadsheet.job.SamplePages.TAIYUAN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.postgres.DatabaseSettings;
import org.broadsheet.postgres.FigureDifference;
import org.broadsheet.postgres.Generations;
import org.broadsheet.text.page.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New rules are read by a second job beside the first, into tables of their own, and then take over, and back. */
class ITNewGeneration {
    private static final String SITES = "SELECT count(*) FROM region_figure WHERE metric = 'test_sites'";

    private static final int ROUNDS = 4;
    private static final long LOOK_MILLISECONDS = 10;
    private static final List<String> VIEWS = List.of("region_figure", "fact", "mention", "figure");
    private static final String ONE_METRIC = " WHERE metric IN ('test_sites', 'sampling_sites')";
    private static final String WITHOUT_A_FACT = "SELECT region FROM region_figure AS stated" + ONE_METRIC
            + " AND basis = 'stated' AND NOT EXISTS (SELECT FROM fact WHERE (fact.region, fact.metric, fact.scope, fact.day,"
            + " fact.value) = (stated.region, stated.metric, stated.scope, stated.day, stated.value))";

    @TempDir
    private static Path folder;

    @Test
    void isFilledFromAllPagesWhileTheOldOneServes() throws Exception {
        Path catalogue = folder.resolve("metrics.yaml");
        Files.writeString(
                catalogue,
                Files.readString(Path.of(System.getProperty("broadsheet.root"), "config/metrics.yaml"))
                        .replace("  test_sites:\n", "  sampling_sites:\n"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("database"), 0);
                RunningJob first = RunningJob.start(broker, server, folder, "taiyuan", Map.of())) {
            Generations generations = Endpoints.generations(first.settings);
            first.feed(List.of(JINZHONG.sent(), TAIYUAN.sent()));
            first.awaitThrough();
            List<String> sites = first.query(SITES);
            assertThat(sites).isNotEqualTo(List.of("0"));
            Map<String, String> changed = Map.of("generation", "2", "rules.metrics", catalogue.toString());
            try (RunningJob second = RunningJob.start(broker, server, folder, "taiyuan", changed)) {
                first.feed(List.of(SHUOZHOU.sent()));
                first.awaitThrough();
                second.awaitThrough();
                assertThat(generations.serves()).contains("1");
                assertThat(generations.missing("2")).isZero();
                assertThat(second.query(SITES)).containsExactly("0");
                assertThat(second.audit().differences()).isEmpty();

                List<FigureDifference> differences = new ArrayList<>();
                generations.differences("1", "2", differences::add);
                assertThat(differences)
                        .extracting(FigureDifference::metric)
                        .containsOnly("test_sites", "sampling_sites")
                        .hasSize(2 * Integer.parseInt(first.query(SITES).get(0)));

                List<String> before = first.checksums();
                generations.promote("2");
                assertThat(first.queryServed(SITES)).containsExactly("0");
                generations.promote("1");
                assertThat(first.queryServed(SITES)).isEqualTo(first.query(SITES));
                assertThat(first.checksums()).isEqualTo(before);

                readersSeeOneOfThemWhileRowsChange(first, second, generations);
            }
        }
    }

    /** Both jobs write, the views are switched to and fro, and nobody who reads sees some of each. */
    private static void readersSeeOneOfThemWhileRowsChange(RunningJob first, RunningJob second, Generations generations)
            throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Reader> readers = List.of(new Reader(new AtomicReference<>("")), new Reader(new AtomicReference<>("")));
        List<CompletableFuture<Void>> reading = readers.stream()
                .map(reader -> CompletableFuture.runAsync(() -> reader.read(Endpoints.served(first.settings), over)))
                .toList();
        try {
            for (int revision = 1; revision <= ROUNDS; revision++) {
                first.feed(List.of(revised(revision)));
                generations.promote("2");
                awaitSeen("sampling_sites", readers, reading);
                first.awaitThrough();
                generations.promote("1");
                awaitSeen("test_sites", readers, reading);
                second.awaitThrough();
            }
        } finally {
            over.set(true);
        }
        reading.forEach(CompletableFuture::join);
        String value = "SELECT value FROM region_figure WHERE region = 140108 AND scope = 'current'";
        assertThat(first.queryServed(value)).containsExactly(Integer.toString(ROUNDS));
        assertThat(first.query(value)).containsExactly(Integer.toString(ROUNDS));
        assertThat(first.audit().differences()).isEmpty();
        assertThat(second.audit().differences()).isEmpty();
    }

    /** 尖草坪区 has as many test sites as the page has revisions. */
    private static SamplePages.Sent revised(int revision) {
        return new SamplePages.Sent(
                "太原晚报/2022-12-01/001".getBytes(UTF_8),
                ("太原晚报 2022年12月1日 第1版\n\n本报讯 12月1日，尖草坪区设立了" + revision + "个核酸采样点。\n").getBytes(UTF_8),
                List.of(new Header("revision", Integer.toString(revision).getBytes(UTF_8))));
    }

    private static void awaitSeen(String metric, List<Reader> readers, List<CompletableFuture<Void>> reading)
            throws InterruptedException {
        while (!readers.stream().allMatch(reader -> metric.equals(reader.seen().get()))) {
            reading.stream().filter(CompletableFuture::isDone).forEach(CompletableFuture::join);
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    /**
     * Reads again and again.
     *
     * @param seen what the metric was called, in all views at one moment
     */
    private record Reader(AtomicReference<String> seen) {
        void read(DatabaseSettings views, AtomicBoolean over) {
            try (Connection connection = views.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                while (!over.get()) {
                    Set<String> names = new HashSet<>();
                    for (String view : VIEWS) {
                        Set<String> inOne = names(statement, "SELECT DISTINCT metric FROM " + view + ONE_METRIC);
                        assertThat(inOne).as(view).hasSize(1);
                        names.addAll(inOne);
                    }
                    assertThat(names).as("one generation").hasSize(1);
                    assertThat(names(statement, WITHOUT_A_FACT))
                            .as("one checkpoint")
                            .isEmpty();
                    connection.commit();
                    seen.set(names.iterator().next());
                }
            } catch (SQLException broken) {
                throw new AssertionError("a reader was broken off", broken);
            }
        }
    }

    private static Set<String> names(Statement statement, String query) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
