package org.broadsheet.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of page files what they do not say themselves, one JSON object a line: {@code {"file": "003.txt", "source":
 * "太原晚报", "published": "2022-11-22", "home": "140100"}}. All but {@code file} may be missing; other fields are of no
 * concern. A byte-order mark, CRLF, blank lines and GB18030 are fine. Immutable.
 */
public final class Manifest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final List<String> NAMES = List.of("pages.jsonl", "items.jsonl", "manifest.jsonl");

    private final Map<String, ManifestEntry> byFile;
    private final Map<String, ManifestEntry> byBaseName;

    private Manifest(Map<String, ManifestEntry> byFile) {
        this.byFile = byFile;
        this.byBaseName = byBaseName(byFile);
    }

    private static Map<String, ManifestEntry> byBaseName(Map<String, ManifestEntry> byFile) {
        Map<String, ManifestEntry> named = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        byFile.forEach((file, entry) -> {
            String baseName = baseName(file);
            if (named.put(baseName, entry) != null) {
                ambiguous.add(baseName);
            }
        });
        named.keySet().removeAll(ambiguous);
        return named;
    }

    /** The files it names, in its order. */
    public List<String> files() {
        return List.copyOf(byFile.keySet());
    }

    /**
     * Reads one.
     *
     * @throws ManifestException with all its faults and their lines
     * @throws IOException if the file cannot be read
     */
    public static Manifest read(Path file) throws IOException {
        return parse(file.toString(), Files.readAllBytes(file));
    }

    /**
     * Reads one from its bytes.
     *
     * @param name for the faults
     * @throws ManifestException with all its faults and their lines
     */
    public static Manifest parse(String name, byte[] bytes) {
        Map<String, ManifestEntry> byFile = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        int number = 0;
        for (String line : lines(bytes)) {
            number++;
            String before = name + ", line " + number + ": ";
            if (!line.isBlank()) {
                entry(line, before, faults).ifPresent(entry -> {
                    if (byFile.putIfAbsent(entry.file(), entry) != null) {
                        faults.add(before + "file " + entry.file() + " stands here for the second time");
                    }
                });
            }
        }
        if (!faults.isEmpty()) {
            throw new ManifestException(faults);
        }
        return new Manifest(byFile);
    }

    private static List<String> lines(byte[] bytes) {
        String text = LenientText.decode(bytes);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    }

    private static Optional<ManifestEntry> entry(String line, String before, List<String> faults) {
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            faults.add(before + "no JSON object: " + e.getOriginalMessage());
            return Optional.empty();
        }
        if (!object.isObject()) {
            faults.add(before + "no JSON object");
            return Optional.empty();
        }
        ManifestFields fields = new ManifestFields(object, before, faults);
        return fields.entry();
    }

    /**
     * Whether a file of this name and beginning is a manifest rather than a file of pages: {@code pages.jsonl} may be
     * either, a line of pages has a {@code text}.
     */
    static boolean isManifest(String name, byte[] beginning) {
        if (!mayBeManifest(name)) {
            return false;
        }
        Optional<String> first =
                lines(beginning).stream().filter(line -> !line.isBlank()).findFirst();
        return first.isEmpty() || !hasText(first.get());
    }

    static boolean mayBeManifest(String name) {
        return NAMES.contains(baseName(name));
    }

    /** Names that a manifest has in its folder, the first that is there holds. */
    static List<String> names() {
        return NAMES;
    }

    private static boolean hasText(String line) {
        // Cut off where a line is long: the fields before the cut say enough.
        try (var parser = JSON.createParser(line)) {
            int depth = 0;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 1 && "text".equals(parser.currentName())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * What it says of a file: by its place from the manifest's folder, else by its name alone where only one line has
     * that name.
     *
     * @param file with {@code /} between folders
     */
    public Optional<ManifestEntry> find(String file) {
        String name = normal(file);
        @Nullable ManifestEntry exact = byFile.get(name);
        return exact != null ? Optional.of(exact) : Optional.ofNullable(byBaseName.get(baseName(name)));
    }

    /** One form for one name: macOS takes letters and accents apart, Windows writes {@code \}. */
    static String normal(String file) {
        String slashed = Normalizer.normalize(file, Normalizer.Form.NFC).replace('\\', '/');
        return slashed.startsWith("./") ? slashed.substring(2) : slashed;
    }

    static String baseName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** How many files it names. */
    public int size() {
        return byFile.size();
    }
}
