package org.broadsheet.text.figure;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.metric.Kind;
import org.jspecify.annotations.Nullable;

/** The country's figure of one metric, scope and day: stated, or summed over the provinces' figures. */
public final class AggregateCountry {
    private final Map<String, Kind> kinds;
    private final int provinces;

    /**
     * Makes the step.
     *
     * @param kinds of each metric of the catalogue whether it is a stock or a flow
     */
    public AggregateCountry(RegionTree tree, Map<String, Kind> kinds) {
        this.kinds = Map.copyOf(kinds);
        this.provinces = tree.children(RegionTree.COUNTRY).size();
    }

    /** The key of {@code aggregate-country}: metric, scope and day, as one stable text. */
    public static String key(CountryPart part) {
        return figureKey(part).text();
    }

    /**
     * What follows from a part.
     *
     * @param kept what is kept from now on
     * @param change the country's figure before and after, if it changed
     */
    public record Outcome(CountryFacts kept, Optional<FigureChange> change) {}

    /**
     * Puts a part in or takes it out, and says what follows.
     *
     * @param held what was kept so far; null where there was nothing
     */
    public Outcome apply(@Nullable CountryFacts held, CountryPart part) {
        CountryFacts before = held == null ? CountryFacts.NONE : held;
        CountryFacts sum = part.fact() != null
                ? before.with(before.country().plus(part.fact()))
                : before.plus(Objects.requireNonNull(part.province()));
        FigureKey key = figureKey(part);
        Kind kind = Objects.requireNonNull(kinds.get(key.metric()), () -> "no metric " + key.metric());
        @Nullable
        Figure after = new FigureRule(RegionTree.COUNTRY, key, kind, provinces)
                .figure(sum.country().present(), sum.parts())
                .orElse(null);
        Optional<FigureChange> change = Objects.equals(sum.figure(), after)
                ? Optional.empty()
                : Optional.of(new FigureChange(sum.figure(), after));
        return new Outcome(sum.with(sum.country().with(after)), change);
    }

    private static FigureKey figureKey(CountryPart part) {
        FactChange fact = part.fact();
        return fact != null
                ? FigureKey.of(fact.either())
                : FigureKey.of(Objects.requireNonNull(part.province()).either());
    }
}
