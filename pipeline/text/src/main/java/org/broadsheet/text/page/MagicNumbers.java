package org.broadsheet.text.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells what a file is by its first bytes: {@code FF D8 FF} is a JPEG picture. The table is {@code magic.tsv}. */
final class MagicNumbers {
    private static final int OFFICE_NAMES_WITHIN = 4096;

    private record Magic(int offset, byte[] bytes, String name) {}

    private final List<Magic> table;

    MagicNumbers() {
        try (InputStream resource = Objects.requireNonNull(MagicNumbers.class.getResourceAsStream("magic.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            table = lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(row ->
                            new Magic(Integer.parseInt(row[0]), HexFormat.of().parseHex(row[1]), row[2]))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The name of what the bytes are, or nothing where they may be text. */
    Optional<String> nameOf(byte[] value) {
        for (Magic magic : table) {
            int end = magic.offset + magic.bytes.length;
            if (value.length >= end && Arrays.equals(value, magic.offset, end, magic.bytes, 0, magic.bytes.length)) {
                return Optional.of(magic.name.equals("ZIP archive") ? nameOfZip(value) : magic.name);
            }
        }
        return Optional.empty();
    }

    private static String nameOfZip(byte[] value) {
        String head = new String(value, 0, Math.min(value.length, OFFICE_NAMES_WITHIN), StandardCharsets.ISO_8859_1);
        if (head.contains("word/")) {
            return "Word document";
        }
        if (head.contains("xl/")) {
            return "Excel table";
        }
        return head.contains("ppt/") ? "PowerPoint slides" : "ZIP archive";
    }
}
