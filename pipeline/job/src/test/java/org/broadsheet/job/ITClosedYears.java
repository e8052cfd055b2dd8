package org.broadsheet.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.job.SamplePages.Sent;
import org.broadsheet.kafka.StoredDeadLetter;
import org.broadsheet.postgres.Closing;
import org.broadsheet.postgres.DatabaseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A year is closed between a savepoint and the job that goes on from it: its rows stay to the byte, its state goes. */
class ITClosedYears {
    private static final String FROZEN = "SELECT md5(string_agg(line, ';' ORDER BY line)), count(*) FROM ("
            + "SELECT fact::text FROM fact WHERE day <= '2021-12-31'"
            + " UNION ALL SELECT region_figure::text FROM region_figure WHERE day <= '2021-12-31'"
            + " UNION ALL SELECT page::text FROM page WHERE published <= '2021-12-31'"
            + " UNION ALL SELECT mention::text FROM mention JOIN page ON page.reference = mention.page"
            + " WHERE published <= '2021-12-31') AS frozen (line)";
    private static final String STORY = "为方便居民检测，迎泽区卫体局在桃园街道老军营社区的广场和学校操场上新设立了%d个核酸检测点，居民就近排队，秩序井然。";
    private static final int PAGES = 200;

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

    @ParameterizedTest
    @CsvSource({"heap, 1, 2", "rocksdb, 2, 1"})
    void rowsOfClosedYearsStayAndTheirStateGoes(String backend, String parallelism, String rescaled) throws Exception {
        Map<String, String> first = Map.of("job.state-backend", backend, "job.parallelism", parallelism);
        long before;
        RunningJob open = start(backend, first);
        try (open) {
            open.feed(lastYear());
            open.feed(manyPapers("2021-12-20", "12月20日，小店区设立了5个核酸检测点。", 18));
            open.feed(List.of(
                    page("无日", "万柏林区设立了41个核酸检测点。", Map.of("published", "2021-12-15", "home", "140100")),
                    page("山西日报/2022-01-03/001", String.format(STORY, 1)),
                    page("晋中日报/2022-01-04/001", "2021年12月30日，榆次区设立了31个核酸检测点。"),
                    page("朔州日报/2022-01-05/001", "本报讯 1月5日，朔城区设立了30个核酸检测点。")));
            open.awaitThrough();
            assertThat(
                            open.query(
                                    "SELECT fate FROM mention_text WHERE page_key LIKE '%/2022-%' AND region <> 140105 ORDER BY page_key"))
                    .containsExactlyInAnyOrder("reprinted", "counted", "counted");
            assertThat(open.audit().differences()).isEmpty();
            before = size(open.stop());
        }
        List<String> frozen = open.query(FROZEN);
        Closing closing = Closing.of(open.database, 2021);
        assertThat(closing.frozen()).extractingByKey("page").extracting("rows").isEqualTo((long) PAGES + 19);
        closing.write(open.database);

        Map<String, String> then = Map.of("job.state-backend", backend, "job.parallelism", rescaled);
        try (RunningJob job = start(backend, then)) {
            job.feed(manyPapers("2022-01-09", "1月9日，小店区设立了5个核酸检测点。", 3));
            job.feed(List.of(
                    page(
                            "无日",
                            "万柏林区设立了42个核酸检测点。",
                            Map.of("published", "2022-01-09", "home", "140100", "revision", "1")),
                    page("太原晚报/2021-12-20/001", "12月20日，迎泽区设立了9个核酸检测点。"),
                    page("太原晚报/2021-12-01/000", "12月1日，迎泽区设立了9个核酸检测点。", Map.of("revision", "1")),
                    new Sent("太原晚报/2021-12-01/000".getBytes(UTF_8), null, List.of()),
                    new Sent("无日".getBytes(UTF_8), null, List.of()),
                    page("晋中日报/2022-01-04/001", "1月4日，榆次区设立了32个核酸检测点。", Map.of("revision", "1")),
                    page("运城日报/2022-01-06/001", String.format(STORY, 1)),
                    page("临汾日报/2022-01-07/001", "去年，尧都区共有核酸检测点77个。")));
            job.awaitThrough();
            assertThat(job.query(FROZEN)).isEqualTo(frozen);
            assertThat(job.query(
                            "SELECT page_key, value, fate FROM mention_text WHERE page_key LIKE '%/2022-%' AND region <> 140105"
                                    + " ORDER BY page_key, value"))
                    .containsExactlyInAnyOrder(
                            "山西日报/2022-01-03/001 1 reprinted",
                            "朔州日报/2022-01-05/001 30 counted",
                            "晋中日报/2022-01-04/001 31 counted",
                            "晋中日报/2022-01-04/001 32 counted",
                            "运城日报/2022-01-06/001 1 closed",
                            "临汾日报/2022-01-07/001 77 closed");
            assertThat(job.query("SELECT day, reports FROM fact WHERE region = 140105 AND value = 5 ORDER BY day"))
                    .containsExactly("2021-12-20 18", "2022-01-09 3");
            assertThat(job.query("SELECT value, fate FROM mention_text WHERE page_key = '无日' ORDER BY value"))
                    .containsExactly("41 counted", "42 counted");
            assertThat(letters(job)).containsOnly("read closed").hasSize(4);
            assertThat(job.query("SELECT sum(rejected), sum(next - first - read - rejected) FROM intake"))
                    .containsExactly("4 0");
            assertThat(job.query("SELECT count(*) FROM page_fate WHERE mentions <> counted + reprinted + retold"
                            + " + unplaced + dropped + closed"))
                    .containsExactly("0");
            assertThat(job.audit().differences()).isEmpty();
            assertThat(job.query("SELECT value, age FROM stock WHERE region = 140702 AND metric = 'test_sites'"
                            + " AND day = '2021-12-30'"))
                    .containsExactly("31 0");
            long after = size(job.stop());
            System.out.println(backend + ": savepoint of " + before + " bytes before, " + after + " after the closing");
            assertThat(after).isLessThan(before);
        }
        restoredOnceMoreNothingIsClosedTwice(backend);
    }

