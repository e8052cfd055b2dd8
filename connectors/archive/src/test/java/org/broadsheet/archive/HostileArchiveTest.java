package org.broadsheet.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.broadsheet.fuzz.Door;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives, manifests and names of files, changed by seed, see {@link Door}; and bombs. */
class HostileArchiveTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void everyArchiveIsReadOrSkipped() throws IOException {
        Door.of("archive", "../", "\0", "PK\u0003\u0004", "/", "{\"text\":\"", "\n", "\uFFFF", "pages.jsonl")
                .push(input -> {
                    Path file = folder.resolve("a" + ending(input));
                    Files.write(file, input);
                    List<String> skipped = new ArrayList<>();
                    try (Stream<PageFile> pages =
                            PageFiles.of(List.of(file)).read(unreadable -> skipped.add(unreadable.toString()))) {
                        pages.forEach(page ->
                                assertThat(page.name()).doesNotContain("/../").startsWith(folder.toString()));
                    } catch (ManifestException told) {
                        assertThat(told.getMessage()).isNotBlank();
                    }
                });
    }

    @Test
    void everyManifestIsReadOrHasFaults() throws IOException {
        Door.of("manifest", "{", "\"file\":", "\n", "\0", "[".repeat(2000), "1e99999", "null", "\uFEFF", "\\u0000")
                .push(input -> {
                    try {
                        assertThat(Manifest.parse("pages.jsonl", input).size()).isNotNegative();
                    } catch (ManifestException told) {
                        assertThat(told.getMessage()).isNotBlank();
                    }
                });
    }

    @Test
    void everyPathFitsItsPatternOrNot() throws IOException {
        Door.of(
                        "path",
                        "{source}",
                        "*",
                        "/",
                        "-",
                        "{page}",
                        "_",
                        "{",
                        "}",
                        "\\Q",
                        "(?",
                        "2022-02-30",
                        "a".repeat(60),
                        ".")
                .push(input -> {
                    List<String> lines = new String(input, UTF_8).lines().toList();
                    PathPattern pattern;
                    try {
                        pattern = PathPattern.of(lines.isEmpty() ? "" : lines.get(0));
                    } catch (IllegalArgumentException told) {
                        assertThat(told.getMessage()).contains("is no pattern");
                        return;
                    }
                    for (String path : lines) {
                        assertThat(pattern.read(path)).isNotNull();
                    }
                });
    }

    /** What could take as much as it likes is tried in all ways: few of them in a name of a length that a file can have. */
    @Test
    void aPatternOfManyStarsIsTriedInTime() {
        assertThatThrownBy(() -> PathPattern.of("*a*a*a{page}b"))
                .hasMessage(
                        "'*a*a*a{page}b' is no pattern: at most three of {source}, {page} and * may stand in one name.");
        PathPattern three = PathPattern.of("*a*a{page}b");
        assertThat(three.read("a".repeat(255))).isEmpty();
        assertThat(three.read("a".repeat(300) + "b"))
                .as("no file has such a name")
                .isEmpty();
        assertThat(three.read("caca日b")).isPresent();
        PathPattern folders = PathPattern.of("*a*a*c/".repeat(8) + "{page}b");
        assertThat(folders.read(("a".repeat(250) + "c/").repeat(8) + "a")).isEmpty();
        assertThat(folders.read("1a2a3c/".repeat(8) + "4b")).isPresent();
    }

    @Test
    void aBombIsSkippedBeforeItHasBeenReadThrough() throws IOException {
        Path zeros = folder.resolve("zeros.jsonl.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(zeros))) {
            byte[] block = new byte[MEBIBYTE];
            for (int i = 0; i < 200; i++) {
                out.write(block);
            }
        }
        assertThat(skipped(zeros)).containsExactly(zeros + ": no page in 64 MiB");
        Path lines = folder.resolve("lines.jsonl");
        Files.write(lines, "\n".repeat(8 * MEBIBYTE).getBytes(UTF_8));
        assertThat(skipped(lines)).isEmpty();
    }

    @Test
    void manifestsInAnArchiveAreReadUpToALimitTogether() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        byte[] manifest = " ".repeat(33 * MEBIBYTE).getBytes(UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("a/pages.jsonl", "b/pages.jsonl", "c/pages.jsonl")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(manifest);
            }
        }
        Files.write(bomb, bytes.toByteArray());
        assertThat(skipped(bomb)).containsExactly(bomb + ": its manifests are larger than 64 MiB");
    }

    private static List<String> skipped(Path file) {
        List<String> skipped = new ArrayList<>();
        try (Stream<PageFile> pages = PageFiles.of(List.of(file))
                .read(unreadable -> skipped.add(unreadable.name() + ": " + unreadable.why()))) {
            assertThat(pages.toList()).isEmpty();
        }
        return skipped;
    }

    /** By how the bytes begin, as the corpus has it. */
    private static String ending(byte[] input) {
        if (input.length > 1 && input[0] == 'P' && input[1] == 'K') {
            return ".zip";
        }
        if (input.length > 1 && input[0] == 0x1F && input[1] == (byte) 0x8B) {
            return input.length % 2 == 0 ? ".tar.gz" : ".jsonl.gz";
        }
        return input.length > 0 && input[0] == '{' ? ".jsonl" : ".tar";
    }
}
