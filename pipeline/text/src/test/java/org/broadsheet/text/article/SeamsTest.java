package org.broadsheet.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeamsTest {
    @Test
    void prefersWhatThePageHasElsewhere() {
        List<Strip> strips = strips("　　救灾物资送到河西", "村民手里。", "　　河西村有两百户。");
        Seams seams = new Seams(strips);

        assertThat(seams.fit(text("送到河西"), text("村民手里"))).isEqualTo(3);
        assertThat(seams.fit(text("送到河西"), text("街道手里"))).isZero();
    }

    @Test
    void holdsQuotesAgainstEachOther() {
        Seams seams = new Seams(strips("　　叫作“三点", "半课堂”。"));

        assertThat(seams.fit(text("叫作“三点"), text("半课堂”。"))).isZero();
        assertThat(seams.fit(text("叫作“三点"), text("半课堂。"))).isEqualTo(-4);
        assertThat(seams.fit(text("叫作三点"), text("半课堂”。"))).isEqualTo(-4);
    }

    @Test
    void findsRunsAroundTheSeamOnly() {
        List<Strip> strips = strips("　　甲乙丙丁戊己", "丁戊己庚", "　　甲乙丙", "丁戊己。");
        Seams seams = new Seams(strips);

        assertThat(seams.fit(text("甲乙丙"), text("丁戊己"))).isEqualTo(11);
        assertThat(seams.fit(text("乙甲丙"), text("丁己戊"))).isEqualTo(1);
    }

    private static CleanText text(String text) {
        return CleanText.verbatim(text, 0);
    }

    private static List<Strip> strips(String... printed) {
        return Stream.of(printed)
                .map(line -> LineReader.read(line).get(0))
                .map(line -> new Strip(line.text(), 0, line.indent(), 0, 1, line.width(), line.width(), false, false))
                .toList();
    }
}
