package org.broadsheet.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageId;
import org.junit.jupiter.api.Test;

class PageCleanerTest {
    private final PageCleaner cleaner = new PageCleaner();

    @Test
    void joinsWrappedAndTornLinesAndTakesSettingSpacesOut() {
        String page = """
                　　本报讯 （记者 周 舟 ）4月 9日，青
                羊区有 力 有 效 组 织 青 年 志
                愿者 320名，分成16个小组走进社

                区。下一步还将增设服务点 12 个。

                “ 小 喇 叭 ”进 社 区
                """;

        assertThat(outline(clean(page)))
                .containsExactly(
                        "BODY 本报讯（记者 周 舟）4月9日，青羊区有力有效组织青年志愿者320名，分成16个小组走进社区。下一步还将增设服务点12个。", "HEADLINE “小喇叭”进社区");
    }

    @Test
    void takesALineAtTheMarginBetweenParagraphsThatAreSetInForAHeading() {
        String page = """
                　　风雨过后，三门县下达救灾资金
                500万元，用于修复海塘26处。
                头门港区：新城拔节生长
                　　塔吊林立，车流不息，记者近日
                走进港区，两个泊位已经投用。
                """;

        assertThat(outline(clean(page)))
                .containsExactly(
                        "BODY 风雨过后，三门县下达救灾资金500万元，用于修复海塘26处。",
                        "SECTION 头门港区：新城拔节生长",
                        "BODY 塔吊林立，车流不息，记者近日走进港区，两个泊位已经投用。");
    }

    /** As from a page whose lines have so many characters, whatever their width. */
    @Test
    void goesOnBehindALineThatIsSetInAndEndsWithinASentence() {
        String page = """
                　　一年过去，答卷写在大地上。截至今年四月，雅
                安市的重建项目已开工一千七百二十六个，累计完
                成投资二百八十六亿元，进度比计划更快一些了。
                　　2013年4月20日8时02分，7.0级
                强震撕裂了这片土地，倒塌的房屋中，仅农房就涉
                及十一万户。
                """;

        assertThat(outline(clean(page)))
                .containsExactly(
                        "BODY 一年过去，答卷写在大地上。截至今年四月，雅安市的重建项目已开工一千七百二十六个，累计完成投资二百八十六亿元，进度比计划更快一些了。",
                        "BODY 2013年4月20日8时02分，7.0级强震撕裂了这片土地，倒塌的房屋中，仅农房就涉及十一万户。");
    }

    @Test
    void keepsTheSpacesThatBelong() {
        assertThat(outline(clean("守好一扇门 护好一座城\n记者 孟 非\n\n8160名志愿者 and 2100名医护人员使用 App Store 登记，拨打 12345 热线。")))
                .containsExactly(
                        "HEADLINE 守好一扇门 护好一座城",
                        "BYLINE 记者 孟 非",
                        "BODY 8160名志愿者 and 2100名医护人员使用 App Store 登记，拨打12345热线。");
    }

    @Test
    void keepsListItemsAndHeadingsApart() {
        String page = "各区采样点一览\n\n城关区：采样点12个。\n七里河区：采样点9个。\n安宁区：采样点15个。\n";

        assertThat(outline(clean(page)))
                .containsExactly("HEADLINE 各区采样点一览", "BODY 城关区：采样点12个。", "BODY 七里河区：采样点9个。", "BODY 安宁区：采样点15个。");
    }

    @Test
    void givesHeadlinesBehindTheirBodiesToTheirBodies() {
        String page = """
                本报讯 沙坪坝区新建口袋公园18座，市民推窗见绿。（李禾）

                沙坪坝区口袋公园添新绿

                本报讯 两江新区新增公交线路6条，居民出行更方便。（下转第3版）

                两江新区新增公交线路
                """;

        CleanPage clean = clean(page);

        assertThat(clean.articles())
                .extracting(article -> article.text(Role.HEADLINE))
                .containsExactly("沙坪坝区口袋公园添新绿", "两江新区新增公交线路");
        assertThat(clean.articles()).extracting(Article::continuesOn).containsExactly(0, 3);
        assertThat(clean.articles().get(0).text(Role.BYLINE)).isEqualTo("李禾");
    }