    /** What came after the closing belongs to its page again: it goes with it. */
    private static void restoredOnceMoreNothingIsClosedTwice(String backend) throws Exception {
        try (RunningJob job = start(backend, Map.of("job.state-backend", backend))) {
            job.feed(List.of(
                    new Sent("临汾日报/2022-01-07/001".getBytes(UTF_8), null, revision("1")),
                    new Sent("山西日报/2022-01-03/001".getBytes(UTF_8), null, revision("1")),
                    page("长治日报/2022-01-08/001", "1月8日，潞州区设立了8个核酸检测点。")));
            job.awaitThrough();
            assertThat(job.query("SELECT page_key, fate FROM mention_text WHERE page_key IN"
                            + " ('临汾日报/2022-01-07/001', '山西日报/2022-01-03/001', '长治日报/2022-01-08/001')"))
                    .containsExactlyInAnyOrder("山西日报/2022-01-03/001 reprinted", "长治日报/2022-01-08/001 counted");
            assertThat(job.audit().differences()).isEmpty();
            assertThatThrownBy(() -> Closing.of(job.database, 2020))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage("The years up to 2021 are closed already, and 2020 with them.");
            assertThatThrownBy(() -> Closing.of(job.database, 2022))
                    .hasMessage("The year 2022 is not over: the last page is of 2022-01-09.");
        }
    }

    @Test
    void aNewGenerationBeginsWithNoYearClosed() throws Exception {
        RunningJob first = start("generations", Map.of());
        try (first) {
            first.feed(lastYear().subList(0, 5));
            first.feed(List.of(page("朔州日报/2022-01-05/001", "1月5日，朔城区设立了30个核酸检测点。")));
            first.awaitThrough();
            first.stop();
        }
        Closing.of(first.database, 2021).write(first.database);
        try (RunningJob closed = start("generations", Map.of());
                RunningJob second = start("generations", Map.of("generation", "2"))) {
            closed.feed(List.of(page("太原晚报/2021-12-20/001", "12月20日，迎泽区设立了9个核酸检测点。")));
            closed.awaitThrough();
            second.awaitThrough();
            assertThat(closed.query("SELECT count(*) FROM page")).containsExactly("6");
            assertThat(second.query("SELECT count(*) FROM page")).containsExactly("7");
            assertThat(second.query("SELECT count(*) FROM closed_year")).containsExactly("0");
            assertThat(second.audit().differences()).isEmpty();
            var generations = Endpoints.generations(closed.settings);
            assertThat(generations.missing("2")).isZero();
            generations.promote("2");
            assertThat(generations.missing("1"))
                    .as("what generation 1 refused as closed")
                    .isZero();
        }
    }

    /** As many as make a claim of more mentions than are kept as one value. */
    private static List<Sent> manyPapers(String day, String text, int papers) {
        List<Sent> pages = new ArrayList<>();
        for (int i = 0; i < papers; i++) {
            pages.add(page("某市第" + i + "日报/" + day + "/001", text));
        }
        return pages;
    }

    private static List<Sent> lastYear() {
        List<Sent> pages = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            String day = "2021-" + (i % 2 == 0 ? "12-" : "11-") + (i % 28 < 9 ? "0" : "") + (i % 28 + 1);
            String key = "太原晚报/" + (i == 0 ? "2021-12-28" : i == 1 ? "2021-12-01" : day) + "/"
                    + String.format("%03d", i == 1 ? 0 : i + 1);
            pages.add(page(key, i == 0 ? String.format(STORY, 1) : String.format(STORY, i + 100)));
        }
        return pages;
    }

    private static Sent page(String key, String text) {
        return page(key, text, Map.of());
    }

    private static Sent page(String key, String text, Map<String, String> headers) {
        return Sent.of(key, text.getBytes(UTF_8), headers);
    }

    private static List<org.broadsheet.text.page.Header> revision(String number) {
        return List.of(new org.broadsheet.text.page.Header("revision", number.getBytes(UTF_8)));
    }

    private static List<String> letters(RunningJob job) throws Exception {
        return Letters.of(job.settings).stream()
                .map((StoredDeadLetter letter) -> letter.stage() + " " + letter.reason())
                .toList();
    }

    private static long size(Path savepoint) throws IOException {
        try (Stream<Path> files = Files.walk(savepoint)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static RunningJob start(String name, Map<String, String> flags) throws Exception {
        return RunningJob.start(broker, database, folder, "closed_" + name, flags);
    }
}
