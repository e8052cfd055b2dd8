package org.broadsheet.text.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The places of single sentences ({@code sentences.tsv}), and of sentences after others. */
class PlaceFinderTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final PlaceFinder FINDER = new PlaceFinder(GAZETTEER);

    static Stream<Arguments> sentences() {
        return GazetteerFiles.rows("sentences.tsv").stream()
                .map(row -> Arguments.of(Integer.parseInt(row[0]), row[1], row[2]));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void findsThePlacesOf(int home, String sentence, String expected) {
        List<Spot> spots = FINDER.find(sentence, new PlaceContext(home));
        assertThat(written(sentence, spots)).isEqualTo(expected);
        assertInOrder(sentence, spots);
    }

    @Test
    void remembersTheStreetOfACommunity() {
        PlaceContext context = new PlaceContext(140700);
        FINDER.find("榆次区西南街道新集街社区党委书记忙碌起来。", context);
        assertThat(places("新集街社区所辖小区22个，该社区行动。", context)).containsExactly("140702 西南街道新集街社区", "140702 西南街道新集街社区");
        assertThat(places("顺城街社区常住人口3855户。", context)).containsExactly("140702 西南街道顺城街社区");
        assertThat(places("锦纶街道的乐平社区也行动。", context)).containsExactly("140702 锦纶街道", "140702 锦纶街道乐平社区");
        assertThat(places("太谷区明星社区设点。", context)).containsExactly("140703 明星社区");
        assertThat(places("新集街社区设点。", context)).containsExactly("140702 西南街道新集街社区");
    }

    @Test
    void tellsTheStreetOfACommunityFromTheOneNamedBefore() {
        PlaceContext context = new PlaceContext(140100);
        FINDER.find("在迎泽区老军营街道，党员穿上红马甲。", context);
        assertThat(places("骆静是文庙社区的居民。", context)).containsExactly("140106 文庙社区");
    }

    @Test
    void resolvesSharedNamesByWhatWasNamedJustBefore() {
        PlaceContext context = new PlaceContext(130400);
        FINDER.find("6月12日，北京市新增33例。", context);
        assertThat(places("朝阳区27例，西城区4例。", context)).containsExactly("110105 ", "110102 ");
        assertThat(places("我市丛台区四季青街道设点，复兴区设点。", context)).containsExactly("130403 四季青街道", "130404 ");
    }

    @Test
    void pointsBackToACommunityOnlyWhenItIsFresh() {
        PlaceContext context = new PlaceContext(140700);
        FINDER.find("榆次区锦纶街道乐平社区行动。", context);
        assertThat(places("社区招募志愿者57名。", context)).containsExactly("140702 锦纶街道乐平社区");
        FINDER.find("会议要求。", context);
        FINDER.find("会议指出。", context);
        assertThat(places("社区是基本单元，社区招募志愿者。", context)).isEmpty();
    }

    @Test
    void everySharedNameResolvesUnderEachOfItsParents() {
        for (Region region : GAZETTEER.regions()) {
            if (region.level() != Level.COUNTY || GAZETTEER.named(region.name()).size() < 2) {
                continue;
            }
            String parent = GAZETTEER.parent(region.code()).orElseThrow().name();
            assertThat(places(parent + region.name() + "设点。", new PlaceContext(0)))
                    .as(parent + region.name())
                    .containsExactly(region.code() + " ");
        }
    }

    @Test
    void everyFullPathResolvesToItself() {
        for (Region region : GAZETTEER.regions()) {
            if (region.level() == Level.COUNTRY || region.level() == Level.ZONE) {
                continue;
            }
            StringBuilder path = new StringBuilder();
            for (Region at = region;
                    at.level() != Level.COUNTRY;
                    at = GAZETTEER.parent(at.code()).orElseThrow()) {
                path.insert(0, at.name());
            }
            assertThat(places(path + "，", new PlaceContext(0)))
                    .as(path.toString())
                    .containsExactly(region.code() + " ");
        }
    }

    @Test
    void takesLongAndStrangeText() {
        assertThat(FINDER.find("", new PlaceContext(140100))).isEmpty();
        assertThat(FINDER.find("\ud83d\ude00 <p> abc", new PlaceContext(999999)))
                .isEmpty();
        String villages = "村".repeat(20000) + "社区".repeat(20000) + "市".repeat(20000);
        assertInOrder(villages, FINDER.find(villages, new PlaceContext(0)));
    }

    private static List<String> places(String text, PlaceContext context) {
        return FINDER.find(text, context).stream()
                .map(spot -> spot.region() + " " + spot.place())
                .toList();
    }

    private static void assertInOrder(String text, List<Spot> spots) {
        int end = 0;
        for (Spot spot : spots) {
            assertThat(spot.start()).isGreaterThanOrEqualTo(end);
            assertThat(spot.end()).isGreaterThan(spot.start()).isLessThanOrEqualTo(text.length());
            end = spot.end();
        }
    }

    static String written(String text, List<Spot> spots) {
        return spots.stream().map(spot -> written(text, spot)).collect(Collectors.joining(" "));
    }

    /** {@code 太原市=140100}; place behind a colon, {@code ~} where it is pointed to, ! in an authority, !! in another institution. */
    static String written(String text, Spot spot) {
        String mark = switch (spot.institution()) {
            case NONE -> "";
            case AUTHORITY -> "!";
            case OTHER -> "!!";
        };
        return text.substring(spot.start(), spot.end()) + "=" + spot.region()
                + (spot.place().isEmpty() ? "" : ":" + spot.place())
                + (spot.why() == Why.ANAPHOR ? "~" : "") + mark;
    }
}
