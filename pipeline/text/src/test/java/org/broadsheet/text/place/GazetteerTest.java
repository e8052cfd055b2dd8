package org.broadsheet.text.place;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts of the gazetteer: {@code 迎泽区} is 140106. */
class GazetteerTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    @Test
    void countsTheDivisionsOf2022() {
        Map<Level, Long> counts = GAZETTEER.regions().stream().collect(groupingBy(Region::level, counting()));
        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Level.COUNTRY,
                        1L,
                        Level.PROVINCE,
                        34L,
                        Level.PREFECTURE,
                        333L,
                        Level.COUNTY,
                        2849L,
                        Level.ZONE,
                        131L));
    }

    @ParameterizedTest
    @CsvSource({
        "100000, 中国, COUNTRY, 0",
        "140000, 山西省, PROVINCE, 100000",
        "710000, 台湾省, PROVINCE, 100000",
        "810000, 香港特别行政区, PROVINCE, 100000",
        "820000, 澳门特别行政区, PROVINCE, 100000",
        "140100, 太原市, PREFECTURE, 140000",
        "140106, 迎泽区, COUNTY, 140100",
        "140703, 太谷区, COUNTY, 140700",
        "110105, 朝阳区, COUNTY, 110000",
        "500231, 垫江县, COUNTY, 500000",
        "222404, 珲春市, COUNTY, 222400",
        "152524, 苏尼特右旗, COUNTY, 152500",
        "419001, 济源市, COUNTY, 410000",
        "429004, 仙桃市, COUNTY, 420000",
        "469002, 琼海市, COUNTY, 460000",
        "659001, 石河子市, COUNTY, 650000",
        "460400, 儋州市, PREFECTURE, 460000",
        "441900, 东莞市, PREFECTURE, 440000",
        "620200, 嘉峪关市, PREFECTURE, 620000",
        "620171, 兰州新区, ZONE, 620100",
        "320571, 苏州工业园区, ZONE, 320500",
    })
    void knowsRegions(int code, String name, Level level, int parent) {
        assertThat(GAZETTEER.region(code)).contains(new Region(code, name, level, parent));
    }

    @ParameterizedTest
    @CsvSource({"110100", "500200", "429000", "620201", "140726", "999999"})
    void leavesPlaceholdersAndFormerCodesOut(int code) {
        assertThat(GAZETTEER.region(code)).isEmpty();
        assertThat(GAZETTEER.children(code)).isEmpty();
    }

    @Test
    void childrenAreDivisionsAndNeverZones() {
        assertThat(GAZETTEER.children(140100))
                .extracting(Region::code)
                .containsExactly(140105, 140106, 140107, 140108, 140109, 140110, 140121, 140122, 140123, 140181);
        assertThat(GAZETTEER.children(110000)).hasSize(16).allMatch(region -> region.level() == Level.COUNTY);
        assertThat(GAZETTEER.children(100000)).hasSize(34);
        assertThat(GAZETTEER.children(140000)).hasSize(11);
    }

    @Test
    void everyDivisionLeadsToTheCountry() {
        for (Region region : GAZETTEER.regions()) {
            assertThat(GAZETTEER.within(region.code(), Gazetteer.COUNTRY))
                    .as(region.toString())
                    .isTrue();
        }
        assertThat(GAZETTEER.parent(Gazetteer.COUNTRY)).isEmpty();
        assertThat(GAZETTEER.within(0, 0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "140106, 140000, 140100",
        "140000, 140000, 0",
        "110105, 110000, 110000",
        "429004, 420000, 429004",
        "620171, 620000, 620100",
        "100000, 100000, 0",
        "0, 100000, 0",
    })
    void namesProvinceAndPrefecture(int code, int province, int prefecture) {
        assertThat(GAZETTEER.province(code)).isEqualTo(province);
        assertThat(GAZETTEER.prefecture(code)).isEqualTo(prefecture);
    }

    @ParameterizedTest
    @CsvSource({
        "太谷县, 140703", "怀仁县, 140681", "大同县, 140215", "南郊区, 140214", "长治县, 140404", "屯留县, 140405", "潞城市, 140406",
        "密云县, 110118", "蓟县, 120119", "滦县, 130284", "抚远县, 230883", "闸北区, 310106", "海门市, 320614", "江干区, 330102",
        "铜陵县, 340706", "长乐市, 350112", "九江县, 360404", "莱城区, 370116", "即墨市, 370215", "陕县, 411203", "监利县, 421088",
        "宁乡县, 430182", "株洲县, 430212", "宜州市, 451203", "郫县, 510117", "安县, 510705", "宜宾县, 511504", "遵义县, 520304",
        "堆龙德庆县, 540103", "户县, 610118", "湟中县, 630106", "那曲地区, 540600", "襄樊市, 420600", "山南地区, 540500",
    })
    void knowsWhatBecameOfFormerDivisions(String name, int code) {
        assertThat(GAZETTEER.named(name)).extracting(Region::code).containsExactly(code);
    }

    @Test
    void knowsSharedAndShortNames() {
        assertThat(GAZETTEER.named("朝阳区")).extracting(Region::code).containsExactly(110105, 220104);
        assertThat(GAZETTEER.named("大通县")).extracting(Region::code).containsExactly(630121);
        assertThat(GAZETTEER.named("吉林")).extracting(Region::code).containsExactly(220000, 220200);
        assertThat(GAZETTEER.named("祁")).isEmpty();
        assertThat(GAZETTEER.named("莱芜市")).isEmpty();
    }

    @Test
    void knowsTowns() {
        assertThat(GAZETTEER.countiesOfTown("挹江门街道")).containsExactly(320106);
        assertThat(GAZETTEER.countiesOfTown("永昌街道")).contains(220104);
        assertThat(GAZETTEER.countiesOfTown("某某街道")).isEmpty();
        assertThat(GAZETTEER.zones()).containsEntry("郑东新区", 410100).containsEntry("洋浦经济开发区", 460400);
    }

    @Test
    void zonesLieInDivisionsThatExist() {
        assertThat(GAZETTEER.zones().values())
                .allMatch(code -> GAZETTEER.region(code).isPresent());
    }
}
