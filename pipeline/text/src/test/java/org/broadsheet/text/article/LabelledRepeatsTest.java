package org.broadsheet.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageId;
import org.junit.jupiter.api.Test;

/** The labelled pages and items: what is repeated by error goes, nothing else. */
class LabelledRepeatsTest {
    private static final Path GOLD = Path.of(System.getProperty("broadsheet.root"), "config", "samples", "gold");

    @Test
    void removesTheLabelledRepeatsOfThePagesAndNothingElse() throws IOException {
        for (String number : List.of("000", "002", "003")) {
            List<String> wanted = new ArrayList<>();
            for (JsonNode label : new ObjectMapper()
                    .readTree(GOLD.resolve(number + ".repeats.json").toFile())) {
                wanted.add(bare(label.path("text").asText()));
            }
            CleanPage page = new PageCleaner().clean(LabelledArticlesTest.page(number));

            assertThat(page.repeats())
                    .extracting(repeat -> bare(repeat.text()))
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @Test
    void removesTheLoopsOfTheItemsAndNothingElse() throws IOException {
        List<String> removed = new ArrayList<>();
        for (Page page : items()) {
            for (Repeat repeat : new PageCleaner().clean(page).repeats()) {
                assertThat(repeat.kind()).isEqualTo(Repeat.Kind.LOOP);
                removed.add(page.id().key() + " " + repeat.removed() + " " + repeat.text());
            }
        }
        assertThat(removed)
                .containsExactly(
                        "a007 2 为5200余户居民送菜上门",
                        "a007 1 九台区则把力量压到村屯,全区267个行政村设置卡口534个,做到村村有人守、路路有人管",
                        "a013 1 突击队为高龄独居老人上门采样370余人次",
                        "a016 1 216家市场商户捐赠青菜、冬瓜等30余吨",
                        "a022 1 全市另有备用医疗救治队12支、医生260名、护士780余名待命,重点做好65岁以上老人的健康服务",
                        "a025 1 24栋员工公寓全部设置核酸采样点",
                        "a028 1 亩均增收800元",
                        "a031 1 全镇45个村(社区)组建巡逻队五十余支,每队8至10人",
                        "a034 1 为86栋厂房公寓逐栋消杀",
                        "a037 1 将全街道8个社区、61个居民小区、7个村的力量打通",
                        "a040 1 当雄县牧民连夜宰牛备肉",
                        "a043 1 单次充电可行驶260公里",
                        "a049 1 吴堡县宋家川街道有挂面加工企业21家，吸纳周边村民就业，人均年增收1.2万元",
                        "a055 1 室温保持在18℃以上",
                        "a057 1 粤海街道26家科技企业的700多名志愿者主动报名",
                        "a059 1 去年,宝山区累计拨付棚改资金1.8亿元");
    }

    @Test
    void everyCleanCharacterStandsInThePageAndParagraphsAddUp() throws IOException {
        List<Page> pages = new ArrayList<>(items());
        for (String number : List.of("000", "002", "003")) {
            pages.add(LabelledArticlesTest.page(number));
        }
        for (Page page : pages) {
            PageCleanerTest.checkLaws(page, new PageCleaner().clean(page));
        }
    }

    private static List<Page> items() throws IOException {
        List<Page> items = new ArrayList<>();
        try (Stream<Path> files = Files.list(GOLD.resolve("items"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                String key = file.getFileName().toString().replace(".txt", "");
                items.add(new Page(new PageId(key, 0, ""), "", 0, 0, "", List.of(), Files.readString(file)));
            }
        }
        return items;
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s,，。]+$", "");
    }
}
