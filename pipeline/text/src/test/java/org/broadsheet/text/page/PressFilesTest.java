package org.broadsheet.text.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files in which press systems keep single articles. */
class PressFilesTest {
    private final PageReader reader = new PageReader(Sources.none());

    @Test
    void takesTheArticleOutOfFoundersPages() {
        String page = """
                <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>某报</title></head><body>
                <a href="node_2.htm">第02版：要闻</a>
                <founder-introtitle>节水见成效</founder-introtitle><founder-title>荒滩种出<br>沙葱</founder-title>
                <founder-author>裴强</founder-author>
                <founder-content><P>　　6月1日，沙葱迎来采收。</P><P>　　每棚一年可割七茬。</P></founder-content>
                <!--enpproperty <date>2010-06-02 00:00:00.0</date><author>裴强</author><title>荒滩种出沙葱</title>/enpproperty-->
                <p>下一篇</p></body></html>""";

        Page read = read(page.getBytes(Charset.forName("GB18030")));

        assertThat(read.text()).isEqualTo("""
                        节水见成效

                        # 荒滩种出 沙葱

                        作者：裴强

                        　　6月1日，沙葱迎来采收。

                        　　每棚一年可割七茬。

                        """);
        assertThat(read.published()).isEqualTo(day("2010-06-02"));
        assertThat(read.inferred()).isEmpty();
    }

    @Test
    void takesTheBodyBetweenCommentsAndTheTitleFromItsHeading() {
        String page = "<html><body><ul><li><a href=a>首页</a></li></ul><h2>咖啡香飘四海</h2><div id=ozoom>"
                + "<!--enpcontent--><p>兴隆咖啡节开幕。</p><!--/enpcontent--></div><p>版权声明</p>"
                + "<!--enpproperty <date>2019-08-14 08:00:00.0</date> /enpproperty--></body></html>";

        assertThat(read(page.getBytes(UTF_8)).text()).isEqualTo("# 咖啡香飘四海\n\n兴隆咖啡节开幕。\n\n");
    }

    @Test
    void leavesNavigationOutOfOtherPages() {
        String page = "<body><div><a href=1>首页</a> <a href=2>新闻</a></div><h1>口袋公园添新绿</h1><p>2022年11月22日 星期二</p>"
                + "<p>沙坪坝区新建<a href=3>口袋公园</a>18座。</p><div>版权所有 某报</div></body>";

        assertThat(read(page.getBytes(UTF_8)).text()).isEqualTo("口袋公园添新绿\n\n2022年11月22日 星期二\n\n沙坪坝区新建口袋公园18座。\n\n");
    }

    @Test
    void readsXmlWithOneArticleOrMany() {
        String one = """
                <?xml version="1.0" encoding="GBK"?>
                <doc><paper>兰州晨报</paper><date>2010-06-02</date><headline>沙葱上市</headline>
                <content><![CDATA[<p>沙葱迎来采收。</p>]]></content></doc>""";
        String many =
                "<?xml version=\"1.0\"?><page><date>2010-06-02</date><article><title>甲</title><body><p>一。</p></body>"
                        + "</article><article><title>乙</title><body>二。</body></article></page>";

        assertThat(read(one.getBytes(Charset.forName("GB18030"))).text()).isEqualTo("# 沙葱上市\n\n沙葱迎来采收。\n\n");
        assertThat(read(one.getBytes(UTF_8)).source()).isEqualTo("兰州晨报");
        assertThat(read(many.getBytes(UTF_8)).text()).isEqualTo("# 甲\n\n一。\n\n# 乙\n\n二。\n\n");
        assertThat(reading("<?xml version=\"1.0\"?><a><b>本报讯</b></a>".getBytes(UTF_8)))
                .isEqualTo(new Reading.Rejected(
                        Stage.READ, Reason.NO_TEXT, "XML without an element that holds a body (content, body, text)"));
    }

    @Test
    void readsJsonWithTitleAndBody() {
        String json =
                "{\"title\": \"学校开学\", \"introtitle\": \"\", \"author\": \"记者 罗凯\", \"published\": \"2020-08-27\","
                        + " \"content\": \"<p>迎来首批新生480名。</p>\"}";
        String html = "{\"text\": \"<html><body><p>迎来首批新生480名。</p></body></html>\", \"published\": \"2020-08-27\"}";

        assertThat(read(json.getBytes(UTF_8)).text()).isEqualTo("# 学校开学\n\n记者 罗凯\n\n迎来首批新生480名。\n\n");
        assertThat(read(html.getBytes(UTF_8)).text()).isEqualTo("迎来首批新生480名。\n\n");
    }

    @Test
    void readsTheDayOffTheAddress() {
        Header url = new Header("url", "http://paper.example/html/2022-11/22/content_1_3.htm".getBytes(UTF_8));
        RawPage raw = new RawPage("", 0, 0, null, "沙葱迎来采收。".getBytes(UTF_8), List.of(url));

        assertThat(reader.read(raw)).isInstanceOfSatisfying(Reading.Read.class, read -> {
            assertThat(read.page().published()).isEqualTo(day("2022-11-22"));
            assertThat(read.page().inferred()).containsExactly("published");
        });
    }

    @Test
    void readsHostileMarkupToItsEnd() {
        for (String unit :
                List.of("<b><p>", "<founder-title>", "<h1>", "<a>", "<title>", "<!--enpcontent-->", "<div", "&#")) {
            String page = unit.repeat((1 << 16) / unit.length());
            assertThat(reading(("<html>" + page).getBytes(UTF_8))).isNotNull();
            assertThat(reading(("<?xml version=\"1.0\"?>" + page).getBytes(UTF_8)))
                    .isNotNull();
        }
    }

    private Reading reading(byte[] value) {
        return reader.read(new RawPage("", 0, 0, null, value, List.of()));
    }

    private Page read(byte[] value) {
        Reading reading = reading(value);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).page();
    }

    private static int day(String iso) {
        return Math.toIntExact(LocalDate.parse(iso).toEpochDay());
    }
}
