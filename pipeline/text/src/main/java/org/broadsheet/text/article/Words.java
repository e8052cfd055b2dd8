package org.broadsheet.text.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Words by kind from a table beside the classes: {@code credit} is {@code 摄}, {@code 摄影}, {@code 供图} … */
final class Words {
    private final Map<String, List<String>> byKind;

    private Words(Map<String, List<String>> byKind) {
        this.byKind = byKind;
    }

    /** Reads {@code printing.tsv} or {@code telling.tsv}. */
    static Words read(String resource) {
        Map<String, List<String>> byKind = new HashMap<>();
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(resource));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int tab = line.indexOf('\t');
                List<String> words = List.of(line.substring(tab + 1).split(" "));
                byKind.put(line.substring(0, tab), longestFirst(words));
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Words(byKind);
    }

    private static List<String> longestFirst(List<String> words) {
        return words.stream()
                .sorted((a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b))
                .toList();
    }

    /** The words of a kind, to be found at the beginning or the end of a text. */
    WordList list(String kind) {
        return new WordList(of(kind));
    }

    /** The words of a kind, the longest first. */
    List<String> of(String kind) {
        return Objects.requireNonNull(byKind.get(kind), kind);
    }
}
