package org.broadsheet.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rhetoric, refrains, lists of like shape: what looks like a repeat and is none. */
class NoRepeatsTest {
    private final RepeatRemover remover = new RepeatRemover(new Telling(Words.read("telling.tsv")));

    static List<String> cases() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NoRepeatsTest.class.getResourceAsStream("no-repeats.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @Test
    void thereAreManyCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingGoes(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String paragraph : text.split("⏎", -1)) {
            paragraphs.add(new Paragraph(Role.BODY, CleanText.verbatim(paragraph, 0)));
        }
        Article article = new Article(0, Article.Kind.ARTICLE, paragraphs, 0, 0);

        CleanPage clean = remover.remove(List.of(article));

        assertThat(clean.repeats()).isEmpty();
        assertThat(clean.articles()).containsExactly(article);
    }
}
