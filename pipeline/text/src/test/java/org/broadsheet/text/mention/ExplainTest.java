package org.broadsheet.text.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private static final Extractor EXTRACTOR = new Extractor(Catalogue.packaged(), Gazetteer.load());

    @Test
    void saysOfEveryNumberWhyItIsAMentionOrNone() {
        assertThat(explained(
                        "6月3日，吴江区出动民警1,280名，每人认领15户；入园企业由86家企业增至132家，" + "共转移群众几十名，架设电缆380米。印度政府派出12个救援小组。网传有30名村民受伤。"))
                .containsExactly(
                        "6 [] no measure word of the catalogue",
                        "3 [] no measure word of the catalogue",
                        "1,280 [police] noun-before",
                        "15 [] rate: 每",
                        "86 [] replaced by the next number",
                        "132 [enterprises] noun-before",
                        "几十 [] indefinite",
                        "380 [] no measure word of the catalogue",
                        "12 [] abroad",
                        "30 [] rumour: 网传");
    }

    private static List<String> explained(String text) {
        Page page = Pages.page("苏州日报", (int) LocalDate.of(2018, 6, 4).toEpochDay(), 320500, text);
        return EXTRACTOR.explain(page, new PageCleaner().clean(page)).stream()
                .map(number -> number.number() + " " + number.metrics() + " " + number.reason())
                .toList();
    }
}
