package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealDatabase.class)
class ITFigureQuery {
    private final DatabaseSettings settings;

    ITFigureQuery(DatabaseSettings settings) {
        this.settings = settings;
    }

    @BeforeEach
    void write() throws Exception {
        SmallCountry.write(settings, SmallCountry.changes());
    }

    @Test
    void aFigureIsFoundByCodeAndByName() throws Exception {
        FigureRow yingze = new FigureRow(
                140106,
                "迎泽区",
                "test_sites",
                "核酸检测点",
                "current",
                LocalDate.of(2022, 11, 22),
                new BigDecimal("795"),
                "exact",
                "stated",
                0,
                0,
                1);
        assertThat(figures("140106", "", null)).containsExactly(yingze);
        assertThat(figures("迎泽", "核酸检测点", LocalDate.of(2022, 11, 22))).containsExactly(yingze);
        assertThat(figures("迎泽区", "cadres", null)).isEmpty();
        assertThat(figures("140106", "", LocalDate.of(2022, 11, 21))).isEmpty();
    }

    @Test
    void aShorterCodeMeansAllBelow() throws Exception {
        assertThat(figures("1401", "", null))
                .extracting(FigureRow::regionName)
                .containsExactly("太原市", "小店区", "迎泽区", "综改示范区");
        assertThat(figures("", "", null)).hasSize(10);
    }

    @Test
    void aStatedFigureOpensTheStatementsAboutItsRegion() throws Exception {
        assertThat(why("140106")).containsExactly("140106  795", "140106  700");
        assertThat(why("140600")).containsExactly("140600  900");
    }

    @Test
    void aSumOpensWhatItsPartsOpen() throws Exception {
        assertThat(why("140100"))
                .containsExactly(
                        "140105 坞城街道 60",
                        "140105 坞城街道 50",
                        "140105 坞城街道学府社区 20",
                        "140105 营盘街道 5",
                        "140106  795",
                        "140106  700");
        assertThat(why("140000")).hasSize(7).contains("140600  900").doesNotContain("140602  1000");
        assertThat(why("100000")).hasSize(8).contains("419001  3");
    }

    @Test
    void evidenceNamesSentencePaperAndPlace() throws Exception {
        try (Connection connection = settings.connect()) {
            assertThat(new FigureQuery("140600", "test_sites", "", null).why(connection))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.paper()).isEqualTo("太原晚报");
                        assertThat(row.sentence()).isEqualTo("迎泽区共设795个检测采样点。");
                        assertThat(row.published()).isEqualTo(LocalDate.of(2022, 11, 22));
                        assertThat(row.page()).isEqualTo(Examples.PAGE.toString());
                        assertThat(row.start()).isEqualTo(17);
                        assertThat(row.end()).isEqualTo(27);
                        assertThat(row.rules()).isEqualTo("1");
                    });
        }
    }

    private List<FigureRow> figures(String region, String metric, @Nullable LocalDate day) throws Exception {
        try (Connection connection = settings.connect()) {
            return new FigureQuery(region, metric, "", day).figures(connection);
        }
    }

    private List<String> why(String region) throws Exception {
        try (Connection connection = settings.connect()) {
            return new FigureQuery(region, "", "", null)
                    .why(connection).stream()
                            .map(row -> row.factRegion() + " " + row.place() + " " + row.value())
                            .toList();
        }
    }
}
