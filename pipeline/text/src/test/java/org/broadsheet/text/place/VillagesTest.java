package org.broadsheet.text.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.broadsheet.text.place.Villages.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Villages and communities: 乐平社区 is one of 锦纶街道. */
class VillagesTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final Villages VILLAGES = GAZETTEER.villages();

    @ParameterizedTest
    @CsvSource({
        "乐平社区, 140702, 140702, 锦纶街道",
        "文庙社区, 140106, 140106, 文庙街道",
        "十八洞村, 433100, 433124, 双龙镇",
        "三涧溪村, 370100, 370114, 双山街道",
        "多福巷社区, 110000, 110101, 东华门街道",
    })
    void knowsTheTownOfAVillage(String village, int within, int county, String town) {
        assertThat(VILLAGES.towns(village, within)).containsExactly(new Town(county, town));
        assertThat(VILLAGES.county(village, within)).isEqualTo(county);
        assertThat(VILLAGES.has(village, county)).isTrue();
    }

    @Test
    void tellsSharedNamesByWhatHoldsThem() {
        assertThat(VILLAGES.towns("和平村", 140000)).hasSizeGreaterThan(1);
        assertThat(VILLAGES.county("和平村", 140000)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "没有村, 140000",
        "村, 140000",
        "乐平, 140702",
        "乐平社区居委会, 140702",
        "乐平社区, 140106",
        "乐平社区, 100000",
        "乐平社区, 0",
        "乐平社区, -1",
        "乐平社区, 999999",
        "西门村, 710000",
    })
    void knowsNoOther(String village, int within) {
        assertThat(VILLAGES.towns(village, within)).isEmpty();
        assertThat(VILLAGES.county(village, within)).isZero();
    }

    @Test
    void everyTownThatHoldsVillagesLiesInADivisionThatIsNoZone() {
        Set<Level> levels = new TreeSet<>();
        for (Region province : GAZETTEER.children(Gazetteer.COUNTRY)) {
            for (String common : new String[] {"和平村", "新村", "幸福社区", "和平社区"}) {
                VILLAGES.towns(common, province.code())
                        .forEach(town -> levels.add(
                                GAZETTEER.region(town.county()).orElseThrow().level()));
            }
        }
        assertThat(levels).containsExactly(Level.PREFECTURE, Level.COUNTY);
    }
}
