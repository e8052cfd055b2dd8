package org.broadsheet.text.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.text.fact.Pages.page;
import static org.broadsheet.text.fact.Provinces.YINGZE;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Modifier;
import org.junit.jupiter.api.Test;

class MergeReportsTest {
    private final Map<FactKey, Reports> claim = new HashMap<>();

    @Test
    void aCountedMentionNamesItsFactAndARetoldOneNone() {
        PageElements page = page("太原晚报", 0)
                .says("test_sites", YINGZE, "", 795)
                .says("test_sites", YINGZE, "", 795, Modifier.EXACT, Fate.RETOLD)
                .elements();
        MergeReports.Outcome counted = put(page, 0);
        MergeReports.Outcome retold = put(page, 1);
        Fact fact = Objects.requireNonNull(counted.fact().orElseThrow().after());
        assertThat(counted.mention().orElseThrow().fact()).isEqualTo(fact.reference());
        assertThat(retold.mention().orElseThrow().fact()).isNull();
        assertThat(retold.fact()).isEmpty();
    }

    @Test
    void aMentionTakenOutTakesItsRowOut() {
        PageElements page = page("太原晚报", 0).says("test_sites", YINGZE, "", 795).elements();
        put(page, 0);
        MergeReports.Outcome out = MergeReports.apply(
                Cells.over(claim), new WeightedElement(page.elements().get(0), -1));
        assertThat(out.mention().orElseThrow().present()).isFalse();
        assertThat(out.fact().orElseThrow().after()).isNull();
        assertThat(claim).isEmpty();
    }

    @Test
    void pagesOfUnknownPapersReportEachForItself() {
        put(page("", 0).says("test_sites", YINGZE, "", 795).elements(), 0);
        assertThat(reports(put(page("", 1).says("test_sites", YINGZE, "", 795).elements(), 0)))
                .isEqualTo(2);
    }

    /** The audit counts a paper named like a page's key beside that page; so must the job. */
    @Test
    void aPaperNamedLikeThePageOfAnUnknownPaperReportsBesideIt() {
        put(page("", 0).says("test_sites", YINGZE, "", 795).elements(), 0);
        String key = "/" + Pages.NEW_YEAR + "/001";
        assertThat(reports(put(page(key, 1).says("test_sites", YINGZE, "", 795).elements(), 0)))
                .isEqualTo(2);
    }

    @Test
    void whatHasNoRegionCannotBeCounted() {
        Pages page = page("太原晚报", 0);
        assertThatThrownBy(() -> page.says("test_sites", 0, "", 795))
                .hasMessage("a mention without a region cannot be counted: 795个");
    }

    private MergeReports.Outcome put(PageElements page, int number) {
        return MergeReports.apply(
                Cells.over(claim), new WeightedElement(page.elements().get(number), +1));
    }

    private static int reports(MergeReports.Outcome outcome) {
        return Objects.requireNonNull(outcome.fact().orElseThrow().after()).reports();
    }
}
