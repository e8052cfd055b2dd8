package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit agrees with a country worked out by hand, and names every row that is then broken. */
@ExtendWith(RealDatabase.class)
class ITAudit {
    private static final String PAGE = Examples.PAGE.toString();
    private static final String YINGZE = Examples.TEST_SITES.reference().toString();
    private static final String YINGZE_FIGURE = "140106 test_sites current 2022-11-22";

    private final DatabaseSettings settings;

    ITAudit(DatabaseSettings settings) {
        this.settings = settings;
    }

    @BeforeEach
    void write() throws Exception {
        SmallCountry.write(settings, SmallCountry.changes());
    }

    @Test
    void booksThatAreRightAreClean() throws Exception {
        Audit.Report report = audit();
        assertThat(report.differences()).isEmpty();
        assertThat(report.clean()).isTrue();
        assertThat(report.rows())
                .containsExactly(
                        java.util.Map.entry("page", 1L),
                        java.util.Map.entry("mention", 11L),
                        java.util.Map.entry("fact", 11L),
                        java.util.Map.entry("region_figure", 10L),
                        java.util.Map.entry("intake", 1L));
    }

    @Test
    void anAuditChangesNothing() throws Exception {
        try (Connection connection = settings.connect()) {
            List<Checksums.TableChecksum> before = Checksums.of(connection);
            Audit.run(connection);
            Audit.run(connection);
            assertThat(Checksums.of(connection)).isEqualTo(before);
        }
    }

    @Test
    void aFigureThatIsOtherwiseIsNamed() throws Exception {
        assertThat(after("UPDATE region_figure SET value = 794 WHERE region = 140106"))
                .containsExactly("region_figure " + YINGZE_FIGURE
                        + ": different, held (794,exact,stated,0,0,1), recomputed (795,exact,stated,0,0,1)");
    }

    @ParameterizedTest
    @CsvSource({
        "modifier = 'over'",
        "basis = 'parts'",
        "parts = 1",
        "parts_of = 1",
        "reports = 2",
    })
    void everyColumnOfAFigureIsLookedAt(String change) throws Exception {
        assertThat(after("UPDATE region_figure SET " + change + " WHERE region = 140106"))
                .singleElement()
                .asString()
                .startsWith("region_figure " + YINGZE_FIGURE + ": different");
    }

    @Test
    void aFigureThatIsNotThereIsNamed() throws Exception {
        assertThat(after("DELETE FROM region_figure WHERE region = 100000"))
                .containsExactly("region_figure 100000 test_sites current 2022-11-22: missing, recomputed"
                        + " (1763,about,parts,2,2,1)");
    }

    @Test
    void aFigureTooManyIsNamed() throws Exception {
        assertThat(after("INSERT INTO region_figure SELECT region, metric, 'new', day, value, modifier, basis, parts,"
                        + " parts_of, reports FROM region_figure WHERE region = 140106"))
                .containsExactly(
                        "region_figure 140106 test_sites new 2022-11-22: extra, held (795,exact,stated,0,0,1)");
    }

    @Test
    void aFactWithOtherReportsIsNamedWithItsFigure() throws Exception {
        assertThat(after("UPDATE fact SET reports = 2 WHERE reference = '" + YINGZE + "'"))
                .containsExactly(
                        "fact " + YINGZE + ": different, held (test_sites,140106,\"\",current,795,exact,2022-11-22,2,1,"
                                + "2022-11-22,2022-11-22), recomputed (test_sites,140106,\"\",current,795,exact,"
                                + "2022-11-22,1,1,2022-11-22,2022-11-22)",
                        "region_figure " + YINGZE_FIGURE
                                + ": different, held (795,exact,stated,0,0,1), recomputed (795,exact,stated,0,0,2)");
    }

    @Test
    void aFactUnderAnotherNameIsNamed() throws Exception {
        assertThat(after("UPDATE fact SET place = '文庙街道' WHERE place = '桥东街道'"))
                .anySatisfy(line -> assertThat(line).contains("its reference is not that of its columns"));
    }

