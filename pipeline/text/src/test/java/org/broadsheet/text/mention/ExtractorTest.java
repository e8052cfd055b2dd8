package org.broadsheet.text.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Role;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.Test;

class ExtractorTest {
    private static final int DAY = (int) LocalDate.of(2021, 5, 2).toEpochDay();

    private final Gazetteer gazetteer = Gazetteer.load();

    @Test
    void countsAMetricThatAnEditorAdded() throws IOException {
        String yaml = """
                metrics:
                  vaccinations:
                    {zh: 接种, en: vaccinations, unit: dose, kind: flow, measures: [剂, 剂次], nouns: [疫苗], before: [接种]}
                """;
        Catalogue catalogue = Catalogue.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        Extraction extraction = extract(catalogue, 140100, "5月1日，小店区累计接种3.2万剂次，调拨疫苗5000剂。");
        assertThat(extraction.mentions())
                .extracting(mention -> mention.value().toPlainString(), Mention::scope, Mention::region)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("32000", Scope.CUMULATIVE, 140105),
                        org.assertj.core.groups.Tuple.tuple("5000", Scope.CURRENT, 140105));
    }

    @Test
    void saysHowTheRegionWasFound() {
        assertThat(whys("5月1日小店区消息 近日，各支部组织党员下沉一线。组建15支队伍。")).containsExactly("dateline");
        assertThat(whys("本报太原5月1日讯 各支部组织党员下沉一线。组建15支队伍。")).containsExactly("dateline");
        assertThat(whys("5月1日，小店区召开会议。组建15支队伍。")).containsExactly("subject");
        assertThat(whys("小店区电力充足。组建15支队伍。")).containsExactly("subject");
        assertThat(whys("小店区组建15支队伍。")).containsExactly("stated");
        assertThat(whys("组建15支队伍。")).containsExactly("home");
    }

    private List<String> whys(String text) {
        return extract(Catalogue.packaged(), 140100, text).mentions().stream()
                .map(Mention::regionWhy)
                .toList();
    }

    @Test
    void marksWhatIsToldAgain() {
        Extraction extraction = extract(Catalogue.packaged(), 140100, "小店区组建15支队伍。", "截至目前，小店区的15支队伍全部到岗。");
        assertThat(extraction.mentions()).extracting(Mention::fate).containsExactly(Fate.COUNTED, Fate.RETOLD);
    }

    @Test
    void aBulletBeginsAReportOfItsOwn() {
        String first = "太湖县召开动员大会，组建党支部9个。";
        String second = "民警上街巡逻，组建15支队伍。";
        assertThat(extract(Catalogue.packaged(), 340800, first, second).mentions())
                .extracting(Mention::region)
                .containsExactly(340825, 340825);
        assertThat(extract(Catalogue.packaged(), 340800, "◆" + first, "◆" + second)
                        .mentions())
                .extracting(Mention::region)
                .containsExactly(340825, 340800);
    }

    @Test
    void whatIsSoNowIsOfTheDayOfTheReportWhateverHappenedBefore() {
        String lead = "4月29日，小店区通报灾情。";
        assertThat(days(lead, "4月13日的暴雨引发洪水，截至目前，转移群众7.92万人。")).containsExactly("2021-04-29");
        assertThat(days(lead, "4月13日的暴雨引发洪水，当天转移群众7.92万人。")).containsExactly("2021-04-13");
    }

    private List<String> days(String... paragraphs) {
        return extract(Catalogue.packaged(), 140100, paragraphs).mentions().stream()
                .map(mention -> LocalDate.ofEpochDay(mention.day()).toString())
                .toList();
    }

    @Test
    void leavesUnplacedWhatNoPlaceOwns() {
        Extraction extraction = extract(Catalogue.packaged(), 0, "组建15支队伍。");
        assertThat(extraction.mentions()).singleElement().satisfies(mention -> {
            assertThat(mention.fate()).isEqualTo(Fate.UNPLACED);
            assertThat(mention.region()).isZero();
        });
    }

    @Test
    void aHomeThatIsAZoneMeansWhatHoldsIt() {
        Extraction extraction = extract(Catalogue.packaged(), 140171, "全市组建15支队伍。", "组建党支部9个。");
        assertThat(extraction.mentions()).extracting(Mention::region).containsExactly(140100, 140100);
    }

    @Test
    void aHomeThatIsNoDivisionIsNone() {
        Extraction extraction = extract(Catalogue.packaged(), 149999, "组建15支队伍。");
        assertThat(extraction.mentions())
                .singleElement()
                .satisfies(mention -> assertThat(mention.fate()).isEqualTo(Fate.UNPLACED));
    }

    @Test
    void knowsWhereTheQuoteStandsInThePage() {
        String text = "小店区组建15支队伍。";
        Extraction extraction = extract(Catalogue.packaged(), 140100, text);
        Mention mention = extraction.mentions().get(0);
        assertThat(mention.quote()).isEqualTo("15支队伍");
        assertThat(text.substring(mention.start(), mention.end())).isEqualTo("15支队伍");
        assertThat(extraction.articles()).containsExactly(new Extraction.ArticleContext(140105, Integer.MIN_VALUE));
    }

    @Test
    void aLineOfItsOwnInAColumnOfBriefsOpensAnotherReport() {
        String reports = """
                　　本台消息：
                甘肃兰州冬季造林启动
                今天，甘肃省兰州市冬季造林在南北两山启动，各单位当天栽下各种树木四万余株，计划在月底以前完成全部整地工作，明年春天补种。
                少年合唱节闭幕
                少年合唱节今晚闭幕，历时五天，经过初赛、复赛和决赛，共有36支队伍登台演唱，其中一半以上来自农村学校，评委和观众都给予好评。
                """;
        assertThat(regions("要闻快讯\n\n" + reports)).containsExactly(100000);
        assertThat(regions("造林与合唱\n\n" + reports)).containsExactly(620100);
    }

    @Test
    void aHeadlineCountsNothingThatItsReportOnlyPlans() {
        String report = "\n\n本报讯（记者 周舟）新疆日前发布，今年%s投资633亿元用于电力建设，各项工程正在有序推进。\n";
        assertThat(regions("新疆今年投资633亿元用于电力建设" + report.formatted("计划"))).isEmpty();
        assertThat(regions("新疆今年投资633亿元用于电力建设" + report.formatted("已经"))).isNotEmpty();
    }

    private List<Integer> regions(String text) {
        Page page = Pages.page("", DAY, 100000, text);
        return new Extractor(Catalogue.packaged(), gazetteer)
                .extract(page, new PageCleaner().clean(page)).mentions().stream()
                        .map(Mention::region)
                        .toList();
    }

    private Extraction extract(Catalogue catalogue, int home, String... paragraphs) {
        StringBuilder text = new StringBuilder();
        List<Paragraph> body = new java.util.ArrayList<>();
        for (String paragraph : paragraphs) {
            body.add(new Paragraph(Role.BODY, CleanText.verbatim(paragraph, text.length())));
            text.append(paragraph);
        }
        Page page = Pages.page("", DAY, home, text.toString());
        Article article = new Article(0, Article.Kind.ARTICLE, body, 0, 0);
        return new Extractor(catalogue, gazetteer)
                .extract(page, new CleanPage(List.of(article), List.of(), body.size(), body.size(), 0));
    }
}
