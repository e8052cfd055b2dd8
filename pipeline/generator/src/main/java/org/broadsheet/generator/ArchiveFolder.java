package org.broadsheet.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.place.Gazetteer;

/**
 * Writes an archive as files: {@code pages/000/000012.txt} with the manifest {@code pages/pages.jsonl}, as {@code feed} takes
 * them, {@code sources.yaml} beside, and the tables that must come out as {@code known/fact.txt}. Pages that are taken back
 * have no files and are left out; so are corrected ones, which {@code correct} sends.
 */
public final class ArchiveFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FILES_OF_A_FOLDER = 1000;
    private static final int BUFFER = 1 << 16;

    private final Path folder;

    private ArchiveFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes an archive into a folder.
     *
     * @return how many page files
     * @throws IOException where something cannot be written
     */
    public static long write(Archive archive, Path folder) throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        Files.writeString(folder.resolve("sources.yaml"), archive.sources(), UTF_8);
        try (BufferedWriter manifest = Files.newBufferedWriter(pages.resolve("pages.jsonl"), UTF_8);
                Stream<Delivery> deliveries = filed(archive)) {
            ArchiveFolder files = new ArchiveFolder(pages);
            long number = 0;
            for (Iterator<Delivery> each = deliveries.iterator(); each.hasNext(); number++) {
                files.write(each.next().raw(), number, manifest);
            }
            return number;
        }
    }

    /**
     * Writes an archive as one compressed file of JSON objects, a page a line, and the list of papers beside it.
     *
     * @return how many pages
     * @throws IOException where something cannot be written
     */
    public static long writeLines(Archive archive, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("sources.yaml"), archive.sources(), UTF_8);
        try (OutputStream file = Files.newOutputStream(folder.resolve("pages.jsonl.gz"));
                OutputStream out = new BufferedOutputStream(new GZIPOutputStream(file, BUFFER), BUFFER);
                Stream<Delivery> deliveries = lines(archive)) {
            long number = 0;
            for (Iterator<Delivery> each = deliveries.iterator(); each.hasNext(); number++) {
                out.write(java.util.Objects.requireNonNull(each.next().raw().value()));
                out.write('\n');
            }
            return number;
        }
    }

    /** The pages as lines, and what must become of them; what is no page has no line. */
    public static Stream<Delivery> lines(Archive archive) {
        return filed(archive)
                .filter(delivery -> delivery.told() instanceof Told.Printed)
                .map(PageLine::of);
    }

    /**
     * Writes the tables that must come out of the lines; takes memory for all that is in them.
     *
     * @throws IOException where something cannot be written
     */
    public static void writeKnownOfLines(Archive archive, Gazetteer gazetteer, Path folder) throws IOException {
        writeKnown(lines(archive), gazetteer, folder);
    }

    /**
     * Writes the tables that must come out of the files; takes memory for all that is in them.
     *
     * @throws IOException where something cannot be written
     */
    public static void writeKnown(Archive archive, Gazetteer gazetteer, Path folder) throws IOException {
        writeKnown(filed(archive), gazetteer, folder);
    }

    private static void writeKnown(Stream<Delivery> deliveries, Gazetteer gazetteer, Path folder) throws IOException {
        Path known = Files.createDirectories(folder.resolve("known"));
        for (Map.Entry<String, List<String>> table :
                KnownTables.of(deliveries, gazetteer).lines().entrySet()) {
            Files.write(known.resolve(table.getKey() + ".txt"), table.getValue(), UTF_8);
        }
    }

    /** The records that can be files. */
    public static Stream<Delivery> filed(Archive archive) {
        return archive.deliveries()
                .filter(delivery -> delivery.raw().value() != null
                        && !(delivery.told() instanceof Told.Printed page && page.corrected() > 0));
    }

    private void write(RawPage page, long number, BufferedWriter manifest) throws IOException {
        String name = "%03d/%06d.txt".formatted(number / FILES_OF_A_FOLDER, number);
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, java.util.Objects.requireNonNull(page.value()));
        byte[] key = page.key();
        if (key != null) {
            manifest.write(JSON.writeValueAsString(entry(name, new String(key, UTF_8), page.headers())));
            manifest.newLine();
        }
    }

    private static Map<String, String> entry(String file, String key, List<Header> headers) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("file", file);
        headers.forEach(header -> entry.put(header.name(), new String(header.value(), UTF_8)));
        entry.put("page", key.substring(key.lastIndexOf('/') + 1));
        return entry;
    }
}
