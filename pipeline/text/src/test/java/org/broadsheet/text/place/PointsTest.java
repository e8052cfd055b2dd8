package org.broadsheet.text.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.broadsheet.text.place.Points.Point;
import org.junit.jupiter.api.Test;

class PointsTest {
    /** Its islands lie over fifteen degrees of sea. */
    private static final int SANSHA = 460300;

    private final Gazetteer gazetteer = Gazetteer.load();
    private final Points points = Points.load();

    @Test
    void divisionsLieInTheirOutlines() {
        assertThat(points.of(140106, gazetteer)).contains(new Point(112.657, 37.865));
        assertThat(points.of(110000, gazetteer)).contains(new Point(116.410, 40.185));
        assertThat(points.of(419001, gazetteer)).contains(new Point(112.392, 35.100));
        assertThat(points.of(710000, gazetteer)).contains(new Point(120.971, 23.751));
    }

    @Test
    void everyDivisionLiesInTheCountryAndNearTheOneAboveIt() {
        for (Region region : gazetteer.regions()) {
            if (region.level() == Level.COUNTRY) {
                continue;
            }
            Optional<Point> point = points.of(region.code(), gazetteer);

            assertThat(point).as("%s", region).isPresent();
            assertThat(point.orElseThrow().longitude()).as("%s", region).isBetween(73.0, 136.0);
            assertThat(point.orElseThrow().latitude()).as("%s", region).isBetween(3.0, 54.0);
            if (region.level() == Level.COUNTY && region.parent() != SANSHA) {
                Point above = points.of(region.parent(), gazetteer).orElseThrow();
                assertThat(Math.abs(point.orElseThrow().latitude() - above.latitude()))
                        .as("%s", region)
                        .isLessThan(8);
            }
        }
    }

    @Test
    void whatHasNoOutlineOfItsOwnLiesWhereTheDivisionAboveDoes() {
        List<Region> zones = gazetteer.regions().stream()
                .filter(region -> region.level() == Level.ZONE)
                .toList();

        assertThat(zones)
                .isNotEmpty()
                .allSatisfy(zone ->
                        assertThat(points.of(zone.code(), gazetteer)).isEqualTo(points.of(zone.parent(), gazetteer)));
    }

    @Test
    void nothingLiesAbroadOrNowhere() {
        assertThat(points.of(Gazetteer.COUNTRY, gazetteer)).isEmpty();
        assertThat(points.of(Gazetteer.ABROAD, gazetteer)).isEmpty();
        assertThat(points.of(999999, gazetteer)).isEmpty();
    }
}
