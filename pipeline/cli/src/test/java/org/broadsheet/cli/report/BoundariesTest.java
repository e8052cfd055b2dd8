package org.broadsheet.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Level;
import org.broadsheet.text.place.Region;
import org.junit.jupiter.api.Test;

/** The outlines are those of the gazetteer's divisions, by their codes: 140106 is 迎泽区. */
class BoundariesTest {
    private static final int LINE_NUMBER_OF_NONE = 0;

    private final Gazetteer gazetteer = Gazetteer.load();
    private final JsonNode boundaries = read();

    @Test
    void eachProvinceAndEachPrefectureHasAnOutline() {
        assertThat(without("province", Level.PROVINCE)).isEmpty();
        assertThat(without("prefecture", Level.PREFECTURE)).isEmpty();
    }

    /** Four districts of 大兴安岭 that lie in 内蒙古, and reefs: nobody draws them. */
    @Test
    void theCountiesWithoutOutlineAreThese() {
        assertThat(without("county", Level.COUNTY)).containsExactly("232761", "232762", "232763", "232764", "460323");
    }

    @Test
    void noOutlineIsOfAnythingElse() {
        for (String layer : List.of("province", "prefecture", "county")) {
            assertThat(codes(layer))
                    .allSatisfy(code -> assertThat(gazetteer.region(Integer.parseInt(code)))
                            .as(code)
                            .isPresent());
        }
    }

    @Test
    void eachRingIsMadeOfLinesThatAreThere() {
        for (JsonNode layer : boundaries) {
            int lines = layer.get("lines").size();
            List<Integer> numbers = new ArrayList<>();
            layer.get("shapes").forEach(shape -> collect(shape, numbers));
            assertThat(numbers)
                    .isNotEmpty()
                    .allSatisfy(number -> assertThat(number < LINE_NUMBER_OF_NONE ? ~number : number)
                            .isBetween(0, lines - 1));
        }
    }

    /** The dashes of the South China Sea, and the border in the Pamir. */
    @Test
    void theCountryHasItsDashes() {
        JsonNode dashes = boundaries.get("dashes").get("shapes");
        assertThat(dashes).hasSize(2);
        assertThat(Stream.of(dashes.get("0"), dashes.get("1")).map(JsonNode::size))
                .containsExactlyInAnyOrder(10, 1);
    }

    private static void collect(JsonNode shape, List<Integer> numbers) {
        if (shape.isArray()) {
            shape.forEach(part -> collect(part, numbers));
        } else {
            numbers.add(shape.asInt());
        }
    }

    private Set<String> without(String layer, Level level) {
        Set<String> codes = new TreeSet<>();
        gazetteer.regions().stream()
                .filter(region -> region.level() == level)
                .map(Region::code)
                .map(String::valueOf)
                .forEach(codes::add);
        codes.removeAll(codes(layer));
        return codes;
    }

    private Set<String> codes(String layer) {
        Set<String> codes = new TreeSet<>();
        boundaries.get(layer).get("shapes").fieldNames().forEachRemaining(codes::add);
        return codes;
    }

    private static JsonNode read() {
        try (InputStream packed = Objects.requireNonNull(ReportPage.class.getResourceAsStream("boundaries.json.gz"));
                InputStream text = new GZIPInputStream(packed)) {
            return new ObjectMapper().readTree(text);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
