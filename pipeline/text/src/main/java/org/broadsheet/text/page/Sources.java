package org.broadsheet.text.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The papers known here and where they are at home: {@code 太原晚报} is at home in 140100.
 *
 * <p>Immutable, thread-safe.
 */
public final class Sources {
    /**
     * A paper.
     *
     * @param name as pages are filed under: {@code 太原晚报}
     * @param home six-digit code of 2022; 100000 is the country
     * @param names all names it prints in its masthead, its own first
     */
    public record Paper(String name, int home, List<String> names) {}

    private final SortedMap<String, Paper> byName;
    private final List<String> longestFirst;

    Sources(Map<String, Paper> byName) {
        this.byName = new TreeMap<>(byName);
        this.longestFirst = this.byName.keySet().stream()
                .sorted((a, b) -> a.length() != b.length() ? Integer.compare(b.length(), a.length()) : a.compareTo(b))
                .toList();
    }

    /**
     * Reads {@code config/sources.yaml}: {@code 太原晚报: 140100}, or {@code 太原晚报: {home: 140100, also: [太原晚報]}}.
     *
     * @throws InvalidSourcesException with all its faults
     * @throws IOException if the file cannot be read
     */
    public static Sources read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        }
    }

    /** Reads the list of papers from a reader, which stays open; see {@link #read(Path)}. */
    public static Sources read(Reader reader) throws IOException {
        YAMLFactory yaml = YAMLFactory.builder().build();
        yaml.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        try (JsonParser parser = yaml.createParser(reader)) {
            return new SourcesParser(parser).parse();
        }
    }

    /** No paper at all: every page must say where it is at home. */
    public static Sources none() {
        return new Sources(Map.of());
    }

    /** The paper of that name, or of which it is another name. */
    public Optional<Paper> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The papers, each once, by name. */
    public List<Paper> papers() {
        return byName.values().stream().distinct().toList();
    }

    /** Every name under which a paper is known, the longest first: {@code 山西日报农民版} before {@code 山西日报}. */
    public List<String> names() {
        return longestFirst;
    }
}
