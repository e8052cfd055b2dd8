package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.cli.Launcher.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.broadsheet.cli.Launcher.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that need no server, called as a user calls them. */
class ITTextCommands {
    private static final String PAGE = "config/samples/pages/003_d80b19d43e3d5215.txt";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void extractPrintsOneMentionALine() throws Exception {
        Called called = call("extract", "--json", PAGE);
        assertThat(called.code()).isZero();
        assertThat(called.err()).isEmpty();
        List<JsonNode> mentions = objects(called);
        assertThat(names(mentions.get(0)))
                .containsExactly(
                        "file",
                        "metric",
                        "value",
                        "modifier",
                        "region",
                        "place",
                        "scope",
                        "date",
                        "quote",
                        "article",
                        "start",
                        "end",
                        "rule");
        JsonNode sites = mentions.stream()
                .filter(mention -> mention.get("value").asInt() == 795)
                .findAny()
                .orElseThrow();
        assertThat(sites.get("metric").asText()).isEqualTo("test_sites");
        assertThat(sites.get("value").isNumber()).isTrue();
        assertThat(sites.get("region").isTextual()).isTrue();
        assertThat(sites.get("region").asText()).isEqualTo("140106");
        assertThat(sites.get("date").asText()).isEqualTo("2022-11-22");
        String page = Files.readString(Launcher.ROOT.resolve(PAGE), UTF_8);
        assertThat(page.substring(sites.get("start").asInt(), sites.get("end").asInt()))
                .isEqualTo("795个检测采样点")
                .isEqualTo(sites.get("quote").asText());
    }

    @Test
    void explainSaysOfEveryNumberWhyItIsAMentionOrNone() throws Exception {
        Called called = call("extract", "--explain", PAGE);
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(called.lines())
                .anyMatch(line -> line.matches("795 +test_sites +noun-after +.*设立了795个检测采样点.*"))
                .anyMatch(line -> line.matches(".* none +no measure word of the catalogue +.*"));
        Called json = call("extract", "--explain", "--json", PAGE);
        assertThat(json.lines())
                .anyMatch(line ->
                        line.contains("\"number\":\"795\",\"metrics\":[\"test_sites\"],\"reason\":\"noun-after\""));
    }

    @Test
    void readPrintsOneArticleALine() throws Exception {
        List<JsonNode> articles = objects(call("read", "--json", PAGE));
        assertThat(names(articles.get(0)))
                .containsExactly(
                        "file",
                        "index",
                        "kind",
                        "headline",
                        "kicker",
                        "subhead",
                        "byline",
                        "dateline",
                        "region",
                        "text",
                        "start",
                        "end",
                        "continues_on",
                        "continued_from",
                        "repeats");
        assertThat(articles)
                .extracting(article -> article.get("headline").asText())
                .contains("迎泽区创建“无疫社区”守护群众平安", "《山西食醋分类》团体标准开始实施");
        assertThat(articles.get(0).get("repeats"))
                .singleElement()
                .satisfies(repeat -> assertThat(names(repeat)).containsExactly("text", "times", "removed", "kind"));
    }

    @Test
    void aManifestSaysWhatTheFilesAre() throws Exception {
        List<JsonNode> mentions =
                objects(call("extract", "--json", "--manifest", "config/samples/gold/items/items.jsonl"));
        assertThat(mentions)
                .extracting(mention -> mention.get("file").asText())
                .contains("config/samples/gold/items/a000.txt", "config/samples/gold/items/a059.txt");
        assertThat(mentions)
                .filteredOn(mention -> mention.get("file").asText().endsWith("a000.txt"))
                .extracting(mention -> mention.get("region").asText() + " " + mention.get("value"))
                .contains("130100 40", "130109 31");
    }

    @Test
    void zipsMadeOnWindowsAndFilesWithMarksAndLineEndsOfWindowsAreRead() throws Exception {
        String text = "\uFEFF本报讯 11月21日，迎泽区设立了795个检测采样点。\r\n\r\n小店区设立了120个检测采样点。\r\n";
        Path zip = folder.resolve("十一月.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), Charset.forName("GBK"))) {
            put(out, "太原/第三版.txt", text.getBytes(UTF_8));
            put(out, "太原/第四版.txt", text.replace("\uFEFF", "").getBytes(Charset.forName("GB18030")));
            put(out, "太原/pages.jsonl", ("\uFEFF" + """
                                    {"file": "第三版.txt", "source": "太原晚报", "published": "2022-11-22", "home": "140100"}
                                    {"file": "第四版.txt", "source": "太原晚报", "published": "2022-11-22"}
                                    """.replace("\n", "\r\n")).getBytes(UTF_8));
        }
        Called called = call("extract", "--json", zip.toString());
        assertThat(called.err()).isEmpty();
        assertThat(objects(called))
                .extracting(mention -> mention.get("file").asText().replaceAll(".*/太原/", "") + " "
                        + mention.get("region").asText() + " " + mention.get("value") + " "
                        + mention.get("date").asText())
                .containsExactly(
                        "第三版.txt 140106 795 2022-11-21",
                        "第三版.txt 140105 120 2022-11-21",
                        "第四版.txt 140106 795 2022-11-21",
                        "第四版.txt 140105 120 2022-11-21");
    }

