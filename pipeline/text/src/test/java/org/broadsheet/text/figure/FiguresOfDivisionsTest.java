package org.broadsheet.text.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.fact.Fact;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last section of METRICS.md with the divisions of the real gazetteer. */
class FiguresOfDivisionsTest {
    private static final int DAY = 19318;

    private final Map<Integer, String> figures = new TreeMap<>();
    private final Map<Long, byte[]> provinces = new HashMap<>();
    private final Map<Long, byte[]> countries = new HashMap<>();
    private AggregateProvince province;
    private AggregateCountry country;

    @BeforeEach
    void openRules() throws Exception {
        Path config = Path.of(System.getProperty("broadsheet.root")).resolve("config");
        TextRules rules = TextRules.read(config.resolve("metrics.yaml"), config.resolve("sources.yaml"));
        province = rules.aggregateProvince();
        country = rules.aggregateCountry();
    }

    @Test
    void aCountySaysSomethingOfItsCityItsProvinceAndTheCountry() {
        put(fact(140106, "", "795", Modifier.EXACT));
        assertThat(figures)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        140106, "795 exact stated 0/0",
                        140100, "795 over parts 1/10",
                        140000, "795 over parts 1/11",
                        100000, "795 over parts 1/34"));
    }

    /** 110100 and 429000 are placeholders (市辖区, 省直辖县级行政区划). */
    @Test
    void placeholdersAreSkipped() {
        put(fact(110101, "", "12", Modifier.EXACT));
        put(fact(429004, "", "30", Modifier.EXACT));
        assertThat(figures)
                .containsEntry(110101, "12 exact stated 0/0")
                .containsEntry(110000, "12 over parts 1/16")
                .containsEntry(429004, "30 exact stated 0/0")
                .containsEntry(420000, "30 over parts 1/17")
                .doesNotContainKeys(110100, 429000);
    }

    /** 太原's 综改示范区 lies in 小店区, where it is a place: it is neither a child of the city nor summed beside a district. */
    @Test
    void zonesAreNeverSummed() {
        put(fact(140105, "综改示范区", "7", Modifier.EXACT));
        put(fact(140105, "综改示范区正阳街", "3", Modifier.EXACT));
        assertThat(figures).containsEntry(140105, "7 exact parts 1/0").containsEntry(140100, "7 over parts 1/10");
        put(fact(140105, "", "5", Modifier.OVER));
        assertThat(figures).containsEntry(140105, "5 over stated 0/0").containsEntry(140100, "5 over parts 1/10");
    }

    @Test
    void whatIsStatedOfACityHidesItsPartsUntilItIsTakenBack() {
        Fact district = fact(140106, "", "795", Modifier.EXACT);
        Fact city = fact(140100, "", "2000", Modifier.ABOUT);
        put(district);
        put(city);
        assertThat(figures)
                .containsEntry(140100, "2000 about stated 0/10")
                .containsEntry(140000, "2000 over parts 1/11");
        take(city);
        assertThat(figures).containsEntry(140100, "795 over parts 1/10");
        take(district);
        assertThat(figures).isEmpty();
        assertThat(provinces).isEmpty();
        assertThat(countries).isEmpty();
    }

    @Test
    void ofAFlowAFewPartsAreWhatHappened() {
        put(flow(140106, "3", Scope.NEW));
        put(flow(140105, "4", Scope.NEW));
        assertThat(figures).containsEntry(140100, "7 exact parts 2/10");
        figures.clear();
        put(flow(140106, "30", Scope.CUMULATIVE));
        assertThat(figures).containsEntry(140100, "30 over parts 1/10");
    }

    @Test
    void aStatementAboutTheCountryIsTheCountrys() {
        put(fact(140106, "", "795", Modifier.EXACT));
        put(fact(100000, "", "90000", Modifier.OVER));
        assertThat(figures)
                .containsEntry(100000, "90000 over stated 0/34")
                .containsEntry(140000, "795 over parts 1/11");
    }

    private void put(Fact fact) {
        change(new FactChange(null, fact));
    }

    private void take(Fact fact) {
        change(new FactChange(fact, null));
    }

    private void change(FactChange change) {
        Long key = AggregateProvince.key(change);
        AggregateProvince.Outcome outcome = province.apply(provinces.get(key), change);
        keep(provinces, key, outcome.kept());
        outcome.figures().forEach(this::write);
        for (CountryPart part : outcome.country()) {
            Long countryKey = AggregateCountry.key(part);
            AggregateCountry.Outcome above = country.apply(countries.get(countryKey), part);
            keep(countries, countryKey, above.kept());
            above.change().ifPresent(this::write);
        }
    }

    private static void keep(Map<Long, byte[]> state, Long key, byte @org.jspecify.annotations.Nullable [] kept) {
        if (kept == null) {
            state.remove(key);
        } else {
            state.put(key, kept);
        }
    }

    private void write(FigureChange change) {
        Figure figure = change.after();
        if (figure == null) {
            figures.remove(change.either().region());
        } else {
            figures.put(
                    figure.region(),
                    figure.value().toPlainString() + " " + figure.modifier().label() + " "
                            + figure.basis().label() + " " + figure.parts() + "/" + figure.partsOf());
        }
    }

    private static Fact fact(int region, String place, String value, Modifier modifier) {
        return fact("test_sites", region, place, value, modifier, Scope.CURRENT);
    }

    private static Fact flow(int region, String value, Scope scope) {
        return fact("confirmed_cases", region, "", value, Modifier.EXACT, scope);
    }

    private static Fact fact(String metric, int region, String place, String value, Modifier modifier, Scope scope) {
        return new Fact(metric, region, place, scope, new BigDecimal(value), modifier, DAY, 1, 1, DAY, DAY);
    }
}
