package org.broadsheet.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageId;
import org.junit.jupiter.api.Test;

/** One article with inner headings, or several reports: what the runs of prose between headings have in common decides. */
class SubjectsTest {
    private static final String HARVEST =
            "眼下正是小麦收割的时节，虞城县利民镇的麦田里，三十多台收割机一字排开，麦粒归仓。" + "种粮大户周建设说，今年小麦亩产比往年高，合作社的烘干塔昼夜不停，收下来的麦子不怕淋雨。";
    private static final String HARVEST_LATER =
            "收割机手从外县赶来，利民镇在路口设了服务站，给他们送水送饭、检修机器。" + "镇农技站的站长介绍，麦收之后，合作社马上组织种粮大户抢墒播种玉米，烘干塔也改来烘玉米。";
    private static final String BRIDGE =
            "横跨沅水的跨江大桥昨日合龙，全长一千四百多米的钢箱梁在江面上连成一线。" + "施工单位的技术员说，合龙时温差要控制在三度以内，工人们在凌晨完成了最后一道焊缝，桥面铺装随即开始。";

    @Test
    void keepsTheSectionsOfAnArticleTogether() {
        assertThat(headlines(clean("抢收归仓有底气\n\n" + HARVEST + "\n\n服务送到田头\n\n" + HARVEST_LATER + "\n")))
                .containsExactly("抢收归仓有底气");
    }

    @Test
    void partsReportsOfTwoSubjectsWithoutBylines() {
        assertThat(headlines(clean("抢收归仓有底气\n\n" + HARVEST + "\n\n沅水大桥合龙\n\n" + BRIDGE + "\n")))
                .containsExactly("抢收归仓有底气", "沅水大桥合龙");
    }

    @Test
    void takesOnlyThePicturesTextForACaptionBehindAReport() {
        String page = "## 沅水大桥合龙\n\n本报记者 田芳\n\n" + BRIDGE + "\n\n施工单位明天继续作业。\n\n图为大桥合龙现场。本报记者 田芳 摄\n";

        CleanPage clean = clean(page);

        assertThat(clean.articles())
                .extracting(Article::kind)
                .containsExactly(Article.Kind.ARTICLE, Article.Kind.CAPTION);
        assertThat(clean.articles().get(0).text(Role.HEADLINE)).isEqualTo("沅水大桥合龙");
        assertThat(clean.articles().get(1).text(Role.BODY)).isEqualTo("图为大桥合龙现场。");
    }

    @Test
    void givesTheHeadlineOverAPictureToTheReportThatHasNone() {
        String page = BRIDGE + "（记者 田芳）\n\n沅水大桥合龙\n\n图为沅水大桥。本报记者 田芳 摄\n\n" + HARVEST + "（记者 周庆）\n\n抢收归仓有底气\n";

        assertThat(clean(page).articles())
                .extracting(article -> article.text(Role.HEADLINE))
                .containsExactly("沅水大桥合龙", "", "抢收归仓有底气");
    }

    private static List<String> headlines(CleanPage page) {
        return page.articles().stream()
                .map(article -> article.text(Role.HEADLINE))
                .toList();
    }

    private static CleanPage clean(String text) {
        return new PageCleaner().clean(new Page(new PageId("k", 0, ""), "", 0, 0, "", List.of(), text));
    }
}