    @Test
    void aFactThatIsNotThereIsNamed() throws Exception {
        assertThat(after("DELETE FROM fact WHERE place = '桥东街道'"))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("mention " + PAGE + " 2: broken, its fact is not there"),
                        line -> assertThat(line).contains(": missing, recomputed (test_sites,140106,桥东街道"));
    }

    @Test
    void aMentionWithAnotherValueIsNamed() throws Exception {
        assertThat(after("UPDATE mention SET value = 796 WHERE number = 0"))
                .singleElement()
                .asString()
                .startsWith("fact " + YINGZE + ": different")
                .endsWith("recomputed (test_sites,140106,\"\",current,796,exact,2022-11-22,1,1,2022-11-22,2022-11-22)");
    }

    @Test
    void aMentionThatIsGoneLeavesAFactTooMany() throws Exception {
        assertThat(after("DELETE FROM mention WHERE number = 0"))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("fact " + YINGZE + ": extra"),
                        line -> assertThat(line)
                                .isEqualTo("page " + Examples.PAGE_ID.key() + ": broken, mentions 11 <> counted 10"
                                        + " + reprinted 0 + retold 0 + unplaced 0 + dropped 0 + closed 0"));
    }

    @Test
    void aMentionThatIsClosedWhereNoYearIsNamed() throws Exception {
        String closed = "UPDATE mention SET fate = 'closed', fact = NULL WHERE number = 0";
        String broken =
                "mention " + PAGE + " 0: broken, it is closed, but its page is of a closed year or none is closed";
        assertThat(after(closed)).contains(broken);
        assertThat(after("INSERT INTO closed_year VALUES (2021, 0, 0, 0, 0)", closed))
                .doesNotContain(broken);
    }

    @Test
    void aMentionWithoutFactSentenceOrPageIsNamed() throws Exception {
        assertThat(after("UPDATE mention SET fate = 'retold' WHERE number = 0"))
                .contains("mention " + PAGE + " 0: broken, retold with a fact");
        assertThat(after("UPDATE mention SET fate = 'lost' WHERE number = 0"))
                .contains("mention " + PAGE + " 0: broken, no such fate: lost");
        assertThat(after("UPDATE page SET mentions = jsonb_set(mentions, '{3,sentence}', '1')"))
                .contains("mention " + PAGE + " 3: broken, its page has no sentence for it");
        assertThat(after("INSERT INTO page SELECT '00000000-0000-0000-0000-000000000001', page_key, 1, content, true,"
                        + " source, NULL, home, url, inferred, rules, 0, 0, 0, repeats, articles, sentences, mentions, 0, corrections FROM"
                        + " page"))
                .contains("mention " + PAGE + " 3: broken, its page does not hold");
    }

    @Test
    void aMentionThatIsNotAsCorrectedIsNamed() throws Exception {
        String correction = "UPDATE page SET mentions = jsonb_set(mentions, '{0,correction}',"
                + " '{\"read\": 800, \"value\": %s, \"why\": \"误识\"}')";
        assertThat(after(correction.formatted("795"))).isEmpty();
        assertThat(after(correction.formatted("705")))
                .containsExactly(
                        "mention " + PAGE
                                + " 0: broken, counted with the value 795 is not as corrected: {\"read\": 800, \"value\": 705}");
        assertThat(after("UPDATE mention SET fate = 'dropped', fact = NULL WHERE number = 0"))
                .contains("mention " + PAGE + " 0: broken, dropped with the value 795 is not as corrected: {\"read\":"
                        + " 800, \"value\": 705}");
    }

    @Test
    void aPageThatDoesNotAddUpIsNamed() throws Exception {
        assertThat(after("UPDATE page SET kept = 10"))
                .containsExactly("page " + Examples.PAGE_ID.key()
                        + " revision 0: broken, paragraphs 12 <> kept 10 + repeated 1");
    }

    @Test
    void anIntakeThatDoesNotAddUpIsNamed() throws Exception {
        assertThat(after("UPDATE intake SET read = 2"))
                .containsExactly("intake articles 0: broken, next 12 - first 10 <> read 2 + rejected 1");
    }

    @Test
    void aParentThatIsAnotherMovesTheSums() throws Exception {
        assertThat(after("UPDATE region SET level = 'county' WHERE code = 140171"))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("recomputed (1770,about,parts,2,2,1)"),
                        line -> assertThat(line).endsWith("recomputed (1767,about,parts,2,2,1)"),
                        line -> assertThat(line).endsWith("recomputed (867,over,parts,3,3,1)"));
    }

    @Test
    void aFlowThatIsNotCumulativeIsNotMoreForBeingOfFewParts() throws Exception {
        assertThat(after("DELETE FROM region_figure WHERE region IN (140106, 140171, 140602)"))
                .hasSize(3);
        assertThat(after("INSERT INTO region VALUES (419002, '示例市', 'county', 410000)"))
                .contains("region_figure 410000 test_sites current 2022-11-22: different, held (3,exact,parts,1,1,1),"
                        + " recomputed (3,over,parts,1,2,1)");
        assertThat(after("UPDATE metric SET kind = 'flow'"))
                .contains("region_figure 410000 test_sites current 2022-11-22: different, held (3,exact,parts,1,1,1),"
                        + " recomputed (3,exact,parts,1,2,1)");
    }

    @Test
    void differencesAreListedToALimitAndCountedBeyond() throws Exception {
        Queries.execute(settings, "UPDATE region_figure SET reports = 9");
        try (Connection connection = settings.connect()) {
            Audit.Report report = Audit.run(connection, 2);
            assertThat(report.differences()).hasSize(2);
            assertThat(report.found()).containsEntry("region_figure", 10L).containsEntry("fact", 0L);
            assertThat(report.clean()).isFalse();
        }
    }

    @Test
    void twoPapersAreTwoReportsAndPagesWithoutAPaperAreOneEach() throws Exception {
        Queries.execute(
                settings,
                "INSERT INTO page SELECT ('00000000-0000-0000-0000-00000000000' || i)::uuid, 'page ' || i, 0, content,"
                        + " false, other.paper, published + i, home, url, inferred, rules, 0, 0, 0, repeats, articles,"
                        + " sentences, jsonb_path_query_array(mentions, '$[0]'), 0, corrections FROM page, (VALUES (1, '山西日报'), (2, '山西日报'), (3, ''), (4, '')) AS other"
                        + " (i, paper)",
                "INSERT INTO mention SELECT reference, 0, metric, value, modifier, mention.region, place, scope,"
                        + " day, false, 'reprinted', fact FROM mention, page WHERE number = 0"
                        + " AND page_key LIKE 'page %'");
        assertThat(audit().differences())
                .singleElement()
                .asString()
                .startsWith("fact " + YINGZE + ": different")
                .endsWith("current,795,exact,2022-11-22,4,5,2022-11-22,2022-11-26)");
    }

    @Test
    void aReprintThatTheRuleDoesNotAllowIsNamed() throws Exception {
        String fault = "mention " + PAGE + " 1: broken, it is a reprint of nothing";
        assertThat(after("UPDATE mention SET fate = 'reprinted', day_stated = false, fact = '" + YINGZE
                        + "' WHERE number = 1"))
                .contains(fault);
        assertThat(after("INSERT INTO page SELECT '00000000-0000-0000-0000-000000000001', 'page 1', 0, content, false,"
                        + " '山西日报', published - 1, home, url, inferred, rules, 0, 0, 0, repeats, articles, sentences,"
                        + " jsonb_path_query_array(mentions, '$[0]'), 0, corrections FROM page"))
                .contains(fault);
        String original =
                "INSERT INTO mention SELECT '00000000-0000-0000-0000-000000000001', 0, metric, value, modifier,"
                        + " region, place, scope, day, true, 'counted', fact FROM mention WHERE number = 1";
        assertThat(after(original)).doesNotContain(fault);
        assertThat(after("UPDATE page SET published = published - 30 WHERE page_key = 'page 1'"))
                .contains(fault);
        assertThat(after("UPDATE page SET published = published + 30 WHERE page_key = 'page 1'"))
                .doesNotContain(fault);
        assertThat(after("UPDATE mention SET value = 701 WHERE number = 1")).contains(fault);
    }

    private List<String> after(String... sql) throws Exception {
        Queries.execute(settings, sql);
        return audit().differences().stream().map(Difference::toString).toList();
    }

    private Audit.Report audit() throws Exception {
        try (Connection connection = settings.connect()) {
            return Audit.run(connection);
        }
    }
}
