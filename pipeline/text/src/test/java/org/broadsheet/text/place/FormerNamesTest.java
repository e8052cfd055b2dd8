package org.broadsheet.text.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Divisions that changed from 2015 to 2022: 太谷县 of 2018 is 太谷区, 140703. */
class FormerNamesTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final PlaceFinder FINDER = new PlaceFinder(GAZETTEER);

    @ParameterizedTest
    @CsvSource({
        "太谷县设点。, 140703, 140726",
        "晋中市太谷县明星镇设点。, 140703, 140726",
        "怀仁县设点。, 140681, 140624",
        "上海市闸北区设点。, 310106, 310108",
        "太谷区设点。, 140703, 0",
        "太谷设点。, 140703, 0",
        "榆次区设点。, 140702, 0",
    })
    void keepsTheCodeOfTheDayBesideThatOf2022(String sentence, int code, int former) {
        assertThat(FINDER.find(sentence, new PlaceContext(140700)))
                .singleElement()
                .satisfies(spot ->
                        assertThat(List.of(spot.region(), spot.former())).containsExactly(code, former));
    }

    @ParameterizedTest
    @CsvSource({
        "山西省晋中市, 太谷县, 太谷区, 140703",
        "山西省朔州市, 怀仁县, 怀仁市, 140681",
        "山西省大同市, 大同县, 云州区, 140215",
        "山西省大同市, 南郊区, 云冈区, 140214",
        "山西省长治市, 长治县, 上党区, 140404",
        "山西省长治市, 屯留县, 屯留区, 140405",
        "山西省长治市, 潞城市, 潞城区, 140406",
        "山西省长治市, 城区, 潞州区, 140403",
        "山西省长治市, 郊区, 潞州区, 140403",
        "河北省唐山市, 滦县, 滦州市, 130284",
        "河北省邢台市, 任县, 任泽区, 130505",
        "吉林省长春市, 公主岭市, 公主岭市, 220184",
        "黑龙江省佳木斯市, 抚远县, 抚远市, 230883",
        "上海市, 闸北区, 静安区, 310106",
        "江苏省南通市, 海门市, 海门区, 320614",
        "江苏省淮安市, 洪泽县, 洪泽区, 320813",
        "浙江省杭州市, 江干区, 上城区, 330102",
        "浙江省杭州市, 下城区, 拱墅区, 330105",
        "浙江省台州市, 玉环县, 玉环市, 331083",
        "安徽省淮南市, 寿县, 寿县, 340422",
        "安徽省安庆市, 潜山县, 潜山市, 340882",
        "福建省福州市, 长乐市, 长乐区, 350112",
        "福建省三明市, 沙县, 沙县区, 350405",
        "江西省九江市, 九江县, 柴桑区, 360404",
        "江西省九江市, 星子县, 庐山市, 360483",
        "江西省上饶市, 上饶县, 广信区, 361104",
        "山东省济南市, 莱城区, 莱芜区, 370116",
        "山东省青岛市, 即墨市, 即墨区, 370215",
        "河南省三门峡市, 陕县, 陕州区, 411203",
        "河南省洛阳市, 偃师市, 偃师区, 410307",
        "湖北省荆州市, 监利县, 监利市, 421088",
        "湖南省株洲市, 株洲县, 渌口区, 430212",
        "广西壮族自治区南宁市, 横县, 横州市, 450181",
        "重庆市, 开县, 开州区, 500154",
        "四川省成都市, 郫县, 郫都区, 510117",
        "四川省宜宾市, 宜宾县, 叙州区, 511504",
        "贵州省遵义市, 遵义县, 播州区, 520304",
        "贵州省六盘水市, 盘县, 盘州市, 520281",
        "云南省丽江市, 华坪县, 华坪县, 530723",
        "西藏自治区拉萨市, 达孜县, 达孜区, 540104",
        "陕西省西安市, 户县, 鄠邑区, 610118",
        "陕西省咸阳市, 彬县, 彬州市, 610482",
        "青海省西宁市, 湟中县, 湟中区, 630106",
        "新疆维吾尔自治区, 哈密地区, 哈密市, 650500",
    })
    void theCodeIsThatOf2022BeforeAndAfter(String parents, String before, String after, int code) {
        assertThat(regions(parents + before + "，")).as(before).containsExactly(code);
        assertThat(regions(parents + after + "，")).as(after).containsExactly(code);
    }

    @Test
    void whatPointsBackToItGoesByTheNameOfTheDay() {
        assertThat(places("140700 太谷县完成投资，全县行动，该县统筹。")).containsExactly(140703, 140703, 140703);
        assertThat(places("140600 怀仁县召开动员会，全县86家单位行动。")).containsExactly(140681, 140681);
        assertThat(places("360100 长乐市设点，该市行动。")).containsExactly(350112, 350112);
    }

    /** 崇安区 of 无锡 and others became one with their neighbours: what they were cannot be told from their name. */
    @Test
    void whatWasDividedOrMergedAwayIsNoDivisionOf2022() {
        for (String[] row : GazetteerFiles.rows("former.tsv")) {
            assertThat(GAZETTEER.region(Integer.parseInt(row[3])).isPresent())
                    .as(row[1])
                    .isEqualTo(!row[3].equals("0"));
        }
        assertThat(GAZETTEER.named("崇安区")).isEmpty();
        assertThat(regions("江苏省无锡市崇安区，")).doesNotContain(320213);
    }

    /** Every former name that only one division of 2022 answers to, behind its province. */
    @Test
    void everyFormerNameResolves() {
        List<String> wrong = new ArrayList<>();
        for (String[] row : GazetteerFiles.rows("former.tsv")) {
            int code = Integer.parseInt(row[3]);
            String province =
                    GAZETTEER.region(GAZETTEER.province(code)).orElseThrow().name();
            boolean alone = GAZETTEER.named(row[1]).stream()
                            .filter(region -> GAZETTEER.within(region.code(), GAZETTEER.province(code)))
                            .count()
                    == 1;
            boolean gone = GAZETTEER.named(row[1]).stream().anyMatch(region -> region.code() == code);
            if (alone && gone && code != 0 && !regions(province + row[1] + "，").equals(List.of(code))) {
                wrong.add(province + row[1] + regions(province + row[1] + "，"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Integer> places(String homeAndText) {
        int home = Integer.parseInt(homeAndText.substring(0, 6));
        return FINDER.find(homeAndText.substring(7), new PlaceContext(home)).stream()
                .map(Spot::region)
                .toList();
    }

    private static List<Integer> regions(String text) {
        return places("000000 " + text);
    }
}
