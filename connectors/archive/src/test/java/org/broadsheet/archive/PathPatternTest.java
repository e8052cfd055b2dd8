package org.broadsheet.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PathPatternTest {
    @Test
    void theEndOfThePathSaysWhatAManifestWould() {
        PathPattern pattern = PathPattern.of("{source}/{published}/{page}.txt");
        assertThat(pattern.read("存档/太原晚报/2022-11-22/003.txt"))
                .hasValueSatisfying(
                        entry -> assertThat(new String(entry.key(), UTF_8)).isEqualTo("太原晚报/2022-11-22/003"));
        assertThat(pattern.read("太原晚报/20221122/003.txt").orElseThrow().published())
                .isEqualTo("2022-11-22");
        assertThat(pattern.read("存档/太原晚报.zip!/朔州日报/2022-11-14/002.txt")
                        .orElseThrow()
                        .source())
                .isEqualTo("朔州日报");
        assertThat(PathPattern.of("{source}.zip/{page}.txt").read("存档/太原晚报.zip!/三版.txt"))
                .hasValueSatisfying(entry -> {
                    assertThat(entry.source()).isEqualTo("太原晚报");
                    assertThat(entry.page()).isEqualTo("三版");
                    assertThat(entry.key()).isNull();
                });
    }

    @Test
    void daysMayStandInPartsAndRestsOfNamesBeLeftOut() {
        PathPattern pattern = PathPattern.of("{home}_{source}/{year}-{month}/{day}/*_{page}.r{revision}.html");
        ManifestEntry entry =
                pattern.read("140100_太原晚报/2022-11/22/content_003.r2.html").orElseThrow();
        assertThat(entry)
                .isEqualTo(new ManifestEntry(
                        "140100_太原晚报/2022-11/22/content_003.r2.html", "太原晚报", "2022-11-22", "140100", "003", "", 2L));
    }

    @Test
    void whatDoesNotFitSaysNothing() {
        PathPattern pattern = PathPattern.of("{source}/{published}/{page}.txt");
        assertThat(pattern.read("太原晚报/2022-11-22/003.html")).isEmpty();
        assertThat(pattern.read("2022-11-22/003.txt")).isEmpty();
        assertThat(pattern.read("太原晚报/2022-02-30/003.txt")).isEmpty();
        assertThat(pattern.read("太原晚报/22.11.2022/003.txt")).isEmpty();
        assertThat(pattern.read("x/" + "a".repeat(200_000) + "/2022-11-22/003.txt"))
                .isEmpty();
    }

    @Test
    void whatIsNoPatternIsToldInASentence() {
        assertRefused("{source}{page}.txt", "something must stand between two fields");
        assertRefused("{paper}/{page}", "there is no {paper}");
        assertRefused("{page}/{page}", "{page} stands there twice");
        assertRefused("{source/{page}", "there is no {source/{page}");
        assertRefused("{source", "a brace is missing");
        assertRefused("pages/*.txt", "it has no field such as {source}");
        assertRefused("{year}/{page}.txt", "a day is {published}, or {year}, {month} and {day}");
    }

    @Test
    void aLineOfAFileIsAPageOfItsOwn() {
        ManifestEntry flags = new ManifestEntry("", "太原晚报", "2022-11-22", "", "", "", null);
        assertThat(new String(
                        ManifestEntry.silent("a/feed.jsonl#12").under(flags).key(), UTF_8))
                .isEqualTo("太原晚报/2022-11-22/feed#12");
        assertThat(new String(ManifestEntry.silent("a/第#3版.txt").under(flags).key(), UTF_8))
                .isEqualTo("太原晚报/2022-11-22/第#3版");
    }

    private static void assertRefused(String pattern, String why) {
        assertThatThrownBy(() -> PathPattern.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + pattern + "' is no pattern: " + why + ".");
    }
}
