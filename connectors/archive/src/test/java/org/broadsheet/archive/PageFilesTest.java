package org.broadsheet.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    private Path folder = Path.of("");

    private final List<UnreadableFile> unreadable = new ArrayList<>();

    @Test
    void aLineMayNameItsPage() throws IOException {
        write("feed.jsonl", """
                {"text":"一","source":"太原晚报","published":"2022-11-22","page":3}
                {"page":"003","key":"太原晚报 003","more":{"key":"x"},"text":"二"}
                {"text":"三","source":"太原晚报","published":"2022-11-22"}
                {"key":"四", broken
                ["key", "五"]
                """);
        try (Stream<PageFile> pages =
                PageFiles.of(List.of(folder.resolve("feed.jsonl"))).read(none -> {})) {
            assertThat(pages.map(page -> {
                        byte[] key = page.key();
                        return key == null ? "none" : new String(key, UTF_8);
                    }))
                    .containsExactly("太原晚报/2022-11-22/3", "太原晚报 003", "none", "none", "none");
        }
    }

    @Test
    void aFolderIsReadToItsDepthsSortedByName() throws IOException {
        write("存档/b/002.txt", "二");
        write("存档/b/001.txt", "一");
        write("存档/a.txt", "零");
        write("存档/.DS_Store", "x");
        write("存档/c/Thumbs.db", "x");
        write("存档/c/空.html", "");
        assertThat(shown(folder.resolve("存档"))).containsExactly("a.txt:零", "b/001.txt:一", "b/002.txt:二", "c/空.html:");
        assertThat(unreadable).isEmpty();
    }

    @Test
    void theNearestManifestHolds() throws IOException {
        write("a/001.txt", "一");
        write("b/c/001.txt", "二");
        write("b/c/002.txt", "三");
        write("pages.jsonl", "{\"file\":\"a/001.txt\",\"source\":\"太原晚报\"}\r\n{\"file\":\"002.txt\",\"source\":\"错\"}");
        write("b/items.jsonl", "\uFEFF{\"file\":\"c/001.txt\",\"source\":\"朔州日报\"}");
        assertThat(sources(PageFiles.of(List.of(folder)))).containsExactly("太原晚报", "朔州日报", "-");
        assertThat(sources(PageFiles.of(List.of(folder.resolve("b/c"))))).containsExactly("-", "-");
        Manifest given = Manifest.parse("m", "{\"file\":\"002.txt\",\"source\":\"晋中日报\"}".getBytes(UTF_8));
        assertThat(sources(PageFiles.of(List.of(folder.resolve("b")), given))).containsExactly("-", "晋中日报");
    }

    @Test
    void onlyTheFilesThatAreWantedAreReadWithTheirManifests() throws IOException {
        write("a/001.txt", "一");
        write("a/002.txt", "二");
        write("pages.jsonl", "{\"file\":\"a/002.txt\",\"source\":\"太原晚报\"}");
        assertThat(sources(PageFiles.of(List.of(folder)).only(file -> file.endsWith("002.txt"))))
                .containsExactly("太原晚报");
    }

    @Test
    void pagesAreCountedWhereThatIsQuick() throws IOException {
        write("a/001.txt", "一");
        write("a/.hidden", "x");
        write("feed.jsonl", "{\"text\":\"一\"}\r\n\r\n{\"text\":\"二\"}\n{broken");
        zip("z.zip", UTF_8, List.of("x/003.txt", "x/pages.jsonl", "y.txt"), List.of("三", "{}", "四"));
        assertThat(PageFiles.of(List.of(folder)).count()).hasValue(6);
        tar("d.tar", UTF_8);
        assertThat(PageFiles.of(List.of(folder)).count()).isEmpty();
        assertThat(PageFiles.of(List.of(folder.resolve("a"), folder.resolve("none.txt")))
                        .count())
                .hasValue(2);
    }

    @Test
    void theManifestBesideAFileHolds() {
        Path pages = Path.of(System.getProperty("broadsheet.root", ""), "config/samples/pages");
        assertThat(sources(PageFiles.of(List.of(pages)))).containsExactly("晋中日报", "朔州日报", "太原晚报");
        assertThat(sources(PageFiles.of(List.of(pages.resolve("003_d80b19d43e3d5215.txt")))))
                .containsExactly("太原晚报");
        Path items = Path.of(System.getProperty("broadsheet.root", ""), "config/samples/gold/items");
        assertThat(sources(PageFiles.of(List.of(items)))).hasSize(60).doesNotContain("-");
    }

    @Test
    void zipsFromChineseWindowsKeepTheirNames() throws IOException {
        Path zip = zip(
                "旧.zip",
                GBK,
                List.of("太原晚报/三版.txt", "太原晚报/pages.jsonl"),
                List.of("全市795处", "{\"file\":\"三版.txt\",\"source\":\"太原晚报\",\"published\":\"2022-11-22\"}"));
        List<PageFile> pages = read(PageFiles.of(List.of(zip)));
        assertThat(pages).extracting(PageFile::name).containsExactly(zip + "!/太原晚报/三版.txt");
        assertThat(pages.get(0).key()).isEqualTo("太原晚报/2022-11-22/三版".getBytes(UTF_8));
    }

    @Test
    void zipsWithTheUtf8FlagKeepTheirNames() throws IOException {
        Path zip = zip("新.ZIP", UTF_8, List.of("大同日报\\二版.txt"), List.of("二"));
        assertThat(shown(zip)).containsExactly("大同日报/二版.txt:二");
    }

    @Test
    void aManifestBesideAZipSpeaksOfWhatIsInIt() throws IOException {
        Path zip = zip("a.zip", UTF_8, List.of("x/003.txt"), List.of("三"));
        write("manifest.jsonl", "{\"file\":\"003.txt\",\"source\":\"太原晚报\"}");
        assertThat(sources(PageFiles.of(List.of(zip)))).containsExactly("太原晚报");
        assertThat(sources(PageFiles.of(List.of(folder)))).containsExactly("太原晚报");
    }

    @Test
    void tarsKeepTheirNamesPlainAndCompressed() throws IOException {
        for (String name : List.of("a.tar", "b.tar.gz", "c.tgz")) {
            Path tar = tar(name, UTF_8);
            assertThat(shown(tar)).containsExactly("朔州日报/一版.txt:一", "朔州日报/很" + "长".repeat(120) + ".txt:二");
            assertThat(sources(PageFiles.of(List.of(tar)))).containsExactly("朔州日报", "-");
        }
        assertThat(shown(tar("d.tar", GBK))).first().isEqualTo("朔州日报/一版.txt:一");
    }

    @Test
    void aFileOfLinesGivesAPageALine() throws IOException {
        write("feed.jsonl", "\uFEFF{\"text\":\"一\"}\r\n\r\n{\"text\":\"二\"}\n{broken");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("more.jsonl.gz")))) {
            out.write("{\"text\":\"三\"}\n".getBytes(UTF_8));
        }
        write("pages.jsonl", "{\"text\":\"四\"}");
        assertThat(shown(folder))
                .containsExactly(
                        "feed.jsonl#1:{\"text\":\"一\"}",
                        "feed.jsonl#3:{\"text\":\"二\"}",
                        "feed.jsonl#4:{broken",
                        "more.jsonl.gz#1:{\"text\":\"三\"}",
                        "pages.jsonl#1:{\"text\":\"四\"}");
        Path zip = zip("l.zip", UTF_8, List.of("x.jsonl", "y.txt"), List.of("{\"text\":\"五\"}\n", "六"));
        assertThat(shown(zip)).containsExactly("x.jsonl#1:{\"text\":\"五\"}", "y.txt:六");
    }

    @Test
    void whatCannotBeReadIsSaidAndSkipped() throws IOException {
        Path zip = zip(
                "坏.zip",
                UTF_8,
                List.of("../x.txt", "/y.txt", "C:/z.txt", "in.zip", "好.txt"),
                List.of("1", "2", "3", "4", "好"));
        write("no.zip", "no zip");
        write("no.tgz", "no tar");
        Files.write(folder.resolve("large.txt"), new byte[(8 << 20) + 1]);
        Files.write(folder.resolve("whole.txt"), new byte[8 << 20]);
        Path missing = folder.resolve("missing.txt");
        List<Path> paths = List.of(
                zip,
                folder.resolve("no.zip"),
                folder.resolve("no.tgz"),
                folder.resolve("large.txt"),
                folder.resolve("whole.txt"),
                missing);
        assertThat(read(PageFiles.of(paths)))
                .extracting(PageFile::name)
                .containsExactly(zip + "!/好.txt", folder.resolve("whole.txt").toString());
        assertThat(unreadable)
                .extracting(UnreadableFile::name)
                .containsExactly(
                        zip + "!/../x.txt",
                        zip + "!//y.txt",
                        zip + "!/C:/z.txt",
                        zip + "!/in.zip",
                        folder.resolve("no.zip").toString(),
                        folder.resolve("no.tgz").toString(),
                        folder.resolve("large.txt").toString(),
                        missing.toString());
        assertThat(unreadable)
                .extracting(UnreadableFile::why)
                .startsWith(
                        "its name leaves the archive",
                        "its name leaves the archive",
                        "its name leaves the archive",
                        "an archive inside an archive")
                .endsWith("larger than 8 MiB", "there is no such file");
    }

    @Test
    void aBombCostsNoMoreThanAPage() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), UTF_8)) {
            out.putNextEntry(new ZipEntry("bomb.txt"));
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                out.write(new byte[1 << 20]);
            }
            out.putNextEntry(new ZipEntry("bomb.jsonl"));
            for (int megabyte = 0; megabyte < 16; megabyte++) {
                out.write(new byte[1 << 20]);
            }
            out.write("\n{\"text\":\"好\"}".getBytes(UTF_8));
        }
        assertThat(shown(zip)).containsExactly("bomb.jsonl#2:{\"text\":\"好\"}");
        assertThat(unreadable)
                .containsExactly(
                        new UnreadableFile(zip + "!/bomb.txt", "larger than 8 MiB"),
                        new UnreadableFile(zip + "!/bomb.jsonl#1", "larger than 8 MiB"));
    }

    @Test
    void aTarCutShortGivesWhatIsThere() throws IOException {
        Path tar = tar("cut.tar", UTF_8);
        byte[] whole = Files.readAllBytes(tar);
        Files.write(tar, java.util.Arrays.copyOf(whole, 700));
        assertThat(shown(tar)).isEmpty();
        assertThat(unreadable)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.name()).startsWith(tar.toString()));
    }

    @Test
    void aFaultyManifestStopsBeforeItsPages() throws IOException {
        write("a.txt", "一");
        write("pages.jsonl", "{\"file\":\"a.txt\",\"published\":\"gestern\"}");
        assertThatThrownBy(() -> read(PageFiles.of(List.of(folder))))
                .isInstanceOf(ManifestException.class)
                .hasMessageEndingWith("pages.jsonl, line 1: published is no day (2022-11-22): gestern");
    }

    @Test
    void onlyWhatIsAskedForIsRead() throws IOException {
        write("1.txt", "一");
        write("2.txt", "二");
        try (Stream<PageFile> pages = PageFiles.of(List.of(folder)).read(unreadable::add)) {
            var iterator = pages.iterator();
            assertThat(iterator.next().content()).isEqualTo("一".getBytes(UTF_8));
            Files.delete(folder.resolve("2.txt"));
            assertThat(iterator.hasNext()).isFalse();
        }
        assertThat(unreadable).containsExactly(new UnreadableFile(folder + "/2.txt", "there is no such file"));
    }

    private List<PageFile> read(PageFiles files) {
        try (Stream<PageFile> pages = files.read(unreadable::add)) {
            return pages.toList();
        }
    }

    /** Names from the path on, and contents. */
    private List<String> shown(Path path) {
        String before = path + (Files.isDirectory(path) ? "/" : "!/");
        return read(PageFiles.of(List.of(path))).stream()
                .map(page -> page.name().substring(before.length()) + ":" + new String(page.content(), UTF_8))
                .toList();
    }

    private List<String> sources(PageFiles files) {
        return read(files).stream()
                .map(page -> page.entry() == null ? "-" : page.entry().source())
                .toList();
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, content, UTF_8);
    }

    /** Java writes the UTF-8 flag for UTF-8 only, as Windows does. */
    private Path zip(String name, Charset encoding, List<String> names, List<String> contents) throws IOException {
        Path zip = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), encoding)) {
            for (int n = 0; n < names.size(); n++) {
                out.putNextEntry(new ZipEntry(names.get(n)));
                out.write(contents.get(n).getBytes(UTF_8));
            }
        }
        return zip;
    }

    private Path tar(String name, Charset encoding) throws IOException {
        Path tar = folder.resolve(name);
        OutputStream file = Files.newOutputStream(tar);
        OutputStream packed = name.endsWith("gz") ? new GZIPOutputStream(file) : file;
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(packed, encoding.name())) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            put(out, "朔州日报/一版.txt", "一");
            put(out, "朔州日报/很" + "长".repeat(120) + ".txt", "二");
            put(out, "pages.jsonl", "{\"file\":\"朔州日报/一版.txt\",\"source\":\"朔州日报\"}");
        }
        return tar;
    }

    private static void put(TarArchiveOutputStream out, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        out.putArchiveEntry(entry);
        out.write(bytes);
        out.closeArchiveEntry();
    }
}
