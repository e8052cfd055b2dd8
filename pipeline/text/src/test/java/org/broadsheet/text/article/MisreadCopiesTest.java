package org.broadsheet.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies that differ from their originals by what a recogniser does: a character or two, a short loop in one of them. */
class MisreadCopiesTest {
    private final RepeatRemover remover = new RepeatRemover(new Telling(Words.read("telling.tsv")));

    static List<String> cases() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MisreadCopiesTest.class.getResourceAsStream("misread-copies.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCopyGoes(String line) {
        String[] parts = line.split("\t", -1);
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String paragraph : parts[0].split("⏎", -1)) {
            paragraphs.add(new Paragraph(Role.BODY, CleanText.verbatim(paragraph, 0)));
        }

        CleanPage clean = remover.remove(List.of(new Article(0, Article.Kind.ARTICLE, paragraphs, 0, 0)));

        assertThat(clean.articles().get(0).paragraphs().stream()
                        .map(paragraph -> paragraph.text().toString())
                        .collect(Collectors.joining("⏎")))
                .isEqualTo(parts[1]);
    }
}
