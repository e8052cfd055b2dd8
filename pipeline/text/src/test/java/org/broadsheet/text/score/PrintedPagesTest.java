package org.broadsheet.text.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reading;
import org.junit.jupiter.api.Test;

/** The articles of the labelled pages and of the printed pages of our own, as {@code score --articles} compares them. */
class PrintedPagesTest {
    private static final Path ROOT = Path.of(System.getProperty("broadsheet.root"));

    private final TextStage text = stage();

    @Test
    void findsTheArticlesOfThePrintedPages() throws IOException {
        ArticleScore score = score(ROOT.resolve("pipeline/text/src/test/resources/printed/gold"));

        assertThat(score.labelled()).isEqualTo(42);
        assertThat(score.found()).isEqualTo(42);
        assertThat(score.fields())
                .containsEntry("kind", new ArticleScore.Share(42, 42))
                .containsEntry("start", new ArticleScore.Share(42, 42))
                .containsEntry("end", new ArticleScore.Share(42, 42))
                .containsEntry("byline", new ArticleScore.Share(42, 42));
        assertThat(score.misses().stream()
                        .filter(miss -> !miss.field().equals("region"))
                        .map(miss -> miss.file() + " " + miss.field()))
                .as("which of two headlines is the main one is not marked; an office's signature below a notice")
                .containsExactlyInAnyOrder("p18 kicker", "p26 headline", "p26 kicker", "p26 subhead");
        assertThat(score.extras())
                .as("pages of no article")
                .extracting(ArticleScore.Extra::file)
                .containsExactly("p06", "p07", "p08");
    }

    @Test
    void findsTheArticlesOfTheLabelledPages() throws IOException {
        ArticleScore score = score(ROOT.resolve("config/samples/gold"));

        assertThat(score.found()).isEqualTo(22);
        for (String field : List.of("kind", "start", "end", "headline", "subhead", "byline")) {
            assertThat(score.fields()).containsEntry(field, new ArticleScore.Share(22, 22));
        }
    }

    private ArticleScore score(Path folder) throws IOException {
        List<ArticleScore.Answer> answers = new ArrayList<>();
        for (GoldFolder.Outline outline : GoldFolder.outlines(folder)) {
            Page page = read(outline.text());
            CleanPage clean = text.clean(page);
            answers.add(new ArticleScore.Answer(
                    outline.text().name(), outline.articles(), clean, text.contexts(page, clean)));
        }
        return ArticleScore.of(answers);
    }

    private Page read(GoldFolder.Text labelled) throws IOException {
        List<Header> headers = List.of(
                header("source", labelled.source()),
                header("published", LocalDate.ofEpochDay(labelled.published()).toString()),
                header("home", Integer.toString(labelled.home())));
        Reading reading = text.read(new RawPage("", 0, 0, null, Files.readAllBytes(labelled.file()), headers));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).page();
    }

    private static Header header(String name, String value) {
        return new Header(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static TextStage stage() {
        try {
            Path config = ROOT.resolve("config");
            return TextStage.open(
                    TextRules.read(config.resolve("metrics.yaml"), config.resolve("sources.yaml")),
                    TextStage.Evidence.SENTENCES);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
