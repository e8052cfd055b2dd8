package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stocks carried forward, worked out by hand on {@link SmallCountry}'s regions. */
@ExtendWith(RealDatabase.class)
class ITStocks {
    private final DatabaseSettings settings;

    ITStocks(DatabaseSettings settings) {
        this.settings = settings;
    }

    @BeforeEach
    void tell() throws Exception {
        SmallCountry.writeReferenceData(settings);
        Queries.execute(settings, "INSERT INTO metric VALUES ('confirmed_cases', '确诊病例', 'cases', 'case', 'flow')");
        fact("test_sites", 140106, "", "100", "exact", "2022-11-01");
        fact("test_sites", 140105, "坞城街道", "10", "exact", "2022-11-01");
        fact("confirmed_cases", 140106, "", "3", "exact", "2022-11-01");
        fact("test_sites", 140105, "坞城街道学府社区", "4", "exact", "2022-11-05");
        fact("test_sites", 140105, "营盘街道", "5", "over", "2022-11-05");
        fact("test_sites", 140106, "", "110", "exact", "2022-11-10");
        fact("test_sites", 140106, "", "120", "exact", "2022-11-10");
        fact("test_sites", 140171, "", "7", "exact", "2022-11-10");
        fact("test_sites", 140100, "", "300", "about", "2022-11-20");
        fact("test_sites", 140105, "", "50", "exact", "2022-11-25");
        fact("test_sites", 140602, "", "20", "exact", "2022-11-26");
        // Every statement is a figure, its own or a part of it, of each region around it; the values do not matter
        // here.
        Queries.execute(
                settings,
                "INSERT INTO region_figure SELECT DISTINCT ancestor, metric, scope, day, 0, 'exact', 'parts', 0, 0, 1"
                        + " FROM fact JOIN region_within USING (region)");
    }

    private void fact(String metric, int region, String place, String value, String modifier, String day)
            throws Exception {
        Queries.execute(
                settings,
                "INSERT INTO fact VALUES (gen_random_uuid(), '" + metric + "', " + region + ", '" + place
                        + "', 'current', " + value + ", '" + modifier + "', '" + day + "', 1, 1, '" + day + "', '" + day
                        + "')");
    }

    @Test
    void aCountysStatementHoldsUntilItsNext() throws Exception {
        assertThat(stock(140106)).containsExactly("01|100|exact|stated|0|0|01|0", "10|120|exact|stated|0|0|10|0");
    }

    @Test
    void placesAreCarriedForwardTheOutermostAlone() throws Exception {
        assertThat(stock(140105))
                .containsExactly(
                        "01|10|exact|parts|1|0|01|0", "05|15|over|parts|2|0|01|4", "25|50|exact|stated|0|0|25|0");
    }

    @Test
    void aCityIsTheSumOfItsPartsUntilItStatesItselfAndThatIsCarriedForward() throws Exception {
        assertThat(stock(140100))
                .containsExactly(
                        "01|110|exact|parts|2|0|01|0",
                        "05|115|over|parts|3|0|01|4",
                        "10|135|over|parts|3|0|01|9",
                        "20|300|about|stated|0|0|20|0",
                        "25|300|about|stated|0|0|20|5");
        assertThat(stock(140171)).containsExactly("10|7|exact|stated|0|0|10|0");
    }

    @Test
    void aSumThatLeavesDivisionsOutIsMore() throws Exception {
        assertThat(stock(140000))
                .containsExactly(
                        "01|110|over|parts|2|1|01|0",
                        "05|115|over|parts|3|1|01|4",
                        "10|135|over|parts|3|1|01|9",
                        "20|300|over|parts|1|1|20|0",
                        "25|300|over|parts|1|1|20|5",
                        "26|320|about|parts|2|0|20|6");
        assertThat(stock(100000)).hasSize(6).endsWith("26|320|over|parts|2|1|20|6");
    }

    @Test
    void eachPartOpensItsDayAndItsAge() throws Exception {
        assertThat(Queries.rows(
                        settings,
                        "SELECT part_region, part_place, value, to_char(stated_on, 'DD'), age FROM stock_part"
                                + " WHERE region = 140100 AND day = '2022-11-10' ORDER BY part_region, part_place"))
                .containsExactlyInAnyOrder("140105|坞城街道|10|01|9", "140105|营盘街道|5|05|5", "140106||120|10|0");
    }

    @Test
    void aFlowIsNoStock() throws Exception {
        assertThat(Queries.rows(settings, "SELECT DISTINCT metric FROM stock")).containsExactly("test_sites");
    }

    @Test
    void theCourseOfACityGoesByStepsUntilItStatesItself() throws Exception {
        assertThat(
                        Queries.rows(
                                settings,
                                "SELECT to_char(day, 'DD'), value, parts FROM stock_course"
                                        + " WHERE region = 140100 AND metric = 'test_sites' AND scope = 'current' ORDER BY day"))
                .containsExactly("01|110|2", "05|115|3", "10|135|3", "20|300|1");
    }

    @Test
    void onEveryDayTheCourseIsTheStock() throws Exception {
        assertThat(Queries.rows(settings, "SELECT count(*) FROM stock")).containsExactly("25");
        assertThat(Queries.rows(
                        settings,
                        "SELECT stock.region, stock.day, stock.value, course.value, stock.parts, course.parts FROM stock"
                                + " LEFT JOIN LATERAL (SELECT * FROM stock_course WHERE stock_course.region = stock.region"
                                + " AND stock_course.metric = stock.metric AND stock_course.scope = stock.scope"
                                + " AND stock_course.day <= stock.day ORDER BY stock_course.day DESC LIMIT 1) AS course"
                                + " ON true WHERE course.value IS DISTINCT FROM stock.value"
                                + " OR course.parts IS DISTINCT FROM greatest(stock.parts, 1)"))
                .isEmpty();
    }

    private List<String> stock(int region) throws Exception {
        return Queries.rows(
                settings,
                "SELECT to_char(day, 'DD'), value, modifier, basis, parts, uncovered, to_char(oldest, 'DD'), age"
                        + " FROM stock WHERE region = " + region + " ORDER BY day");
    }
}
