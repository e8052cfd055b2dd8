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

/**
 * Tells what a file is by its first bytes, and what to do with it: {@code FF D8 FF} is a {@code JPEG picture; send the
 * text that a recogniser reads in it}. The tables are {@code magic.tsv} and, for what is a ZIP within, {@code zip.tsv}.
 */
final class MagicNumbers {
    private static final int NAMES_WITHIN = 4096;

    private record Magic(int offset, byte[] bytes, String name, String advice) {
        String told() {
            return name + "; " + advice;
        }
    }

    private record Inside(String path, String told) {}

    private final List<Magic> table;
    private final List<Inside> zips;

    MagicNumbers() {
        table = rows("magic.tsv").stream()
                .map(row -> new Magic(Integer.parseInt(row[0]), HexFormat.of().parseHex(row[1]), row[2], row[3]))
                .toList();
        zips = rows("zip.tsv").stream()
                .map(row -> new Inside(row[0], row[1] + "; " + row[2]))
                .toList();
    }

    private static List<String[]> rows(String name) {
        try (InputStream resource = Objects.requireNonNull(MagicNumbers.class.getResourceAsStream(name));
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The name of what the bytes are and what to do, or nothing where they may be text. */
    Optional<String> nameOf(byte[] value) {
        for (Magic magic : table) {
            int end = magic.offset + magic.bytes.length;
            if (value.length >= end && Arrays.equals(value, magic.offset, end, magic.bytes, 0, magic.bytes.length)) {
                return Optional.of(magic.name.equals("ZIP archive") ? nameOfZip(value, magic) : magic.told());
            }
        }
        return Optional.empty();
    }

    private String nameOfZip(byte[] value, Magic zip) {
        String head = new String(value, 0, Math.min(value.length, NAMES_WITHIN), StandardCharsets.ISO_8859_1);
        return zips.stream()
                .filter(inside -> head.contains(inside.path))
                .map(Inside::told)
                .findFirst()
                .orElse(zip.told());
    }
}
