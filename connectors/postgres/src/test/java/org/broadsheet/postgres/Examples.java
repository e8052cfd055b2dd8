package org.broadsheet.postgres;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.broadsheet.text.article.Repeat;
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
import org.jspecify.annotations.Nullable;

/** Named rows: what one page of 太原晚报 says of 迎泽区 on 22 November 2022. */
final class Examples {
    static final int DAY = day("2022-11-22");
    static final PageId PAGE_ID = new PageId("太原晚报/2022-11-22/003", 0, "ab".repeat(32));
    static final Reference PAGE = Reference.of(PAGE_ID.key(), "0", PAGE_ID.content(), "1");
    static final Fact TEST_SITES = fact(140106, "", "795", Modifier.EXACT, 1);
    static final Figure TEST_SITES_FIGURE = new Figure(
            140106, "test_sites", Scope.CURRENT, DAY, new BigDecimal("795"), Modifier.EXACT, Basis.STATED, 0, 0, 1);

    static final PageRow.MentionText WORDS =
            new PageRow.MentionText(0, 0, 17, 27, "795个检测采样点", "counted-noun", "stated");

    private Examples() {}

    static int day(String iso) {
        return Math.toIntExact(LocalDate.parse(iso).toEpochDay());
    }

    static PageRow page() {
        return page(1);
    }

    /** The page with the words of so many mentions. */
    static PageRow page(int mentions) {
        return page(PAGE_ID, PAGE, "太原晚报", mentions);
    }

    static PageRow page(PageId id, Reference reference, String source, int mentions) {
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
                List.of(new Sentence(0, "迎泽区共设795个检测采样点。", 12, 28)),
                Collections.nCopies(mentions, WORDS));
    }

    static MentionRow mention() {
        return mention(0, TEST_SITES);
    }

    static MentionRow mention(int number, Fact fact) {
        return mention(PAGE, number, fact);
    }

    static MentionRow mention(Reference page, int number, Fact fact) {
        return new MentionRow(page, number, said(fact, Fate.COUNTED, fact.reference()));
    }

    static MentionRow.Said said(Fact fact, Fate fate, @Nullable Reference reference) {
        return new MentionRow.Said(
                fact.metric(),
                fact.value(),
                fact.modifier(),
                fact.region(),
                fact.place(),
                fact.scope(),
                fact.day(),
                true,
                fate,
                reference);
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
