package org.broadsheet.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ManifestTest {
    @Test
    void aLineBecomesKeyAndHeaders() {
        Manifest manifest = manifest("{\"file\":\"2022/003.txt\",\"source\":\"太原晚报\",\"published\":\"2022-11-22\","
                + "\"home\":140100,\"url\":\"http://example.org/3\",\"revision\":2}");
        ManifestEntry entry = manifest.find("2022/003.txt").orElseThrow();
        assertThat(entry.key()).isEqualTo("太原晚报/2022-11-22/003".getBytes(UTF_8));
        assertThat(entry.headers().stream().map(header -> header.name() + "=" + new String(header.value(), UTF_8)))
                .containsExactly(
                        "source=太原晚报", "published=2022-11-22", "home=140100", "revision=2", "url=http://example.org/3");
    }

    @Test
    void aPageMayHaveANameOfItsOwn() {
        Manifest manifest =
                manifest("{\"file\":\"003.txt\",\"source\":\"太原晚报\",\"published\":\"2022-11-22\",\"page\":\"第3版\"}");
        assertThat(manifest.find("003.txt").orElseThrow().key()).isEqualTo("太原晚报/2022-11-22/第3版".getBytes(UTF_8));
    }

    @Test
    void withoutPaperOrDayThereIsNoKey() {
        ManifestEntry entry = manifest("{\"file\":\"003.txt\",\"source\":\"太原晚报\",\"url\":null}")
                .find("003.txt")
                .orElseThrow();
        assertThat(entry.key()).isNull();
        assertThat(entry.headers()).hasSize(1);
    }

    @Test
    void aByteOrderMarkWindowsLinesAndBlankLinesAreFine() {
        assertThat(manifest("\uFEFF{\"file\":\"1.txt\"}\r\n\r\n{\"file\":\"2.txt\",\"note\":\"版面\"}\r\n")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void chineseWindowsMayHaveWrittenIt() {
        byte[] bytes = "{\"file\":\"三版.txt\",\"source\":\"朔州日报\"}".getBytes(Charset.forName("GBK"));
        ManifestEntry entry =
                Manifest.parse("pages.jsonl", bytes).find("三版.txt").orElseThrow();
        assertThat(entry.source()).isEqualTo("朔州日报");
    }

    @Test
    void aNameAloneIsEnoughWhereItIsTheOnlyOne() {
        Manifest manifest = manifest("""
                {"file":"甲/003.txt","source":"甲"}
                {"file":"乙/003.txt","source":"乙"}
                {"file":"乙\\\\004.txt","source":"丙"}
                """);
        assertThat(manifest.find("乙/003.txt").orElseThrow().source()).isEqualTo("乙");
        assertThat(manifest.find("004.txt").orElseThrow().source()).isEqualTo("丙");
        assertThat(manifest.find("003.txt")).isEmpty();
        assertThat(manifest.find("005.txt")).isEmpty();
    }

    @Test
    void allFaultsAreSaidWithTheirLines() {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> manifest("""
                        {"file":"1.txt","published":"2022-13-01","home":"1401"}
                        {"source":"太原晚报"}

                        [1]
                        {"file":"1.txt","revision":"new"}
                        {"file":"2.txt","source":[]}
                        {"file":"3.txt"}
                        {"file":"3.txt"}
                        """))
                .satisfies(refused -> assertThat(refused.faults())
                        .containsExactly(
                                "pages.jsonl, line 1: published is no day (2022-11-22): 2022-13-01",
                                "pages.jsonl, line 1: home is no six-digit code (140100): 1401",
                                "pages.jsonl, line 2: file is missing",
                                "pages.jsonl, line 4: no JSON object",
                                "pages.jsonl, line 5: revision is no whole number: new",
                                "pages.jsonl, line 6: source is neither a string nor a whole number",
                                "pages.jsonl, line 8: file 3.txt stands here for the second time"));
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> manifest("{\"file\":"))
                .satisfies(refused ->
                        assertThat(refused.faults().get(0)).startsWith("pages.jsonl, line 1: no JSON object: "));
    }

    @Test
    void theSamplesAreRead() throws IOException {
        Path samples = Path.of(System.getProperty("broadsheet.root", ""), "config/samples");
        assertThat(Manifest.read(samples.resolve("pages/pages.jsonl")).size()).isEqualTo(3);
        assertThat(Manifest.read(samples.resolve("gold/items/items.jsonl")).size())
                .isEqualTo(60);
    }

    @Test
    void aFileOfPagesIsNoManifest() {
        assertThat(Manifest.isManifest("pages.jsonl", bytes("{\"source\":\"太原晚报\",\"text\":\"全市795处")))
                .isFalse();
        assertThat(Manifest.isManifest("pages.jsonl", bytes("{\"file\":\"003.txt\"}")))
                .isTrue();
        assertThat(Manifest.isManifest("pages.jsonl", bytes("{\"file\":\"003.txt\",\"note\":{\"text\":1}}")))
                .isTrue();
        assertThat(Manifest.isManifest("feed.jsonl", bytes("{\"file\":\"003.txt\"}")))
                .isFalse();
    }

    private static Manifest manifest(String text) {
        return Manifest.parse("pages.jsonl", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
