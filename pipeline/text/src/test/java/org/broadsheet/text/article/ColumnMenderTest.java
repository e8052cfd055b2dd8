package org.broadsheet.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageId;
import org.junit.jupiter.api.Test;

class ColumnMenderTest {
    private static final String BRIDGES = "云溪县今年修好三座石桥，河西村的老人孩子不用再蹚水过河，收下的柑橘也能当天运进城里。县里说，余下的两座桥冬天动工。";
    private static final String SCHOOL = "新学期开学那天，校车头一回开到了村口，二十三个孩子坐车上学。";
    private static final String MARKET = "集市搬进了大棚，雨天也照常开张，摊位比从前多了四十个。";

    private final PageCleaner cleaner = new PageCleaner();

    @Test
    void rejoinsAParagraphThatAnotherWasPrintedIn() {
        assertThat(bodies("""
                　　云溪县今年修好三座石桥，河西村
                的老人孩子不用再蹚水过河，收下的柑

                　　新学期开学那天，校车头一回开到
                了村口，二十三个孩子坐车上学。

                橘也能当天运进城里。县里说，余下的
                两座桥冬天动工。

                　　集市搬进了大棚，雨天也照常开张，
                摊位比从前多了四十个。
                """)).containsExactly(BRIDGES, SCHOOL, MARKET);
    }

    @Test
    void rejoinsHalvesOfWhichTheFirstEndsASentenceAtTheEndOfAFullLine() {
        assertThat(bodies("""
                　　茶厂把烘房搬上山。采下来的鲜叶
                当天下锅，一斤能多卖八块钱不成问题。

                　　新学期开学那天，校车头一回开到
                了村口，二十三个孩子坐车上学。

                茶农黄大姐说，往年要挑着担子走三里
                山路，到厂里叶子都蔫了。
                """))
                .containsExactly("茶厂把烘房搬上山。采下来的鲜叶当天下锅，一斤能多卖八块钱不成问题。茶农黄大姐说，往年要挑着担子走三里山路，到厂里叶子都蔫了。", SCHOOL);
    }

    @Test
    void rejoinsOverAHeadlineOfTwoLines() {
        assertThat(bodies("""
                　　云溪县今年修好三座石桥，河西村
                的老人孩子不用再蹚水过河，收下的柑

                　　集市搬进大棚以后摊位比从前多了
                四十个

                橘也能当天运进城里。县里说，余下的
                两座桥冬天动工。

                　　集市搬进了大棚，雨天也照常开张，
                摊位比从前多了四十个。
                """)).containsExactly(BRIDGES, "集市搬进大棚以后摊位比从前多了四十个", MARKET);
    }

    @Test
    void tellsTwoTornParagraphsApartByTheirQuotesAndWords() {
        assertThat(bodies("""
                　　云溪县今年修好三座石桥，河西村
                的老人孩子不用再蹚水过河，取名“同

                　　新学期开学那天，柑橘园旁的路口
                头一回停了校车，看园子的人说，柑

                心桥”。县里说，余下的两座桥冬天再
                动工，不误春耕。

                橘刚下树，孩子们就坐上车走了，一路
                都是笑声。
                """))
                .containsExactly(
                        "云溪县今年修好三座石桥，河西村的老人孩子不用再蹚水过河，取名“同心桥”。县里说，余下的两座桥冬天再动工，不误春耕。",
                        "新学期开学那天，柑橘园旁的路口头一回停了校车，看园子的人说，柑橘刚下树，孩子们就坐上车走了，一路都是笑声。");
    }

    @Test
    void joinsNoneOfTwoTornParagraphsWhereAsMuchSpeaksForEither() {
        assertThat(bodies("""
                　　云溪县今年修好三座石桥，河西村
                的老人孩子不用再蹚水过河，收下的柑

                　　新学期开学那天，校车头一回开到
                了各村的路口，坐车上学的共有二十三

                橘也能当天运进城里。县里说，余下的
                两座桥冬天动工。

                名学生，家长们再也用不着每天起早去
                接送了。
                """))
                .containsExactly(
                        "云溪县今年修好三座石桥，河西村的老人孩子不用再蹚水过河，收下的柑",
                        "新学期开学那天，校车头一回开到了各村的路口，坐车上学的共有二十三",
                        "橘也能当天运进城里。县里说，余下的两座桥冬天动工。",
                        "名学生，家长们再也用不着每天起早去接送了。");
    }

    @Test
    void keepsThePlacesOfWhatItMoves() {
        String page = """
                　　云溪县今年修好三座石桥，河西村
                的老人孩子不用再蹚水过河，收下的柑

                　　新学期开学那天，校车头一回开到
                了村口，二十三个孩子坐车上学。

                橘也能当天运进城里。县里说，余下的
                两座桥冬天动工。
                """;

        for (Article article : cleaner.clean(page(page)).articles()) {
            for (Paragraph paragraph : article.paragraphs()) {
                for (int i = 0; i < paragraph.text().length(); i++) {
                    assertThat(page.charAt(paragraph.text().origin(i)))
                            .isEqualTo(paragraph.text().charAt(i));
                }
            }
        }
    }

    @Test
    void leavesAParagraphThatLostItsSettingInWhereNoneBeforeItIsTorn() {
        assertThat(bodies("""
                　　新学期开学那天，校车头一回开到
                了村口，二十三个孩子坐车上学。

                　　集市搬进了大棚，雨天也照常开张，
                摊位比从前多了四十个。

                县里说，余下的两座桥冬天动工，明年
                春耕以前就能走人。
                """)).containsExactly(SCHOOL, MARKET, "县里说，余下的两座桥冬天动工，明年春耕以前就能走人。");
    }

    @Test
    void neverJoinsWhatAnotherReportStandsBetween() {
        assertThat(bodies("""
                　　云溪县今年修好三座石桥，河西村
                的老人孩子不用再蹚水过河，收下的柑

                　　本报讯（记者 林一舟）新学期开学
                那天，校车头一回开到了村口。

                橘也能当天运进城里。县里说，余下的
                两座桥冬天动工。
                """))
                .containsExactly(
                        "云溪县今年修好三座石桥，河西村的老人孩子不用再蹚水过河，收下的柑",
                        "本报讯（记者 林一舟）新学期开学那天，校车头一回开到了村口。",
                        "橘也能当天运进城里。县里说，余下的两座桥冬天动工。");
    }

    @Test
    void leavesPagesAloneWhoseParagraphsAreNotSetIn() {
        assertThat(bodies("""
                新学期开学那天，校车头一回开到了村
                口，二十三个孩子坐车上学。

                集市搬进了大棚，雨天也照常开张，摊
                位比从前多了四十个。

                县里说，余下的两座桥冬天动工，明年
                春耕以前就能走人。
                """)).containsExactly(SCHOOL, MARKET, "县里说，余下的两座桥冬天动工，明年春耕以前就能走人。");
    }

    private List<String> bodies(String page) {
        return cleaner.clean(page(page)).articles().stream()
                .flatMap(article -> article.paragraphs().stream())
                .map(paragraph -> paragraph.text().toString())
                .toList();
    }

    private static Page page(String text) {
        return new Page(new PageId("k", 0, ""), "", 0, 0, "", List.of(), text);
    }
}
