package org.broadsheet.text.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.text.fact.Pages.page;
import static org.broadsheet.text.fact.Provinces.YINGZE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Modifier;
import org.junit.jupiter.api.Test;

class MergeReportsTest {
    private final MergeReports step = new MergeReports();
    private final Map<Long, byte[]> claim = new HashMap<>();

    @Test
    void aCountedMentionNamesItsFactAndARetoldOneNone() {
        PageElements page = page("太原晚报", 0)
                .says("test_sites", YINGZE, "", 795)
                .says("test_sites", YINGZE, "", 795, Modifier.EXACT, Fate.RETOLD)
                .elements();
        MergeReports.Outcome counted = put(page, 0);
        MergeReports.Outcome retold = put(page, 1);
        Fact fact = Objects.requireNonNull(only(counted.facts()).after());
        assertThat(said(counted).fact()).isEqualTo(fact.reference());
        assertThat(said(retold).fact()).isNull();
        assertThat(retold.facts()).isEmpty();
    }

    @Test
    void aMentionTakenOutTakesItsRowOut() {
        PageElements page = page("太原晚报", 0).says("test_sites", YINGZE, "", 795).elements();
        put(page, 0);
        Element element = page.elements().get(0);
        MergeReports.Outcome out = step.apply(
                Cells.over(claim), ElementChange.out(element.claim().reference(), element.page(), element.number()));
        assertThat(out.mentions()).containsExactly(new MentionRow(element.page(), 0, null));
        assertThat(only(out.facts()).after()).isNull();
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
        String key = "/2022-01-01/001";
        assertThat(reports(put(page(key, 1).says("test_sites", YINGZE, "", 795).elements(), 0)))
                .isEqualTo(2);
    }

    @Test
    void whatHasNoRegionCannotBeCounted() {
        Pages page = page("太原晚报", 0);
        assertThatThrownBy(() -> page.says("test_sites", 0, "", 795))
                .hasMessage("a mention without a region cannot be counted: test_sites 795");
    }

    private MergeReports.Outcome put(PageElements page, int number) {
        return step.apply(Cells.over(claim), ElementChange.in(page.elements().get(number)));
    }

    private static int reports(MergeReports.Outcome outcome) {
        return Objects.requireNonNull(only(outcome.facts()).after()).reports();
    }

    private static MentionRow.Said said(MergeReports.Outcome outcome) {
        return Objects.requireNonNull(only(outcome.mentions()).said());
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
