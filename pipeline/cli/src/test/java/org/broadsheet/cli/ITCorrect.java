package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.execution.JobClient;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;
import org.broadsheet.job.BroadsheetJob;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.LocalCluster;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.text.page.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code correct}, called as a user calls it, with broker, database and job: what it says, and what the tables are then. */
class ITCorrect {
    private static final String KEY = "太原晚报/2022-11-22/003";
    private static final String STORY = "11月22日，迎泽区设立了795个检测采样点，小店区设立了60个核酸检测点，新增确诊病例23例。";

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static EmbeddedDatabase database;
    private static CorrectedTables tables;
    private static JobClient job;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        database = EmbeddedDatabase.start(folder.resolve("database"), 0);
        Settings settings = Settings.read(Launcher.ROOT.resolve("config/broadsheet.yaml"), Map.of(), flags());
        Endpoints.makeTables(settings);
        Endpoints.makeTopics(settings);
        tables = new CorrectedTables(settings);
        job = BroadsheetJob.start(settings, LocalCluster.environment(settings, LoopbackPort.free()));
    }

    @AfterAll
    static void stop() throws Exception {
        job.cancel().get();
        database.close();
        broker.close();
    }

    @Test
    void aMentionIsChangedAnotherDroppedAndBothUndone() throws Exception {
        feed(KEY, STORY, List.of());
        List<String> before = tables.results();
        long sent = tables.sent();
        assertThat(tables.query("SELECT value FROM region_figure WHERE region = 140106"))
                .containsExactly("795");
        assertThat(said("figures", "--region", "140106", "--why")).contains(KEY + "#0 [");

        assertThat(said("correct", KEY + "#0", "--value", "705", "--why", "误识", "--dry-run"))
                .contains("counted 795 → counted 705 (误识)")
                .contains("Nothing was sent (--dry-run).");
        assertThat(tables.sent()).isEqualTo(sent);
        assertThat(said("correct", KEY + "#0", "--value", "705.0", "--why", "误识"))
                .contains("counted 795 → counted 705 (误识)")
                .contains("1 correction of " + KEY + " in force then.")
                .contains("Sent to articles, partition ");
        tables.awaitThrough();
        assertThat(tables.query("SELECT value FROM region_figure WHERE region = 140106"))
                .containsExactly("705");
        assertThat(said("figures", "--region", "140106", "--why"))
                .contains("corrected: 795 was read, 705 holds: 误识")
                .contains("【795个检测采样点】");
        assertThat(tables.differences()).isEmpty();

        assertThat(said("correct", KEY, "--quote", "确诊病例23例", "--drop", "--why", "是去年的"))
                .contains("counted 23 → dropped (是去年的)")
                .contains("2 corrections of " + KEY + " in force then.");
        tables.awaitThrough();
        assertThat(tables.query("SELECT count(*) FROM region_figure WHERE metric = 'confirmed_cases'"))
                .containsExactly("0");
        assertThat(tables.query("SELECT mentions, counted, dropped FROM page_fate WHERE page_key = '" + KEY + "'"))
                .containsExactly("3 2 1");
        assertThat(tables.query("SELECT fate, sentence, correction FROM mention_text WHERE number = 2 AND page_key = '"
                        + KEY + "'"))
                .containsExactly("dropped " + STORY + " 是去年的");
        assertThat(tables.differences()).isEmpty();
        assertThat(said("correct", "--list"))
                .contains("in force")
                .contains(KEY + "#0")
                .contains(KEY + "#2");
        assertThat(said("correct", KEY + "#0", "--value", "705", "--why", "误识"))
                .contains("It is so already; nothing was sent.");

        said("correct", KEY + "#2", "--undo");
        said("correct", KEY + "#0", "--undo");
        tables.awaitThrough();
        assertThat(tables.results()).isEqualTo(before);
        assertThat(tables.query("SELECT corrected, corrections FROM current_page WHERE page_key = '" + KEY + "'"))
                .containsExactly("4 []");
        assertThat(tables.query("SELECT count(*) FROM (SELECT DISTINCT " + CorrectedTables.PAGE_BUT_ITS_NAME
                        + " FROM page WHERE corrected IN (0, 4) AND page_key = '" + KEY + "') AS alike"))
                .containsExactly("1");
        assertThat(tables.differences()).isEmpty();
        assertThat(said("correct", "--list", KEY)).contains("undone").doesNotContain("in force");
    }

    @Test
    void aPageWithoutAKeyAndOneThatWasNeverSentAreCorrected() throws Exception {
        String text = "太原晚报 2022年11月20日 第2版\n\n本报讯 11月20日，杏花岭区设立了41个核酸检测点。\n";
        feed(null, text, List.of());
        String key = tables.query("SELECT page_key FROM page WHERE sentences::text LIKE '%杏花岭区%'")
                .get(0);
        assertThat(key).hasSize(64);
        said("correct", key + "#0", "--value", "14", "--why", "倒置");
        Path file = Files.writeString(folder.resolve("005.txt"), "11月20日，尖草坪区设立了52个核酸检测点。\n");
        Path manifest = Files.writeString(
                folder.resolve("named.jsonl"),
                "{\"file\": \"005.txt\", \"source\": \"太原晚报\", \"published\": \"2022-11-20\", \"page\": \"005\"}\n");
        String[] page = {"--page", file.toString(), "--manifest", manifest.toString()};
        assertThat(refused(
                        "correct", "太原晚报/2022-11-20/006#0", "--drop", "--why", "无", page[0], page[1], page[2], page[3]))
                .contains("There is no page 太原晚报/2022-11-20/006 in ")
                .contains("there is 太原晚报/2022-11-20/005.");
        said("correct", "太原晚报/2022-11-20/005#0", "--drop", "--why", "无", page[0], page[1], page[2], page[3]);
        tables.awaitThrough();
        assertThat(tables.query("SELECT region, value, fate FROM mention WHERE region IN (140107, 140108)"
                        + " ORDER BY region"))
                .containsExactly("140107 14 counted", "140108 52 dropped");
        assertThat(tables.differences()).isEmpty();
    }

    @Test
    void aLaterRevisionIsReadAnewAndAnOldOneIsNotCorrected() throws Exception {
        String key = "朔州日报/2022-11-14/001";
        feed(key, "11月14日，朔城区设立了30个核酸检测点。", List.of());
        said("correct", key + "#0", "--value", "31", "--why", "误识");
        feed(key, "11月14日，朔城区设立了33个核酸检测点。", List.of(header("revision", "1")));
        assertThat(tables.query("SELECT value FROM mention WHERE region = 140602"))
                .containsExactly("33");
        assertThat(said("correct", "--list", key)).contains("superseded");
        said("correct", key + "#0", "--value", "34", "--why", "误识");
        tables.awaitThrough();
        assertThat(tables.query("SELECT value FROM mention WHERE region = 140602"))
                .containsExactly("34");
        feed(key, null, List.of(header("revision", "2")));
        assertThat(refused("correct", key + "#0", "--undo")).contains("is withdrawn");
    }

    @Test
    void faultsAreToldInPlainWords() throws Exception {
        String key = "运城日报/2022-11-14/001";
        feed(key, "11月14日，盐湖区设立了12个核酸检测点，永济市设立了12个核酸检测点。", List.of());
        assertThat(refused("correct", key + "x#0", "--drop", "--why", "无"))
                .startsWith("broadsheet: There is no page " + key + "x in articles or articles-archive");
        assertThat(refused("correct", key + "#7", "--drop", "--why", "无"))
                .contains("has 2 mentions by these rules, numbered from 0:")
                .contains(key + "#1 test_sites 12: ");
        assertThat(refused("correct", key, "--quote", "12个核酸检测点", "--drop", "--why", "无"))
                .contains("are there more than once")
                .contains(key + "#0")
                .contains(key + "#1");
        assertThat(refused("correct", key, "--quote", "13个核酸检测点", "--drop", "--why", "无"))
                .contains("has no mention 13个核酸检测点");
        assertThat(refused("correct", key + "#0", "--value", "1,300", "--why", "无"))
                .isEqualTo("broadsheet: '1,300' is no number such as 705 or 62.5.\n");
        assertThat(refused("correct", key + "#0", "--value", "13", "--drop", "--why", "无"))
                .isEqualTo("broadsheet: Say one of --drop, --value V, --undo and --list.\n");
        assertThat(refused("correct", key + "#0", "--drop")).contains("needs a reason");
        assertThat(refused("correct", key, "--drop", "--why", "无")).contains("Which mention of " + key);
        assertThat(refused("correct", key + "#0", "--undo")).contains("Nobody has corrected " + key + "#0");
        said("correct", key + "#1", "--drop", "--why", "重复");
        tables.awaitThrough();
        assertThat(tables.query("SELECT fate FROM mention_text WHERE page_key = '" + key + "' ORDER BY number"))
                .containsExactly("counted", "dropped");
    }

    private static String said(String... arguments) throws Exception {
        Called called = call(arguments);
        assertThat(called.code()).as(called.err()).isZero();
        return called.out();
    }

    private static String refused(String... arguments) throws Exception {
        Called called = call(arguments);
        assertThat(called.code()).isEqualTo(Broadsheet.FAILED);
        return called.err();
    }

    private static Called call(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        flags().forEach((name, value) -> all.addAll(List.of("--set", name + "=" + value)));
        return Launcher.call(all.toArray(String[]::new));
    }

    private static void feed(@Nullable String key, @Nullable String text, List<Header> headers) throws Exception {
        try (PageFeeder feeder = PageFeeder.into(tables.kafka(), tables.topic())) {
            feeder.send(key == null ? null : key.getBytes(UTF_8), text == null ? null : text.getBytes(UTF_8), headers)
                    .join();
        }
        tables.awaitThrough();
    }

    private static Header header(String name, String value) {
        return new Header(name, value.getBytes(UTF_8));
    }

    private static Map<String, String> flags() {
        return new TreeMap<>(Map.of(
                "kafka.servers", broker.bootstrapServers(),
                "database.url", database.jdbcUrl(),
                "database.user", database.user(),
                "database.password", database.password(),
                "job.checkpoint-interval", "300ms",
                "job.state-folder", folder.resolve("state").toString()));
    }
}
