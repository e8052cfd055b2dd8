package org.broadsheet.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.postgres.FigureRow;
import org.junit.jupiter.api.Test;

/** The page as text: it allows what stands in it and nothing else, and 迎泽区's sentence does not get out of its data. */
class ReportPageTest {
    private static final ZonedDateTime MADE = ZonedDateTime.parse("2022-11-25T18:00:00Z");
    private static final Path SOURCES = Path.of(System.getProperty("broadsheet.root"))
            .resolve("pipeline/cli/src/main/resources/org/broadsheet/cli/report");
    private static final int LONGEST = 300;

    private final ReportPage page = ReportPage.offline(HostileReport.data(), MADE);

    @Test
    void thePolicyNamesEachScriptAndTheStyle() throws Exception {
        List<String> scripts = found("<script>(.*?)</script>");
        assertThat(scripts).hasSize(15);
        for (String script : scripts) {
            assertThat(page.policy()).contains(hash(script));
        }
        assertThat(page.policy())
                .startsWith("default-src 'none'; script-src 'sha256-")
                .contains("style-src-elem " + hash(found("<style>(.*?)</style>").get(0)))
                .contains("connect-src 'none'; base-uri 'none'; form-action 'none'");
        assertThat(page.html()).contains("<meta http-equiv=\"Content-Security-Policy\" content=\"" + page.policy());
    }

    @Test
    void whatAPaperWritesStaysInTheData() throws IOException {
        assertThat(page.html()).doesNotContain("<script>window.harmed", "<img src=x");
        String data = found("id=\"figures\">(.*?)</script>").get(0);
        assertThat(data).doesNotContain("<").doesNotContain(">").doesNotContain("&");
        JsonNode read = new ObjectMapper().readTree(data);
        assertThat(read.get("evidence").get("mentions").get(0).get(3).asText()).isEqualTo(HostileReport.SENTENCE);
    }

    @Test
    void theDayItWasMadeIsThatOfShanghai() {
        assertThat(page.html())
                .contains("data-made=\"2022-11-26T02:00:00+08:00\"")
                .contains("data-mode=\"offline\"");
    }

    @Test
    void theScriptsAreShortAndMakeNoMarkupOfText() throws IOException {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".js")).toList()) {
                String text = Files.readString(source, StandardCharsets.UTF_8);
                assertThat(text.lines()).as(source.toString()).hasSizeLessThan(LONGEST);
                assertThat(text)
                        .as(source.toString())
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
                assertThat(page.html()).as("in the page: " + source).contains(text);
            }
        }
    }

    /** As many figures as fit, each as wide as any, and the room that evidence and articles may take. */
    @Test
    void theLargestFileIsBelowEightMegabytes() {
        ReportLimits limits = ReportLimits.OF_A_FILE;
        ReportData hostile = HostileReport.data();
        FigureRow wide = new FigureRow(
                140106,
                "",
                hostile.metrics().get(0).id(),
                "",
                "cumulative",
                HostileReport.DAY,
                new BigDecimal("123456789012.25"),
                "exact",
                "stated",
                10,
                10,
                10);
        ReportData largest = new ReportData(
                hostile.totals(),
                hostile.regions(),
                hostile.metrics(),
                Collections.nCopies(limits.figures(), wide),
                Collections.nCopies(limits.months(), wide),
                hostile.evidence());
        int bytes = ReportPage.offline(largest, MADE).html().getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes + limits.evidence() + limits.articles()).isLessThan(7_800_000);
    }

    @Test
    void longValuesKeepTheirDigits() {
        assertThat(ReportJson.number(new BigDecimal("12345678901234567890"))).isEqualTo("12345678901234567890");
        assertThat(ReportJson.number(new BigDecimal("0.5"))).isEqualTo(new BigDecimal("0.5"));
    }

    private List<String> found(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(page.html())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
