package org.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.job.SamplePages.JINZHONG;
import static org.broadsheet.job.SamplePages.SHUOZHOU;
import static org.broadsheet.job.SamplePages.TAIYUAN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.job.SamplePages.Sent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole path: a real broker, a real job, a real database. */
class ITBroadsheetJob {
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
        broker.close();
        database.close();
    }

    @Test
    void bothOrdersTwiceAtParallelismOneAndTwoGiveTheSameTables() throws Exception {
        List<Sent> forth = List.of(JINZHONG.sent(), SHUOZHOU.sent(), TAIYUAN.sent());
        List<Sent> back = List.of(TAIYUAN.sent(), SHUOZHOU.sent(), JINZHONG.sent());
        List<String> expected = null;
        for (String parallelism : List.of("1", "2")) {
            for (List<Sent> order : List.of(forth, back)) {
                String name = "order_" + parallelism + (order == forth ? "_forth" : "_back");
                try (RunningJob job = start(name, Map.of("job.parallelism", parallelism))) {
                    job.feed(order);
                    job.feed(order);
                    job.awaitThrough();
                    assertThat(job.audit().differences()).isEmpty();
                    List<String> checksums = job.checksums();
                    assertThat(checksums).hasSize(4).noneMatch(line -> line.matches("\\w+ 0 .*"));
                    if (expected == null) {
                        expected = checksums;
                    }
                    assertThat(checksums).isEqualTo(expected);
                }
            }
        }
    }

    /** A metric comes into the tables by the catalogue alone. */
    @Test
    void countsWhatTheCatalogueAdds() throws Exception {
        Path catalogue = folder.resolve("metrics.yaml");
        String packaged = Files.readString(Path.of(System.getProperty("broadsheet.root"), "config/metrics.yaml"));
        Files.writeString(
                catalogue,
                packaged + "  vaccinations:\n    zh: 疫苗接种\n    en: vaccinations\n    unit: dose\n    kind: flow\n"
                        + "    measures: [剂, 剂次]\n    nouns: [新冠疫苗, 疫苗]\n");
        byte[] page = "本报讯 6月3日，迎泽区接种新冠疫苗12000剂，累计接种疫苗31.5万剂次。\n".getBytes(StandardCharsets.UTF_8);
        try (RunningJob job = start("added", Map.of("rules.metrics", catalogue.toString()))) {
            job.feed(List.of(Sent.of("太原晚报/2021-06-04/003", page, Map.of("home", "140100"))));
            job.awaitThrough();
            assertThat(job.query("SELECT region, scope, day, value, basis FROM region_figure"
                            + " WHERE metric = 'vaccinations' AND basis = 'stated' ORDER BY scope"))
                    .containsExactly(
                            "140106 cumulative 2021-06-03 315000 stated", "140106 current 2021-06-03 12000 stated");
            assertThat(job.audit().differences()).isEmpty();
        }
    }

    @Test
    void figuresOpenTheirSentence() throws Exception {
        try (RunningJob job = start("evidence", Map.of("job.state-backend", "rocksdb"))) {
            job.feed(List.of(TAIYUAN.sent(), SHUOZHOU.sent()));
            job.awaitThrough();
            assertThat(job.query("SELECT value, modifier, basis, reports FROM region_figure"
                            + " WHERE region = 140106 AND metric = 'test_sites' AND scope = 'current'"))
                    .containsExactly("795 exact stated 1");
            assertThat(job.query("SELECT value, basis FROM region_figure"
                            + " WHERE region = 140600 AND metric = 'party_members' AND day = '2022-11-14'"))
                    .containsExactly("9238 stated");
            assertThat(job.query(
                            "SELECT quote, paper, sentence FROM evidence WHERE region = 140106 AND fact_value = 795"))
                    .singleElement()
                    .asString()
                    .startsWith("795个检测采样点 太原晚报 为防止核酸筛查中居民等候时间过长,迎泽区卫体局设立了795个检测采样点");
        }
    }

    @Test
    void whatIsNoPageGoesToTheDeadLettersAndThePagesAroundItAreRead() throws Exception {
        try (RunningJob job = start("dead", Map.of())) {
            byte[] picture = new byte[5000];
            Arrays.fill(picture, (byte) 0x5A);
            System.arraycopy(
                    new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0},
                    0,
                    picture,
                    0,
                    11);
            byte[] large = "迎泽区有795个检测采样点。".repeat(2 * 1024 * 1024 / 36 + 1).getBytes(StandardCharsets.UTF_8);
            Map<String, String> told = Map.of("published", "2022-11-22", "home", "140100");
            List<Sent> pages = new ArrayList<>();
            pages.add(JINZHONG.sent());
            pages.add(Sent.of("empty", new byte[0], told));
            pages.add(Sent.of("large", large, told));
            pages.add(SHUOZHOU.sent());
            pages.add(Sent.of("picture", picture, told));
            pages.add(Sent.of(null, "{\"source\": \"太原晚报\"}".getBytes(StandardCharsets.UTF_8), told));
            pages.add(Sent.of("no-day", "迎泽区有795个检测采样点。".getBytes(StandardCharsets.UTF_8), Map.of()));
            pages.add(TAIYUAN.sent());
            job.feed(pages);
            job.awaitThrough();

            assertThat(large.length).isGreaterThan(2 * 1024 * 1024);
            assertThat(Passed.of(job.database)).isEqualTo(new Passed(3, 5, 8));
            assertThat(Letters.of(job.settings))
                    .extracting(letter -> letter.stage() + " " + letter.reason())
                    .containsExactlyInAnyOrder(
                            "read empty", "read too-large", "read not-text", "read no-text", "read no-day");
            assertThat(job.audit().differences()).isEmpty();
            assertThat(job.query("SELECT count(*) FROM page")).containsExactly("3");
        }
    }

    @Test
    void aWithdrawnPageTakesItsFiguresAlong() throws Exception {
        try (RunningJob job = start("withdrawn", Map.of())) {
            job.feed(List.of(TAIYUAN.sent(), TAIYUAN.withdrawn()));
            job.awaitThrough();
            assertThat(job.query("SELECT count(*) FROM page")).containsExactly("2");
            assertThat(job.query("SELECT count(*) FROM current_page")).containsExactly("0");
            assertThat(job.query("SELECT (SELECT count(*) FROM mention), (SELECT count(*) FROM fact),"
                            + " (SELECT count(*) FROM region_figure)"))
                    .containsExactly("0 0 0");
        }
    }

    @Test
    void aReprintJoinsItsOriginalUntilThatIsWithdrawn() throws Exception {
        byte[] story = ("为防止核酸筛查中居民等候时间过长，迎泽区卫体局设立了795个检测采样点，" + "抽调人员分片包干，确保居民在家门口十五分钟内完成采样。\n")
                .getBytes(StandardCharsets.UTF_8);
        Sent original = Sent.of("太原晚报/2022-11-22/003", story, Map.of("home", "140100"));
        Sent reprint = Sent.of("山西日报/2022-11-24/001", story, Map.of("home", "140000"));
        try (RunningJob job = start("reprint", Map.of())) {
            job.feed(List.of(reprint, original, reprint));
            job.awaitThrough();
            assertThat(job.query("SELECT paper, fate, quote FROM mention_text ORDER BY paper"))
                    .containsExactlyInAnyOrder("太原晚报 counted 795个检测采样点", "山西日报 reprinted 795个检测采样点");
            assertThat(job.query("SELECT day, reports, mentions, first_published, last_published FROM fact"))
                    .containsExactly("2022-11-22 2 2 2022-11-22 2022-11-24");
            assertThat(job.audit().differences()).isEmpty();
            job.feed(List.of(Sent.of("太原晚报/2022-11-22/003", null, Map.of("revision", "1"))));
            job.awaitThrough();
            assertThat(job.query("SELECT paper, fate FROM mention_text")).containsExactly("山西日报 counted");
            assertThat(job.query("SELECT day, reports FROM fact")).containsExactly("2022-11-24 1");
            assertThat(job.query("SELECT day, value, reports FROM region_figure WHERE region = 140106"))
                    .containsExactly("2022-11-24 795 1");
            assertThat(job.audit().differences()).isEmpty();
        }
    }

    private static RunningJob start(String name, Map<String, String> flags) throws Exception {
        return RunningJob.start(broker, database, folder, name, flags);
    }
}
