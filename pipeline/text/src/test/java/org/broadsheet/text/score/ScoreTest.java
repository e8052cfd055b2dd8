package org.broadsheet.text.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.broadsheet.text.mention.Extraction;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Mention;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.broadsheet.text.mention.Sentence;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final int DAY = (int) LocalDate.of(2022, 11, 22).toEpochDay();

    @Test
    void matchesOneToOneOnMetricValueAndRegion() {
        Extraction extraction = extraction(
                mention(0, "grids", "12", 140106, Fate.COUNTED),
                mention(1, "grids", "12", 140106, Fate.COUNTED),
                mention(2, "teams", "3.0", 140105, Fate.COUNTED),
                mention(3, "police", "5", 140106, Fate.RETOLD));
        Score score = Score.of(List.of(new Score.Answer(
                "a",
                List.of(
                        label("grids", "12", 140106),
                        label("teams", "3", 140000, 140105),
                        label("police", "5", 140106)),
                extraction)));
        assertThat(score.total()).isEqualTo(new Tally(2, 1, 1));
        assertThat(score.byMetric()).containsEntry("grids", new Tally(1, 0, 1));
        assertThat(score.misses()).extracting(miss -> miss.label().metric()).containsExactly("police");
        assertThat(score.extras()).extracting(extra -> extra.mention().number()).containsExactly(1);
        assertThat(score.total().f1()).isEqualTo(4.0 / 6);
    }

    @Test
    void saysInWhichFieldsTheMatchedDiffer() {
        Label label = new Label("grids", BigDecimal.TEN, Set.of(140106), "over", "", "current", "2022-11-21", "");
        Score score = Score.of(List.of(
                new Score.Answer("a", List.of(label), extraction(mention(0, "grids", "10", 140106, Fate.COUNTED)))));
        assertThat(score.agreement("scope")).isEqualTo(1);
        assertThat(score.agreement("modifier")).isZero();
        assertThat(score.differences()).extracting(Score.Difference::field).containsExactly("modifier", "date");
    }

    @Test
    void isOneWhereNothingIsLabelledAndNothingFound() {
        assertThat(Score.of(List.of()).total().f1()).isEqualTo(1);
    }

    private static Label label(String metric, String value, Integer... regions) {
        return new Label(metric, new BigDecimal(value), Set.of(regions), "exact", "", "current", "2022-11-22", "");
    }

    private static Extraction extraction(Mention... mentions) {
        return new Extraction(List.of(mentions), List.of(new Sentence(0, "一句话。", 0, 4)), List.of());
    }

    private static Mention mention(int number, String metric, String value, int region, Fate fate) {
        return new Mention(
                number,
                0,
                0,
                metric,
                new BigDecimal(value),
                Modifier.EXACT,
                region,
                "",
                Scope.CURRENT,
                DAY,
                true,
                0,
                1,
                "一",
                "noun-after",
                "stated",
                fate);
    }
}
