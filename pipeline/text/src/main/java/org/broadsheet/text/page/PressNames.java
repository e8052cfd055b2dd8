package org.broadsheet.text.page;

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
import org.jspecify.annotations.Nullable;

/** How press systems name the parts of an article's file: {@code founder-title} is a title. The table is {@code press.tsv}. */
final class PressNames {
    private final Map<String, List<String>> rows = new HashMap<>();
    private final Map<String, String> markup;
    private final Map<String, String> data;

    PressNames() {
        try (InputStream resource = Objects.requireNonNull(PressNames.class.getResourceAsStream("press.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int tab = line.indexOf('\t');
                rows.put(line.substring(0, tab), List.of(line.substring(tab + 1).split(" ")));
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        markup = parts("markup.");
        data = parts("data.");
    }

    private Map<String, String> parts(String prefix) {
        Map<String, String> parts = new HashMap<>();
        rows.forEach((row, names) -> {
            if (row.startsWith(prefix)) {
                names.forEach(name -> parts.put(name, row.substring(prefix.length())));
            }
        });
        return parts;
    }

    /** The part that an element of HTML is, or null. */
    @Nullable
    String markup(String name) {
        return markup.get(name);
    }

    /** The part that an element of XML or a field of JSON is, by its name in small letters; or null. */
    @Nullable
    String data(String name) {
        return data.get(name);
    }

    /** Whether one of the words of a row is the value, small letters. */
    boolean is(String row, String value) {
        return words(row).contains(value);
    }

    /** Whether the text begins with one of the words of a row. */
    boolean begins(String row, String text) {
        return words(row).stream().anyMatch(text::startsWith);
    }

    private List<String> words(String row) {
        return Objects.requireNonNull(rows.get(row), row);
    }
}
