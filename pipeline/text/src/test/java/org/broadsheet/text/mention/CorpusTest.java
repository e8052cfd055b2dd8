package org.broadsheet.text.mention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Role;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One line a sentence, with all its mentions; a line without any says in its note why. */
class CorpusTest {
    private static Extractor extractor;

    @BeforeAll
    static void load() {
        extractor = new Extractor(Catalogue.packaged(), Gazetteer.load());
    }

    /** A sentence with what it states. */
    record Line(String input, int home, String published, List<String> expected) {
        @Override
        public String toString() {
            return input;
        }
    }

    static Stream<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        InputStream stream = Objects.requireNonNull(CorpusTest.class.getResourceAsStream("/corpus/mentions.jsonl"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                JsonNode node = json.readTree(row);
                List<String> expected = new ArrayList<>();
                node.get("expected").forEach(mention -> expected.add(mention.asText()));
                lines.add(new Line(
                        node.get("input").asText(),
                        node.get("home").asInt(),
                        node.get("published").asText(),
                        expected));
            }
        }
        return lines.stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void statesExactly(Line line) {
        assertThat(extract(line)).containsExactlyInAnyOrderElementsOf(line.expected());
    }

    private static List<String> extract(Line line) {
        int published = (int) LocalDate.parse(line.published()).toEpochDay();
        Page page = Pages.page("", published, line.home(), line.input());
        Paragraph paragraph = new Paragraph(Role.BODY, CleanText.verbatim(line.input(), 0));
        Article article = new Article(0, Article.Kind.ARTICLE, List.of(paragraph), 0, 0);
        CleanPage clean = new CleanPage(List.of(article), List.of(), 1, 1, 0);
        return extractor.extract(page, clean).mentions().stream()
                .filter(mention -> mention.fate() == Fate.COUNTED)
                .map(CorpusTest::written)
                .toList();
    }

    private static String written(Mention mention) {
        return mention.metric() + " " + mention.value().toPlainString() + " "
                + mention.modifier().label() + " " + mention.scope().label() + " " + mention.region()
                + (mention.place().isEmpty() ? "" : "/" + mention.place()) + " " + LocalDate.ofEpochDay(mention.day());
    }
}