    @Test
    void findsCaptionsAndContinuations() {
        String page = """
                （上接第1版）全市新改建农村公路260公里，惠及群众8万人。
                （张青 赵云）

                7月3日，工人在大桥上安装护栏。

                王小明 摄
                """;

        CleanPage clean = clean(page);

        assertThat(clean.articles())
                .extracting(Article::kind)
                .containsExactly(Article.Kind.ARTICLE, Article.Kind.CAPTION);
        assertThat(clean.articles().get(0).continuedFrom()).isEqualTo(1);
        assertThat(clean.articles().get(1).text(Role.BYLINE)).isEqualTo("王小明 摄");
    }

    @Test
    void keepsTheSignOfANumberAtTheBeginningOfALine() {
        assertThat(outline(clean("示范园抱团发展，取得了“1+1+1\n>3”的良好效果，带动周边村的农户稳定增收。\n")))
                .containsExactly("BODY 示范园抱团发展，取得了“1+1+1>3”的良好效果，带动周边村的农户稳定增收。");
        assertThat(outline(clean("> 示范园抱团发展，带动周边村的农户稳定增收。\n"))).containsExactly("BODY 示范园抱团发展，带动周边村的农户稳定增收。");
    }

    @Test
    void takesALineThatEndsInAPointForASentence() {
        assertThat(outline(clean("区里设立采样点13个．\n\n夜里又增设了4个.\n"))).containsExactly("BODY 区里设立采样点13个．", "BODY 夜里又增设了4个.");
    }

    @Test
    void takesMarkdownOff() {
        assertThat(outline(clean("## 棚户区**居民**搬新楼\n\n### ——七星镇见闻\n\n1月10日，居民领到钥匙。\n\n#### 住得好\n\n小区里有党支部2个。")))
                .containsExactly(
                        "HEADLINE 棚户区居民搬新楼", "SUBHEAD ——七星镇见闻", "BODY 1月10日，居民领到钥匙。", "SECTION 住得好", "BODY 小区里有党支部2个。");
    }

    @Test
    void removesLoops() {
        CleanPage clean = clean("该社区有居民860户，志愿者逐户发放防疫物资;志愿者逐户发放防疫物资;志愿者逐户发放防疫物资。次日清零。");

        assertThat(outline(clean)).containsExactly("BODY 该社区有居民860户，志愿者逐户发放防疫物资。次日清零。");
        assertThat(clean.repeats()).containsExactly(new Repeat(0, "志愿者逐户发放防疫物资", 3, 2, Repeat.Kind.LOOP));
    }

    @Test
    void removesLaterAndMisreadCopies() {
        String sentence = "各级党组织要把思想和行动统一到全会精神上来，切实抓好各项任务落地见效";
        String misread = sentence.replace("切实", "切宝");
        CleanPage clean =
                clean("会议指出，" + sentence + "。\n\n大家结合实际谈了体会。\n\n会议指出，" + misread + "。\n\n" + sentence + "。还要防风险。");

        assertThat(outline(clean)).containsExactly("BODY 会议指出，" + sentence + "。", "BODY 大家结合实际谈了体会。", "BODY 还要防风险。");
        assertThat(clean.repeats()).extracting(Repeat::removed).containsExactly(1, 1);
        assertThat(clean.paragraphs()).isEqualTo(4);
        assertThat(clean.repeated()).isEqualTo(1);
    }

