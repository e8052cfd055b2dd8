package org.broadsheet.text.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mentions and sentences of broadcast texts that were judged one by one: see {@code judged/README.md}. */
class JudgedMentionsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "judged");

    /** When it was drawn; it has been developed on since. */
    @Test
    void statesThePrecisionThatWasMeasured() throws IOException {
        List<List<String>> drawn = rows("mentions.tsv").stream()
                .filter(row -> row.get(0).equals("judged-1900"))
                .toList();
        assertThat(drawn).hasSize(300);
        assertThat(drawn).filteredOn(row -> row.get(6).equals("right")).hasSize(256);
        assertThat(drawn).filteredOn(row -> row.get(7).startsWith("region")).hasSize(24);
    }

    /** When it was drawn; it has been developed on since. */
    @Test
    void statesTheRecallThatWasMeasured() throws IOException {
        List<List<String>> drawn = rows("sentences.tsv").stream()
                .filter(row -> row.get(0).equals("judged-1901"))
                .toList();
        assertThat(drawn.stream().map(row -> row.get(1) + row.get(2)).distinct())
                .hasSize(200);
        assertThat(drawn).filteredOn(row -> !row.get(4).equals("-")).hasSize(87);
        assertThat(drawn).filteredOn(row -> row.get(4).equals("yes")).hasSize(72);
    }

    /** What whoever judged a list saw when it was drawn; {@code judged/README.md} says who, and with which rules. */
    @ParameterizedTest
    @CsvSource({
        "judged-dev-2055, 120, 150",
        "judged-dev-2136, 73, 85",
        "judged-dev-2205, 55, 60",
        "judged-2300, 255, 300",
        "judged-2400, 252, 300",
        "judged-2510, 252, 300",
        "judged-2520, 237, 300",
        "judged-2600, 241, 300",
        "judged-2700, 242, 300",
        "judged-dev-2800, 582, 750",
        "judged-2900, 237, 300",
    })
    void statesHowManyMentionsWereRight(String sample, int right, int drawn) throws IOException {
        assertThat(rightOf(sample)).containsExactly(right, drawn);
    }

    /** How many of the wanted mentions of a list of sentences were found when it was drawn. */
    @ParameterizedTest
    @CsvSource({
        "judged-2301, 67, 81",
        "judged-2401, 88, 115",
        "judged-2511, 79, 113",
        "judged-2521, 90, 116",
        "judged-2601, 95, 141",
        "judged-2701, 76, 112",
        "judged-dev-2801, 360, 509",
        "judged-2901, 107, 140",
    })
    void statesHowManyOfTheWantedWereFound(String sample, int found, int wanted) throws IOException {
        assertThat(foundOf(sample)).containsExactly(found, wanted);
    }

    private static List<Integer> foundOf(String sample) throws IOException {
        List<List<String>> wanted = rows("sentences.tsv").stream()
                .filter(row -> row.get(0).equals(sample) && !row.get(4).equals("-"))
                .toList();
        int found =
                (int) wanted.stream().filter(row -> row.get(4).equals("yes")).count();
        return List.of(found, wanted.size());
    }

    private static List<Integer> rightOf(String sample) throws IOException {
        List<List<String>> drawn = rows("mentions.tsv").stream()
                .filter(row -> row.get(0).equals(sample))
                .toList();
        int right =
                (int) drawn.stream().filter(row -> row.get(6).equals("right")).count();
        return List.of(right, drawn.size());
    }

    @Test
    void isWellFormed() throws IOException {
        Set<String> metrics = Catalogue.packaged().metrics().stream()
                .map(metric -> metric.id())
                .collect(Collectors.toSet());
        for (List<String> row : rows("mentions.tsv")) {
            assertThat(row).hasSize(8);
            assertThat(row.get(0)).matches("judged-(2900|2700|2600|2520|2510|2400|2300|1900|1544|1540|dev-\\d{4})");
            assertThat(Integer.parseInt(row.get(2))).isNotNegative();
            assertThat(metrics).contains(row.get(3));
            assertThat(new BigDecimal(row.get(4))).isPositive();
            assertThat(row.get(5)).matches("[1-8]\\d{5}");
            assertThat(row.get(6)).isIn("right", "wrong");
            assertThat(row.get(7).equals("-")).isEqualTo(row.get(6).equals("right"));
        }
    }

    /** {@code -Dbroadsheet.bulk=texts.jsonl.gz}: of the right ones hardly any may get lost. */
    @Test
    void stillFindsWhatWasRight() throws IOException {
        String bulk = System.getProperty("broadsheet.bulk", "");
        assumeThat(bulk).isNotEmpty();
        List<List<String>> right = rows("mentions.tsv").stream()
                .filter(row -> row.get(6).equals("right"))
                .toList();
        Set<String> ids = right.stream().map(row -> row.get(1)).collect(Collectors.toSet());
        Set<String> found = extract(Path.of(bulk), ids);
        List<List<String>> lost = right.stream()
                .filter(row -> !found.contains(row.get(1) + " " + row.get(3) + " " + row.get(4) + " " + row.get(5)))
                .toList();
        assertThat(lost).as(lost::toString).hasSizeLessThan(right.size() / 20);
    }

    private static Set<String> extract(Path bulk, Set<String> ids) throws IOException {
        Extractor extractor = new Extractor(Catalogue.packaged(), Gazetteer.load());
        Set<String> found = new HashSet<>();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(bulk)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode text = json.readTree(line);
                String id = text.get("id").asText().substring("xwlb:".length());
                if (ids.contains(id)) {
                    int day = (int)
                            LocalDate.parse(text.get("published").asText()).toEpochDay();
                    String content = text.get("title").asText() + "\n\n　　"
                            + text.get("text").asText();
                    Page page = Pages.page("新闻联播", day, 100000, content);
                    extractor.extract(page, new PageCleaner().clean(page)).mentions().stream()
                            .filter(mention -> mention.fate() == Fate.COUNTED)
                            .forEach(mention -> found.add(id + " " + mention.metric() + " "
                                    + mention.value().toPlainString() + " " + mention.region()));
                }
            }
        }
        return found;
    }

    private static List<List<String>> rows(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t")))
                .toList();
    }
}
