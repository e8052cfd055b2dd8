package org.broadsheet.generator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The words that pages are written with, as they lie beside this class.
 *
 * @param fillers sentences without figures, places and days; all of them may be worn
 * @param headlines without figures; {@code {r}} is the region
 * @param places streets and towns
 * @param lookalikes groups of characters taken for each other
 * @param common what is taken for characters that look like no other
 * @param misreadings words and what they are misread as: {@code 落实落买}
 * @param avoided what no county's name may hold
 */
record Words(
        List<Thing> things,
        List<Frame> frames,
        List<String> fillers,
        List<String> headlines,
        List<String> places,
        List<String> lookalikes,
        String common,
        List<String> misreadings,
        List<String> avoided) {
    static Words read() {
        List<String> glyphs = lines("lookalikes.txt");
        return new Words(
                lines("things.tsv").stream().map(Words::row).map(Thing::of).toList(),
                lines("frames.tsv").stream().map(Words::row).map(Frame::of).toList(),
                lines("fillers.txt"),
                lines("headlines.tsv"),
                lines("places.txt"),
                List.of(glyphs.get(0).split(" ", -1)),
                glyphs.get(1),
                lines("misreadings.txt"),
                lines("avoided.txt"));
    }

    /** Whether a word of the text can be misread in a copy. */
    boolean isMisreadable(String text) {
        return misreadings.stream().anyMatch(pair -> text.contains(pair.substring(0, pair.length() / 2)));
    }

    private static List<String> row(String line) {
        return List.of(line.split("\t", -1));
    }

    private static List<String> lines(String name) {
        try (InputStream resource = Objects.requireNonNull(Words.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
