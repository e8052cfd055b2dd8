package org.broadsheet.text.figure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.text.fact.Weights;
import org.jspecify.annotations.Nullable;

/**
 * What {@code aggregate-country} keeps of one metric, scope and day.
 *
 * @param country the facts about the country itself, and its figure
 * @param provinces the provinces' figures with their weights
 */
public record CountryFacts(RegionFacts country, Map<Figure, Integer> provinces) {
    static final CountryFacts NONE = new CountryFacts(RegionFacts.NONE, Map.of());

    CountryFacts plus(FigureChange change) {
        return new CountryFacts(country, Weights.plus(provinces, change.before(), change.after()));
    }

    /** The figure of each province: while one is being replaced by another, the larger of the two. */
    List<Figure> parts() {
        Map<Integer, Figure> parts = new TreeMap<>();
        Weights.present(provinces).forEach(figure -> parts.merge(figure.region(), figure, CountryFacts::larger));
        return List.copyOf(parts.values());
    }

    private static Figure larger(Figure one, Figure other) {
        return Statement.BY_SIZE.compare(Statement.of(one), Statement.of(other)) >= 0 ? one : other;
    }

    CountryFacts with(RegionFacts newCountry) {
        return new CountryFacts(newCountry, provinces);
    }

    @Nullable
    Figure figure() {
        return country.figure();
    }

    /** Whether nothing is left to keep. */
    public boolean isEmpty() {
        return country.isEmpty() && provinces.isEmpty();
    }
}
