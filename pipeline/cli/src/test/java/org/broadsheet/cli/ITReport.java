package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.cli.report.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.print.PrintOptions;

/** The report of a demo, by its server, as a file, and in a browser: 迎泽区 795, and the sentence of 太原晚报 that says so. */
class ITReport {
    private static final String VACCINATIONS = """

              vaccinations:
                zh: 疫苗接种
                en: vaccinations
                unit: dose
                kind: flow
                measures: [剂]
                nouns: [疫苗]
            """;
    private static final String TEST_SITES = "#region=140000&metric=test_sites&scope=current";

    @TempDir
    private static Path folder;

    private static LiveDemo demo;

    @BeforeAll
    static void startDemo() throws Exception {
        Path metrics = folder.resolve("metrics.yaml");
        Files.writeString(
                metrics, Files.readString(Launcher.ROOT.resolve("config/metrics.yaml"), UTF_8) + VACCINATIONS, UTF_8);
        demo = LiveDemo.start(folder, "--set", "rules.metrics=" + metrics);
    }

    @AfterAll
    static void stopDemo() throws Exception {
        demo.close();
    }

    @Test
    void onlyWhoSitsAtThisMachineIsAnswered() throws Exception {
        HttpResponse<String> page = get("");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'sha256-")
                .endsWith("connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(get("other").statusCode()).isEqualTo(404);
        assertThat(status("POST / HTTP/1.1", host())).isEqualTo("405");
        assertThat(status("GET / HTTP/1.1", "example.org")).isEqualTo("421");
        assertThat(status("GET / HTTP/1.1", "localhost" + host().substring(host().indexOf(':'))))
                .isEqualTo("200");
    }

    @Test
    void figuresAreSentOnceUntilTheyChange() throws Exception {
        HttpResponse<String> figures = get("figures.json");
        assertThat(new ObjectMapper().readTree(figures.body()).get("figures")).isNotEmpty();
        String tag = figures.headers().firstValue("ETag").orElseThrow();
        HttpRequest again = request("figures.json").header("If-None-Match", tag).build();
        HttpResponse<String> same = HttpClient.newHttpClient().send(again, BodyHandlers.ofString(UTF_8));
        String now = get("figures.json").headers().firstValue("ETag").orElseThrow();
        assertThat(same.statusCode()).isEqualTo(now.equals(tag) ? 304 : 200);
    }

    @Test
    void theFileSaysWhatItHolds() throws Exception {
        Path file = folder.resolve("文件/报告.html");
        Called called = command("report", "--out", file.toString());
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(called.out())
                .matches(
                        "Wrote .*报告.html \\([12]\\.[0-9] MB\\): ([0-9]+) of \\1 figures, \\1 of them with their sentences,"
                                + " and 0 of the months before\\.\n");
        try (Browser browser = Browser.open(folder)) {
            String address = file.toUri().toASCIIString();
            browser.load(address + TEST_SITES);
            assertThat(browser.texts("#held").get(0)).matches("这一页有全部 [0-9]+ 个数字，其中 [0-9]+ 个带有出处。");
            assertThat(browser.texts("#lead .number")).containsExactly("≥795");
            browser.screenshot("offline");
            browser.assertQuiet(address.substring(0, "file:///".length()));
        }
    }

    /** Each figure of the three pages, with the sentences that figures --why prints. */
    @Test
    void eachFigureOpensItsSentences() throws Exception {
        try (Browser browser = Browser.open(folder)) {
            browser.load(demo.report());
            Map<String, String> opened = new TreeMap<>();
            String script = """
                    while (!document.getElementById("more").hidden) document.getElementById("more").click();
                    return [...document.querySelectorAll("#table tbody tr")].flatMap((row) => {
                      row.querySelector("td.value button").click();
                      const marks = [...document.querySelectorAll("#evidence mark")];
                      const isQuoted = marks.every((mark) => mark.querySelector(".quote").textContent !== "");
                      const sentences = [...new Set(marks.map((mark) => mark.textContent))].sort();
                      const cells = [...row.children].map((cell) => cell.textContent.trim());
                      return [[cells[1].split(" ").at(-1), cells[2], cells[3], cells[0]].join(" "), isQuoted + JSON.stringify(sentences)];
                    });""";
            List<String> found = browser.strings(script);
            for (int i = 0; i < found.size(); i += 2) {
                opened.put(found.get(i), found.get(i + 1));
            }
            assertThat(opened).hasSizeGreaterThan(100).isEqualTo(expected());
            browser.find("#evidence blockquote.article mark");
            browser.screenshot("evidence");
            browser.assertQuiet(demo.report());
        }
    }

    private static Map<String, String> expected() throws Exception {
        Map<String, String> scopes = Map.of("current", "现有", "new", "新增", "cumulative", "累计");
        Map<String, String> expected = new TreeMap<>();
        for (String line : command("figures", "--json", "--why").lines()) {
            JsonNode figure = new ObjectMapper().readTree(line);
            TreeSet<String> sentences = new TreeSet<>();
            figure.get("why")
                    .forEach(mention -> sentences.add(mention.get("sentence").asText()));
            expected.put(
                    String.join(
                            " ",
                            figure.get("region").asText(),
                            figure.get("label").asText(),
                            scopes.get(figure.get("scope").asText()),
                            figure.get("day").asText()),
                    "true" + new ObjectMapper().writeValueAsString(sentences));
        }
        return expected;
    }

    @Test
    void theMapLeadsFromProvinceToCityToCounty() throws Exception {
        try (Browser browser = Browser.open(folder)) {
            browser.load(demo.report() + "#region=100000&metric=test_sites&scope=current");
            assertThat(browser.strings("return [...document.querySelectorAll('#map svg path, #course svg path')]"))
                    .hasSizeGreaterThan(34);
            for (String part : List.of("山西省", "太原市", "迎泽区")) {
                clickOnMap(browser, part);
                assertThat(browser.texts("#trail li")).endsWith(part);
                browser.screenshot(part);
            }
            assertThat(browser.texts("#trail li")).containsExactly("中国", "山西省", "太原市", "迎泽区");
            assertThat(browser.texts("#lead .number")).containsExactly("795");
            clickOnMap(browser, "迎泽区");
            assertThat(browser.texts("#evidence .quote")).containsExactly("795个检测采样点");
            browser.assertQuiet(demo.report());
        }
    }

    private static void clickOnMap(Browser browser, String name) {
        WebElement label = browser.driver().findElements(By.cssSelector("#map svg text")).stream()
                .filter(text -> text.getText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not on the map: " + name));
        new Actions(browser.driver()).moveToElement(label).click().perform();
    }

    @Test
    void allIsReachedByKeyboard() throws Exception {
        try (Browser browser = Browser.open(folder)) {
            browser.load(demo.report() + TEST_SITES);
            tabTo(browser, "#search");
            type(browser, "迎泽区");
            assertThat(browser.texts("#found button").get(0)).isEqualTo("山西省 › 太原市 › 迎泽区");
            type(browser, Keys.ENTER);
            assertThat(browser.texts("#trail [aria-current]")).containsExactly("迎泽区");
            tabTo(browser, "#lead button");
            type(browser, Keys.ENTER);
            assertThat(browser.ask("return document.activeElement.id")).isEqualTo("evidence-title");
            assertThat(browser.texts("#evidence .quote")).containsExactly("795个检测采样点");
            type(browser, Keys.ESCAPE);
            assertThat(browser.ask(
                            "return document.getElementById('evidence').open + document.activeElement.className"))
                    .isEqualTo("falsebig stated");
            tabTo(browser, "#table thead th.value button");
            type(browser, Keys.SPACE);
            assertThat(browser.find("#table th.value").getDomAttribute("aria-sort"))
                    .isEqualTo("descending");
            assertThat(browser.strings("return FigureTable.shown().map(({ value }) => Number(value))"))
                    .hasSizeGreaterThan(10)
                    .isSortedAccordingTo(Comparator.<String>comparingDouble(Double::parseDouble)
                            .reversed());
        }
    }

    private static void type(Browser browser, CharSequence keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private static void tabTo(Browser browser, String css) {
        String isThere = "return document.activeElement === document.querySelector(arguments[0])";
        for (int i = 0; i < 300 && browser.ask(isThere, css).equals("false"); i++) {
            type(browser, Keys.TAB);
        }
        assertThat(browser.ask(isThere, css)).as(css).isEqualTo("true");
    }

    @Test
    void itSpeaksEnglishToo() throws Exception {
        try (Browser browser = Browser.open(folder)) {
            browser.load(demo.report() + TEST_SITES);
            assertThat(browser.texts("h1")).containsExactly("报端数字");
            browser.find("#metric option[value=party_members]").click();
            browser.ask("document.activeElement.blur()");
            browser.screenshot("report");
            browser.find("#metric option[value=test_sites]").click();
            browser.find("#language").click();
            assertThat(browser.texts("h1")).containsExactly("Broadsheet");
            assertThat(browser.texts("#lead-title")).containsExactly("山西省 · nucleic-acid test sites");
            assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("en");
            browser.screenshot("english");
            assertThat(browser.strings("return Language.keys().filter((key) => Language.text(key) === '')"))
                    .isEmpty();
        }
    }

    @Test
    void itFitsAPhone() throws Exception {
        try (Browser browser = Browser.open(folder)) {
            browser.narrow(true);
            browser.load(demo.report() + TEST_SITES);
            assertThat(browser.ask("return innerWidth + ' ' + document.documentElement.scrollWidth"))
                    .isEqualTo("375 375");
            browser.screenshot("phone");
            browser.find("#lead button").click();
            assertThat(browser.ask("return document.getElementById('evidence').scrollWidth <= 375"))
                    .isEqualTo("true");
            browser.screenshot("phone-evidence");
        }
    }

    @Test
    void itPrints() throws Exception {
        try (Browser browser = Browser.open(folder)) {
            browser.load(demo.report() + TEST_SITES);
            browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
            assertThat(browser.find(".controls").isDisplayed()).isFalse();
            assertThat(browser.find("#map svg").isDisplayed()).isTrue();
            assertThat(browser.ask("return getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            String pdf = browser.driver().print(new PrintOptions()).getContent();
            assertThat(Base64.getDecoder().decode(pdf)).startsWith("%PDF".getBytes(UTF_8));
        }
    }

    @Test
    void theSpreadsheetHasWhatTheCommandPrints() throws Exception {
        try (Browser browser = Browser.open(folder)) {
            browser.load(demo.report() + "#region=140000&metric=test_sites&scope=current");
            browser.find("#csv").click();
            Path file = browser.downloads().resolve("figures-140000.csv");
            Browser.await(() -> Files.exists(file));
            assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
            assertThat(Files.readString(file, UTF_8).lines())
                    .containsExactlyInAnyOrderElementsOf(
                            command("figures", "--region", "14", "--csv").lines());
        }
    }

    /** A page that comes while the report is looked at, with a metric that the catalogue did not have. */
    @Test
    void figuresAppearAsPagesArriveThoseOfANewMetricToo() throws Exception {
        try (Browser browser = Browser.open(folder)) {
            browser.load(demo.report() + "#region=140106&metric=vaccinations&scope=current");
            assertThat(browser.texts("#lead .number")).isEmpty();
            demo.drop("page.txt", "太原晚报 2021年6月4日 第3版\n\n本报讯 6月3日，迎泽区接种新冠疫苗12000剂。\n");
            Browser.await(() -> browser.texts("#lead .number").equals(List.of("12,000")));
            assertThat(browser.texts("#lead .unit")).containsExactly("剂");
            assertThat(browser.texts("#news").get(0)).startsWith("数字有更新");
            assertThat(browser.texts("#metric option:checked")).containsExactly("疫苗接种");
            browser.find("#lead button").click();
            assertThat(browser.texts("#evidence .quote")).containsExactly("疫苗12000剂");
            browser.assertQuiet(demo.report());
        }
    }

    private static Called command(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--set", demo.database(), "--set", "rules.metrics=" + folder.resolve("metrics.yaml")));
        return Launcher.call(all.toArray(String[]::new));
    }

    private static String host() {
        return URI.create(demo.report()).getAuthority();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(demo.report() + path));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request(path).build(), BodyHandlers.ofString(UTF_8));
    }

    private static String status(String line, String host) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(demo.report()).getPort())) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: " + host + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), UTF_8);
            return answer.substring("HTTP/1.1 ".length());
        }
    }
}
