package org.broadsheet.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;
import org.broadsheet.job.dashboard.AlertRules;
import org.broadsheet.job.dashboard.Answer;
import org.broadsheet.job.dashboard.Dashboard;
import org.broadsheet.job.dashboard.Panel;
import org.broadsheet.job.dashboard.PromExpression;
import org.broadsheet.job.dashboard.Viewing;
import org.broadsheet.job.settings.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the dashboards show after a run over the three sample pages and a hostile one: each query of each panel. */
@TestInstance(Lifecycle.PER_CLASS)
class ITDashboards {
    private static final Instant FROM = Instant.parse("2022-10-31T16:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-30T16:00:00Z");
    /** The beginning of 22 November 2022 in Shanghai, as a link from a point says it. */
    private static final Instant POINT = Instant.parse("2022-11-21T16:00:00Z");

    private static final String MARKUP = "<script>alert(1)</script>";
    private static final Map<String, List<String>> YINGZE = Map.of(
            "province",
            List.of("140000"),
            "city",
            List.of("140100"),
            "county",
            List.of("140106"),
            "region",
            List.of("140106"),
            "metric",
            List.of("test_sites"),
            "scope",
            List.of(Viewing.ALL));
    private static final Map<String, List<String>> SHANXI = Map.of(
            "province",
            List.of("140000"),
            "region",
            List.of("140000"),
            "metric",
            List.of("test_sites"),
            "scope",
            List.of(Viewing.ALL),
            "level",
            List.of("county"));

    private final Path folder;
    private EmbeddedBroker broker;
    private EmbeddedDatabase server;
    private ExportedMetrics exported;
    private RunningJob job;
    private Connection reader;

    @SuppressWarnings("NullAway.Init")
    ITDashboards(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void runTheJob() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        server = EmbeddedDatabase.start(folder.resolve("database"), 0);
        exported = new ExportedMetrics(LoopbackPort.free());
        job = RunningJob.start(
                broker, server, folder, "boards", Map.of("database.schema", "broadsheet"), exported.reporter());
        List<SamplePages.Sent> pages = new ArrayList<>();
        for (SamplePages page : SamplePages.values()) {
            pages.add(page.sent());
        }
        pages.add(hostile());
        pages.add(SamplePages.Sent.of("blank", new byte[] {' '}, Map.of()));
        job.feed(pages);
        job.awaitThrough();
        reader = Endpoints.database(job.settings).connect();
        reader.createStatement().execute("SET search_path = public");
    }

    @AfterAll
    void end() throws Exception {
        try (EmbeddedBroker closedLast = broker;
                EmbeddedDatabase closedBefore = server;
                RunningJob closedFirst = job;
                Connection closed = reader) {
            assertThat(closed.isClosed()).isFalse();
        }
    }

    private static SamplePages.Sent hostile() {
        String text = "长治日报 2022年11月20日 第1版\n\n" + MARKUP + "\n\n本报讯 11月20日，长治市潞州区设立了12个卡口，" + longWord() + "，" + MARKUP
                + "共有34个检测采样点。\n";
        return SamplePages.Sent.of(
                MARKUP,
                text.getBytes(UTF_8),
                Map.of("source", MARKUP, "published", "2022-11-20", "home", "140400", "url", "javascript:alert(1)"));
    }

