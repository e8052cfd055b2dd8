package org.broadsheet.postgres;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.broadsheet.text.article.Repeat;
import org.broadsheet.text.fact.Element;
import org.broadsheet.text.fact.Fact;
import org.broadsheet.text.fact.MentionRow;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.fact.Reference;
import org.broadsheet.text.figure.Basis;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.broadsheet.text.mention.Sentence;
import org.broadsheet.text.page.PageId;

/** Named rows: what one page of 太原晚报 says of 迎泽区 on 22 November 2022. */
final class Examples {
    static final int DAY = day("2022-11-22");
    static final PageId PAGE_ID = new PageId("太原晚报/2022-11-22/003", 0, "ab".repeat(32));
    static final Reference PAGE = Reference.of(PAGE_ID.key(), "0", PAGE_ID.content(), "1");
    static final Fact TEST_SITES = fact(140106, "", "795", Modifier.EXACT, 1);
    static final Figure TEST_SITES_FIGURE = new Figure(
            140106, "test_sites", Scope.CURRENT, DAY, new BigDecimal("795"), Modifier.EXACT, Basis.STATED, 0, 0, 1);

    private Examples() {}

    static int day(String iso) {
        return Math.toIntExact(LocalDate.parse(iso).toEpochDay());
    }

    static PageRow page() {
        return page(PAGE_ID, PAGE, "太原晚报");
    }

    static PageRow page(PageId id, Reference reference, String source) {
        return new PageRow(
                reference,
                id,
                false,
                source,
                DAY,
                140100,
                "https://example.org/003",
                List.of("home"),
                "1",
                12,
                11,
                1,
                List.of(new Repeat(0, "270名采样人员进行调配;", 4, 3, Repeat.Kind.LOOP)),
                List.of(new PageRow.ArticleRow(0, "article", "迎泽区：筑牢防线", 140106, "")),
                List.of(new Sentence(0, "迎泽区共设795个检测采样点。", 12, 28)));
    }

    static Element element(Reference page, PageId id, int number, Fact fact) {
        return new Element(
                page,
                number,
                id.key(),
                "太原晚报",
                DAY,
                0,
                0,
                fact.metric(),
                fact.value(),
                fact.modifier(),
                fact.region(),
                fact.place(),
                fact.scope(),
                fact.day(),
                true,
                17,
                27,
                fact.value().toPlainString() + "个检测采样点",
                "counted-noun",
                "stated",
                Fate.COUNTED);
    }

    static MentionRow mention() {
        return mention(0, TEST_SITES);
    }

    static MentionRow mention(int number, Fact fact) {
        return new MentionRow(element(PAGE, PAGE_ID, number, fact), Fate.COUNTED, fact.reference(), true);
    }

    static Fact fact(int region, String place, String value, Modifier modifier, int reports) {
        return new Fact(
                "test_sites",
                region,
                place,
                Scope.CURRENT,
                new BigDecimal(value),
                modifier,
                DAY,
                reports,
                reports,
                DAY,
                DAY);
    }
}
