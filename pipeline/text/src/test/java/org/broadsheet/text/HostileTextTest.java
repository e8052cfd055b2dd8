package org.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.fuzz.Door;
import org.broadsheet.fuzz.Message;
import org.broadsheet.text.TextStage.Evidence;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.metric.CatalogueException;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.InvalidSourcesException;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reason;
import org.broadsheet.text.page.Sources;
import org.junit.jupiter.api.Test;

/** Records with headers, corrections and envelopes, and the files of an editor, changed by seed; see {@link Door}. */
class HostileTextTest {
    private static final String[] YAML = {
        "\t",
        "- ",
        ": ",
        "{",
        "[",
        "&a ",
        "*a",
        "!!java.net.URL ",
        "|\n",
        "'",
        "\"",
        "? ",
        "\0",
        "\uFFFF",
        "---\n",
        "%YAML 9\n",
        "<<: *a\n",
        "1e999999999",
        "\uFEFF",
        "papers:\n",
        "metrics:\n"
    };

    @Test
    void everyRecordIsAPageOrARejectionAndNoneABug() throws IOException {
        Path config = Path.of(System.getProperty("broadsheet.root"), "config");
        TextStage stage = TextStage.open(
                TextRules.read(config.resolve("metrics.yaml"), config.resolve("sources.yaml")), Evidence.ARTICLES);
        Door.of(
                        "record",
                        "\0",
                        "\n",
                        "corrections: {\"made\":1,\"mentions\":[",
                        "{\"text\":\"",
                        "1e999999999",
                        "0.".repeat(40),
                        "亿".repeat(20),
                        "9".repeat(60),
                        "第".repeat(30),
                        "<p>",
                        "<!--",
                        "]]>",
                        "\\ud800",
                        "&#1114112;",
                        "published: 0000-00-00\n",
                        "revision: -1\n",
                        "home: 999999\n",
                        "（下转第4版）",
                        "本报讯 ",
                        "其中，",
                        "千分之",
                        "2022年13月32日",
                        "\u202E",
                        "{\"a\":".repeat(600))
                .push(input -> {
                    Worked worked = stage.work(record(input));
                    if (worked instanceof Worked.Refused refused) {
                        assertThat(refused.letter().reason())
                                .as(refused.letter().detail())
                                .isNotEqualTo(Reason.BUG);
                    }
                });
    }

    @Test
    void aListOfPapersIsReadOrHasFaults() throws IOException {
        Door.of("sources", YAML).push(input -> {
            try {
                assertThat(Sources.read(new StringReader(new String(input, StandardCharsets.UTF_8)))
                                .papers())
                        .isNotNull();
            } catch (InvalidSourcesException told) {
                assertThat(told.getMessage()).isNotBlank();
            }
        });
    }

    @Test
    void aCatalogueIsReadOrHasFaults() throws IOException {
        Door.of("metrics", YAML).push(input -> {
            try {
                assertThat(Catalogue.read(new ByteArrayInputStream(input)).metrics())
                        .isNotNull();
            } catch (CatalogueException told) {
                assertThat(told.getMessage()).isNotBlank();
            }
        });
    }

    private static RawPage record(byte[] input) {
        Message message = Message.of(input);
        List<Header> headers = new ArrayList<>(message.headers());
        byte[] key = headers.stream()
                .filter(header -> header.name().equals("key"))
                .map(Header::value)
                .findFirst()
                .orElse(null);
        boolean withdrawn = headers.stream().anyMatch(header -> header.name().equals("withdrawn"));
        headers.removeIf(header -> header.name().equals("key") || header.name().equals("withdrawn"));
        return new RawPage("articles", 0, 0, key, withdrawn ? null : message.value(), headers);
    }
}