    /** Ten thousand letters, of which no four come again in a row: nothing that is taken for a loop. */
    private static String longWord() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; word.length() < 10_000; i++) {
            word.append((char) ('a' + i / 676 % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i % 26))
                    .append('x');
        }
        return word.toString();
    }

    private Viewing viewing(String dashboard, Map<String, List<String>> wishes) throws SQLException {
        return Viewing.of(Dashboard.named(dashboard), reader, FROM, TO, wishes);
    }

    private Answer answer(Panel panel, Viewing viewing) throws SQLException {
        return Answer.to(viewing.sql(panel.queries().get(0)), reader);
    }

    private List<String> lines(String dashboard, String title, Map<String, List<String>> wishes) throws SQLException {
        return answer(Dashboard.named(dashboard).panel(title), viewing(dashboard, wishes))
                .lines();
    }

    @Test
    void everyQueryOfEveryPanelAnswersWhatItsKindDraws() throws Exception {
        for (Dashboard dashboard : Dashboard.all()) {
            for (Map<String, List<String>> wishes : List.of(YINGZE, SHANXI, Map.<String, List<String>>of())) {
                Viewing viewing = Viewing.of(dashboard, reader, FROM, TO, wishes);
                for (Panel panel : dashboard.panels()) {
                    for (String query : panel.queries()) {
                        PanelShape.check(panel, Answer.to(viewing.sql(query), reader));
                    }
                }
            }
        }
    }

    @Test
    void theLatestFigureOfADistrict() throws Exception {
        assertThat(lines("regions", "最新数字", YINGZE)).containsExactly("795.0|现有 current", "70.0|新增 new");
        assertThat(lines("regions", "怎么来的", YINGZE)).containsExactly("直述 stated|现有 current", "≥直述 stated|新增 new");
        assertThat(lines("regions", "日期", YINGZE)).containsExactly("2022-11-22|现有 current", "2022-11-22|新增 new");
        assertThat(lines("regions", "报道", YINGZE)).containsExactly("1|现有 current", "1|新增 new");
    }

    @Test
    void aMetricThatIsAddedIsOffered() throws Exception {
        Path metrics = folder.resolve("metrics.yaml");
        Path config = Dashboard.root().resolve("config");
        Files.writeString(
                metrics,
                Files.readString(config.resolve("metrics.yaml")) + "\n  vaccinations:\n    zh: 疫苗接种\n    en:"
                        + " vaccinations\n    unit: dose\n    kind: flow\n    measures: [剂]\n    nouns: [疫苗]\n");
        assertThat(viewing("regions", YINGZE).offered("metric")).doesNotContain("vaccinations");
        Map<String, String> flags = new TreeMap<>(Map.of(
                "database.url", server.jdbcUrl(),
                "database.user", server.user(),
                "database.schema", "broadsheet",
                "rules.metrics", metrics.toString()));
        Endpoints.writeNames(Settings.read(config.resolve("broadsheet.yaml"), Map.of(), flags));
        assertThat(viewing("regions", YINGZE).offered("metric")).contains("vaccinations");
        assertThat(viewing("evidence", YINGZE).offered("metric")).contains("vaccinations");
    }

    @Test
    void everyMetricThatIsAskedForIsExported() throws Exception {
        List<String> expressions = new ArrayList<>(AlertRules.queries("expr"));
        Dashboard.all()
                .forEach(dashboard -> dashboard.panels().forEach(panel -> expressions.addAll(panel.expressions())));
        assertThat(expressions).hasSizeGreaterThan(20);
        Map<String, Set<String>> labels = exported.labelsByName();
        for (String expression : expressions) {
            PromExpression read = PromExpression.of(expression);
            assertThat(labels.keySet()).as(expression).containsAll(read.metrics());
            Set<String> known = new TreeSet<>();
            read.metrics().forEach(metric -> known.addAll(requireNonNull(labels.get(metric))));
            assertThat(known).as(expression).containsAll(read.labels());
        }
    }

    @Test
    void pagesAreCountedAsTheyCame() throws Exception {
        String operator = "flink_taskmanager_job_task_operator_";
        assertThat(exported.sum(operator + "pagesRead", "")).isEqualTo(SamplePages.values().length + 1);
        assertThat(exported.sum(operator + "reason_pagesRejected", "reason=\"empty\""))
                .isEqualTo(1);
        assertThat(exported.sum(operator + "reason_pagesRejected", "")).isEqualTo(1);
        assertThat(exported.sum(operator + "paragraphs", ""))
                .isEqualTo(exported.sum(operator + "paragraphsKept", "")
                        + exported.sum(operator + "paragraphsRepeated", ""));
        assertThat(exported.sum(operator + "pageToRowMillis_count", "")).isEqualTo(SamplePages.values().length + 1);
    }

    @Test
    void alertsThatAskTheDatabaseFindTheBooksInOrder() throws Exception {
        assertThat(AlertRules.queries("rawSql")).hasSize(1);
        assertThat(Answer.to(AlertRules.queries("rawSql").get(0), reader).lines())
                .containsExactlyInAnyOrder("offsets|0.0", "paragraphs|0.0", "mentions|0.0");
    }

    @Test
    void hostileTextIsCutAndLeadsNowhere() throws Exception {
        Map<String, List<String>> wishes =
                Map.of("region", List.of("140403"), "metric", List.of("test_sites"), "scope", List.of(Viewing.ALL));
        Dashboard evidence = Dashboard.named("evidence");
        Viewing viewing = viewing("evidence", wishes);
        Answer sentences = answer(evidence.panel("原句"), viewing);
        assertThat(sentences.column("引文 quote")).containsExactly("34个检测采样点");
        assertThat(sentences.column("报纸 paper")).containsExactly(MARKUP);
        assertThat(sentences.column("网址 url")).containsExactly((Object) null);
        assertThat(sentences.column("句子 sentence").get(0).toString())
                .hasSizeLessThanOrEqualTo(601)
                .endsWith(MARKUP + "共有34个检测采样点。");
        for (Panel panel : evidence.panels()) {
            answer(panel, viewing)
                    .rows()
                    .forEach(row -> assertThat(row)
                            .allMatch(cell -> String.valueOf(cell).length() <= 601));
        }
    }

    @Test
    void aPointLeadsToItsSentence() throws Exception {
        Dashboard evidence = Dashboard.named("evidence");
        Viewing point = Viewing.of(evidence, reader, POINT, POINT, YINGZE);
        Answer sentences = answer(evidence.panel("原句"), point);
        assertThat(sentences.column("引文 quote")).containsExactlyInAnyOrder("795个检测采样点", "检测采样点70余处");
        assertThat(sentences.column("报纸 paper")).containsExactly("太原晚报", "太原晚报");
        assertThat(sentences.column("句子 sentence").toString()).contains("迎泽区卫体局设立了795个检测采样点");
        assertThat(answer(evidence.panel("事实"), point).column("数值 value").toString())
                .isEqualTo("[795, 70]");
    }
}
