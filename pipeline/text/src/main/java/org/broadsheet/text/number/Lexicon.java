package org.broadsheet.text.number;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the tables of language knowledge that stand beside the classes: {@code 余 → after → over}.
 *
 * <p>One row a line, columns parted by tabs, lines that begin with {@code #} are comments.
 */
public final class Lexicon {
    private Lexicon() {}

    /**
     * The rows of a table beside a class, in the order of the file.
     *
     * @throws IllegalStateException where the table is missing: a fault of the build
     */
    public static List<List<String>> rows(Class<?> beside, String name) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("No table " + name + " beside " + beside.getName());
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(List.of(line.strip().split("\t")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableList(rows);
    }

    /** The first column of a table beside a class, in the order of the file. */
    public static List<String> column(Class<?> beside, String name) {
        return rows(beside, name).stream().map(row -> row.get(0)).toList();
    }

    /** Words, the longest first; of one length in the order they came. */
    public static List<String> longestFirst(List<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Words whose second column is {@code group}, the longest first. */
    public static List<String> group(List<List<String>> rows, String group) {
        return longestFirst(rows.stream()
                .filter(row -> row.size() > 1 && row.get(1).equals(group))
                .map(row -> row.get(0))
                .toList());
    }
}
