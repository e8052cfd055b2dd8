package org.broadsheet.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageId;
import org.junit.jupiter.api.Test;

/** The labelled pages: which articles are found, where they begin and end, what stands over them. */
class LabelledArticlesTest {
    private static final Path SAMPLES = Path.of(System.getProperty("broadsheet.root"), "config", "samples");
    private static final int NEAR = 5;

    private final List<String> misses = new ArrayList<>();
    private int labelled;
    private int found;
    private int edges;
    private int headlines;

    @Test
    void labelledArticlesAreFound() throws IOException {
        for (String page : List.of("000", "002", "003")) {
            compare(page);
        }
        System.out.printf("articles %d, found %d, edges %d, headlines %d%n", labelled, found, edges, headlines);
        misses.forEach(System.out::println);
        assertThat(List.of(labelled, found, edges, headlines)).containsExactly(22, 22, 22, 22);
        assertThat(misses).hasSizeLessThanOrEqualTo(2);
    }

    private void compare(String number) throws IOException {
        CleanPage page = new PageCleaner().clean(page(number));
        JsonNode labels = new ObjectMapper()
                .readTree(SAMPLES.resolve("gold/" + number + ".articles.json").toFile());
        for (JsonNode label : labels) {
            labelled++;
            String starts = bare(label.path("starts_with").asText());
            String ends = bare(label.path("ends_with").asText());
            Article match = page.articles().stream()
                    .filter(article ->
                            body(article).indexOf(starts) >= 0 && body(article).contains(ends))
                    .findFirst()
                    .orElse(null);
            if (match == null) {
                misses.add(number + ": not found: " + starts + " … " + ends);
                continue;
            }
            judge(
                    number,
                    label,
                    match,
                    body(match).indexOf(starts),
                    body(match).length() - ends.length() - body(match).lastIndexOf(ends));
        }
    }

    private void judge(String number, JsonNode label, Article article, int before, int behind) {
        String kind = label.path("kind").asText();
        boolean sameKind = kind.equals("caption") == (article.kind() == Article.Kind.CAPTION);
        found += sameKind ? 1 : 0;
        if (!sameKind) {
            misses.add(number + ": kind " + article.kind() + " for " + label.path("starts_with"));
        }
        if (before <= NEAR && behind <= NEAR) {
            edges++;
        } else {
            misses.add(number + ": edges off by " + before + ", " + behind + ": " + label.path("starts_with"));
        }
        check(number, label, article, "headline", Role.HEADLINE);
        check(number, label, article, "kicker", Role.KICKER);
        check(number, label, article, "subhead", Role.SUBHEAD);
    }

    private void check(String number, JsonNode label, Article article, String field, Role role) {
        String wanted = bare(label.path(field).asText());
        String got = bare(article.text(role));
        headlines += role == Role.HEADLINE && wanted.equals(got) ? 1 : 0;
        if (!wanted.equals(got)) {
            misses.add(number + ": " + field + " is " + got + ", wanted " + wanted);
        }
    }

    private static String body(Article article) {
        StringBuilder body = new StringBuilder();
        for (Paragraph paragraph : article.paragraphs()) {
            if (paragraph.role() == Role.BODY || paragraph.role() == Role.JUMP || paragraph.role() == Role.SECTION) {
                body.append(bare(paragraph.text().toString()));
            }
        }
        return body.toString();
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    static Page page(String number) throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve("pages"))) {
            Path file = files.filter(each -> each.getFileName().toString().startsWith(number + "_"))
                    .findFirst()
                    .orElseThrow();
            return new Page(new PageId(number, 0, ""), "太原晚报", 19318, 140100, "", List.of(), Files.readString(file));
        }
    }
}
