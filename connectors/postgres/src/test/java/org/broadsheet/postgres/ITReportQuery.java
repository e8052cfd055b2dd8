package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a report has room for: whole days of 迎泽区, 太原市 and 山西省, before them a figure a month. */
@ExtendWith(RealDatabase.class)
class ITReportQuery {
    private final DatabaseSettings settings;

    ITReportQuery(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Two days of November with three figures each, one of them of the county; two of October and one of September. */
    @BeforeEach
    void figures() throws Exception {
        Queries.execute(
                settings,
                "INSERT INTO region VALUES (100000, '中国', 'country', 0), (140000, '山西省', 'province', 100000),"
                        + " (140100, '太原市', 'prefecture', 140000), (140106, '迎泽区', 'county', 140100)",
                "INSERT INTO region_figure SELECT region, 'test_sites', 'current', day::date, 795, 'exact', 'stated', 0, 0, 1"
                        + " FROM unnest(ARRAY[140106, 140100, 140000]) AS region,"
                        + " unnest(ARRAY['2022-11-22', '2022-11-21', '2022-10-31', '2022-10-30', '2022-09-30']) AS day");
    }

    @Test
    void whileThereIsRoomTheDaysAreWhole() throws Exception {
        assertThat(newest(7))
                .containsExactly(
                        "140000 2022-11-22",
                        "140100 2022-11-22",
                        "140106 2022-11-22",
                        "140000 2022-11-21",
                        "140100 2022-11-21",
                        "140106 2022-11-21");
        assertThat(newest(15)).hasSize(15);
    }

    @Test
    void ofADayThatIsTooLargeTheWidestRegionsStay() throws Exception {
        assertThat(newest(2)).containsExactly("140000 2022-11-22", "140100 2022-11-22");
    }

    @Test
    void beforeThemTheLastFigureOfEachMonthOfRegionsAboveTheCounties() throws Exception {
        assertThat(months("2022-11-21", 100))
                .containsExactly("140000 2022-10-31", "140100 2022-10-31", "140000 2022-09-30", "140100 2022-09-30");
        assertThat(months("2022-11-21", 3)).containsExactly("140000 2022-10-31", "140100 2022-10-31");
    }

    @Test
    void whereNoMonthHasRoomThoseOfTheProvincesStay() throws Exception {
        assertThat(months("2022-11-21", 1)).containsExactly("140000 2022-10-31");
        assertThat(months("2022-11-21", 0)).isEmpty();
    }

    @Test
    void noFiguresAreNone() throws Exception {
        Queries.execute(settings, "DELETE FROM region_figure");
        assertThat(newest(10)).isEmpty();
        assertThat(months("2022-11-21", 10)).isEmpty();
    }

    private List<String> newest(int most) throws Exception {
        try (Connection connection = settings.connect()) {
            return shown(new ReportQuery(connection).newest(most));
        }
    }

    private List<String> months(String before, int most) throws Exception {
        try (Connection connection = settings.connect()) {
            return shown(new ReportQuery(connection).months(LocalDate.parse(before), most));
        }
    }

    private static List<String> shown(List<FigureRow> figures) {
        return figures.stream()
                .map(figure -> figure.region() + " " + figure.day())
                .toList();
    }
}
