package org.broadsheet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.generator.ChangedPages;
import org.broadsheet.generator.PackedTexts;
import org.broadsheet.text.page.RawPage;
import org.jspecify.annotations.Nullable;

/**
 * The pages of {@code bench run}: the three sample pages with other numbers, places, papers and days each time, or the texts of a file, some to a
 * page of 18 KB.
 */
final class BenchArchive {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BenchArchive() {}

    /**
     * At most so many pages, in order; to be closed.
     *
     * @param texts null: the sample pages, changed
     * @param bytes of a page of texts, at least
     */
    static Stream<RawPage> pages(@Nullable Path texts, int bytes, long count, long seed) throws IOException {
        return texts == null ? changed(seed, count) : packed(texts, bytes).limit(count);
    }

    private static Stream<RawPage> changed(long seed, long count) {
        Path samples = Home.folder().resolve("config/samples/pages");
        try (Stream<RawPage> originals = PageFiles.of(List.of(samples))
                .read(file -> {
                    throw new PlainFault(file.name() + ": " + file.why());
                })
                .map(file -> new RawPage("", 0, 0, file.key(), file.content(), file.headers()))) {
            return ChangedPages.of(originals.toList(), seed).pages(count);
        }
    }

    private static Stream<RawPage> packed(Path file, int bytes) throws IOException {
        String name = PageInputs.file(file).getFileName().toString();
        InputStream in = Files.newInputStream(file);
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(name.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
        Iterator<String> texts = lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> name.contains(".jsonl") ? text(line) : line)
                .iterator();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new PackedTexts(texts, bytes), 0), false)
                .onClose(() -> {
                    try {
                        lines.close();
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                });
    }

    /** The text of an object with {@code text} and, perhaps, {@code title}, which stands above it. */
    private static String text(String line) {
        try {
            JsonNode object = JSON.readTree(line);
            String title = object.path("title").asText();
            return (title.isBlank() ? "" : title + "\n") + object.path("text").asText();
        } catch (IOException none) {
            throw new PlainFault("A line of the texts is no JSON object: " + none.getMessage(), none);
        }
    }
}