    @Test
    void leavesRhetoricListsAndSentencesThatDifferInFiguresOrPlaces() {
        List<String> pages = List.of(
                "哪里任务重，哪里就有党组织坚强有力的领导；哪里任务重，哪里就有党员义无反顾的身影。",
                "新增病例3例，其中A区1例、B区1例、C区1例。",
                "记者来到市疫情防控指挥部，市疫情防控指挥部的大屏上数字跳动。",
                "要一件一件抓、一项一项清，加油，加油，加油！",
                "全县共设立便民核酸检测采样点12个，配备医护人员和志愿者若干。全县共设立便民核酸检测采样点13个，配备医护人员和志愿者若干。",
                "东关街道组织党员干部下沉社区一线，协助开展核酸检测和物资配送工作。西关街道组织党员干部下沉社区一线，协助开展核酸检测和物资配送工作。",
                "截至当日，甲队已经连续奋战多个昼夜，圆满完成了各项工作任务。截至当日，乙队已经连续奋战多个昼夜，圆满完成了各项工作任务。");
        for (String page : pages) {
            CleanPage clean = clean(page);
            assertThat(clean.repeats()).as(page).isEmpty();
            assertThat(outline(clean)).containsExactly("BODY " + page);
        }
    }

    @Test
    void takesAnyTextAndKeepsTheLaws() {
        Random random = new Random(11);
        String alphabet = "区县市，。；（）“”《》 \n\r\t\u3000\u200B\uE000\uD83D\uDE42\0#*-—年月日0123讯电摄图文记者本报下转上接第版aB.,!";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(200); length >= 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            clean(text.toString());
        }
    }

    /** Found by seeded mutation: a paragraph of marks alone in front of a loop. */
    @Test
    void showsALoopBehindAParagraphWithoutCharacters() {
        CleanPage clean = clean("夏，大麦元。\n\n。\n看到变化、得到倂\n看到变化得到实惠。看到变化、得到实惠。\n瀂");
        assertThat(clean.repeats()).extracting(Repeat::text).containsExactly("看到变化得到实惠");
    }

    @Test
    void takesHostileTextOfGreatLength() {
        int length = 1 << 16;
        for (String unit : List.of(
                "区", "\n", "（", "1", " ", "，", "。\n", "张三 摄\n", "人 ", "本报讯 a。", "“好”\n\n", "#x\n", "记者王勇\n文。\n")) {
            clean(unit.repeat(length / unit.length()));
        }
    }

    @Test
    void looksForLoopsInLinearTime() {
        Random random = new Random(5);
        StringBuilder nested = new StringBuilder("甲乙丙丁戊己庚");
        while (nested.length() < 100_000) {
            nested.append(nested, 0, nested.length()).append((char) ('一' + random.nextInt(9000)));
        }
        for (String text : List.of("区".repeat(100_000), "甲乙丙丁".repeat(25_000), nested.toString())) {
            PageContent content = new PageContent(text.length());
            LoopFinder finder = new LoopFinder(content, text.length());
            finder.find(content.append(CleanText.verbatim(text, 0)));
            assertThat(finder.steps()).isLessThan(8L * text.length());
        }
    }

    private CleanPage clean(String text) {
        Page page = new Page(new PageId("k", 0, ""), "", 0, 0, "", List.of(), text);
        CleanPage clean = cleaner.clean(page);
        checkLaws(page, clean);
        return clean;
    }

    static void checkLaws(Page page, CleanPage clean) {
        int kept = 0;
        for (Article article : clean.articles()) {
            for (Paragraph paragraph : article.paragraphs()) {
                kept++;
                CleanText text = paragraph.text();
                for (int i = 0; i < text.length(); i++) {
                    if (page.text().charAt(text.origin(i)) != text.charAt(i)) {
                        throw new AssertionError("character " + i + " of " + text + " does not stand in the page");
                    }
                }
            }
        }
        assertThat(clean.kept()).isEqualTo(kept);
        assertThat(clean.paragraphs()).isEqualTo(clean.kept() + clean.repeated());
    }

    private static List<String> outline(CleanPage page) {
        List<String> outline = new ArrayList<>();
        for (Article article : page.articles()) {
            article.paragraphs().forEach(paragraph -> outline.add(paragraph.role() + " " + paragraph.text()));
        }
        return outline;
    }
}