    @Test
    void whatIsNoPageIsNamedAndTheOthersAreRead() throws Exception {
        Files.write(folder.resolve("1.txt"), new byte[0]);
        Files.writeString(folder.resolve("2.txt"), "太原晚报 2022年11月22日 第3版\n\n本报讯 11月21日，迎泽区设立了795个检测采样点。\n");
        Called called = call("extract", "--json", folder.toString());
        assertThat(called.code()).isEqualTo(Broadsheet.FOUND);
        assertThat(called.err()).contains("1.txt: empty");
        assertThat(objects(called))
                .singleElement()
                .satisfies(mention -> assertThat(mention.get("region").asText()).isEqualTo("140106"));
    }

    @Test
    void scoreListsEachMissAndEachExtra() throws Exception {
        Called called = call("score", "config/samples/gold");
        assertThat(called.code()).isZero();
        String all = called.lines().stream()
                .filter(line -> line.startsWith("all "))
                .findAny()
                .orElseThrow();
        List<String> cells = Pattern.compile(" +").splitAsStream(all).toList();
        assertThat(Double.parseDouble(cells.get(3))).isGreaterThanOrEqualTo(0.97);
        assertThat(called.lines().stream().filter(line -> line.startsWith("missed ")))
                .hasSize(Integer.parseInt(cells.get(5)));
        assertThat(called.lines().stream().filter(line -> line.startsWith("extra ")))
                .hasSize(Integer.parseInt(cells.get(6)));
    }

    @Test
    void scoreComparesArticlesWithTheirLabels() throws Exception {
        Called called = call("score", "--articles", "config/samples/gold");
        assertThat(called.code()).isZero();
        assertThat(called.lines()).contains("== config/samples/gold: 22 articles and captions");
        for (String field : List.of("found", "kind", "start", "end", "headline", "subhead", "byline", "region")) {
            assertThat(share(called, field)).as(field).isEqualTo(1);
        }
        assertThat(call("score", "--articles", folder.toString()).err()).contains("neither items.jsonl");
    }

    private static double share(Called called, String field) {
        String row = called.lines().stream()
                .filter(line -> line.startsWith(field + " "))
                .findAny()
                .orElseThrow();
        return Double.parseDouble(row.split(" +", -1)[1]);
    }

    @Test
    void aNewMetricNeedsNoJava() throws Exception {
        Path catalogue = folder.resolve("metrics.yaml");
        String vaccinations = """

                  vaccinations:
                    zh: 疫苗接种
                    en: vaccinations
                    unit: dose
                    kind: flow
                    measures: [剂]
                    nouns: [疫苗]
                """;
        Files.writeString(catalogue, Files.readString(Launcher.ROOT.resolve("config/metrics.yaml")) + vaccinations);
        assertThat(call("check", "--catalogue", catalogue.toString()).out())
                .contains("29 metrics")
                .contains("All is well.");
        Files.writeString(folder.resolve("page.txt"), "太原晚报 2021年6月4日 第3版\n\n本报讯 6月3日，迎泽区接种新冠疫苗12000剂。\n");
        assertThat(objects(call(
                        "extract",
                        "--json",
                        "--catalogue",
                        catalogue.toString(),
                        folder.resolve("page.txt").toString())))
                .extracting(mention -> mention.get("metric").asText() + " " + mention.get("value"))
                .containsExactly("vaccinations 12000");
    }

    @Test
    void whatTheUserGetsWrongIsToldInASentence() throws Exception {
        assertThat(call("read", "nowhere.txt").err()).contains("nowhere.txt").doesNotContain("\tat ");
        assertThat(call("extract").err()).isEqualTo("broadsheet: No page was named; e.g. config/samples/pages.\n");
        assertRefused("There is no command qwxyz.\n./broadsheet --help says what it takes.", "qwxyz");
        assertRefused(
                "Invalid value for option '--day': 'yesterday' is no day such as 2022-11-22\n"
                        + "./broadsheet figures --help says what it takes.",
                "figures",
                "--day",
                "yesterday");
        assertRefused(folder + " is a folder; a file is needed.", "extract", "--catalogue", folder.toString(), PAGE);
        assertRefused("There is no page in " + folder + ".", "read", folder.toString());
        assertRefused(
                "There are no labels (NNN.mentions.jsonl) in config/samples/pages.", "score", "config/samples/pages");
        Called called = call("check", "--set", "job.parallelism=many", "--set", "kafka.servers=");
        assertThat(called.code()).isEqualTo(Broadsheet.FOUND);
        assertThat(called.out())
                .contains("✗ job.parallelism is \"many\": a whole number from 1 to 1024 is needed.")
                .contains("✗ kafka.servers is \"\": it must not be empty.");
    }

    @Test
    void serversThatDoNotAnswerAreToldInASentence() throws Exception {
        Called called = call(
                "check", "--set", "kafka.servers=127.0.0.1:1", "--set", "database.url=jdbc:postgresql://127.0.0.1:1/x");
        assertThat(called.code()).isEqualTo(Broadsheet.FOUND);
        assertThat(called.out())
                .contains("No Kafka broker answers at 127.0.0.1:1.")
                .contains("cannot be reached");
        assertThat(called.out() + called.err()).doesNotContain("\tat ");
    }

    private static void assertRefused(String sentence, String... arguments) throws Exception {
        Called called = call(arguments);
        assertThat(called.code()).isEqualTo(Broadsheet.FAILED);
        assertThat(called.err()).isEqualTo("broadsheet: " + sentence + "\n");
        assertThat(called.out()).isEmpty();
    }

    private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private static List<JsonNode> objects(Called called) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String line : called.lines()) {
            objects.add(JSON.readTree(line));
        }
        return objects;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        Iterator<String> all = object.fieldNames();
        all.forEachRemaining(names::add);
        return names;
    }
}
