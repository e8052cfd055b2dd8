package org.broadsheet.text.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.metric.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The country's figure of one metric, scope and day: stated, or summed over the provinces' figures, as 14亿 {@code
 * residents} by a census.
 */
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

    /** The key of {@code aggregate-country}: metric, scope and day. */
    public static Long key(CountryPart part) {
        return figureKey(part).packed(RegionTree.COUNTRY);
    }

    /**
     * What follows from a part.
     *
     * @param kept what is kept from now on; null where nothing is
     * @param change the country's figure before and after, if it changed
     */
    public record Outcome(byte @Nullable [] kept, Optional<FigureChange> change) {}

    /**
     * Puts a part in or takes it out, and says what follows.
     *
     * @param held what was kept so far; null where there was nothing
     */
    public Outcome apply(byte @Nullable [] held, CountryPart part) {
        PlacedStatement out = before(part);
        PlacedStatement in = after(part);
        if (Objects.equals(out, in)) {
            return new Outcome(held, Optional.empty());
        }
        Statements statements = Statements.read(held);
        FigureKey key = figureKey(part);
        Figure was = figure(statements, key);
        statements.change(out, in);
        Figure is = figure(statements, key);
        Optional<FigureChange> change =
                Objects.equals(was, is) ? Optional.empty() : Optional.of(new FigureChange(was, is));
        return new Outcome(statements.toBytes(), change);
    }

    private @Nullable Figure figure(Statements statements, FigureKey key) {
        Kind kind = Objects.requireNonNull(kinds.get(key.metric()), () -> "no metric " + key.metric());
        List<PlacedStatement> country = new ArrayList<>();
        Map<Integer, Statement> parts = new TreeMap<>();
        for (PlacedStatement each : statements.present()) {
            if (each.region() == RegionTree.COUNTRY) {
                country.add(each);
            } else {
                // While the figure of a province is being replaced by another, the larger of the two.
                parts.merge(each.region(), each.statement(), Statement::larger);
            }
        }
        return new FigureRule(RegionTree.COUNTRY, key, kind, provinces)
                .figure(country, List.copyOf(parts.values()))
                .orElse(null);
    }

    private static @Nullable PlacedStatement before(CountryPart part) {
        if (part.fact() != null) {
            return part.fact().before() == null
                    ? null
                    : PlacedStatement.of(part.fact().before());
        }
        Figure before = Objects.requireNonNull(part.province()).before();
        return before == null ? null : PlacedStatement.of(before);
    }

    private static @Nullable PlacedStatement after(CountryPart part) {
        if (part.fact() != null) {
            return part.fact().after() == null
                    ? null
                    : PlacedStatement.of(part.fact().after());
        }
        Figure after = Objects.requireNonNull(part.province()).after();
        return after == null ? null : PlacedStatement.of(after);
    }

    private static FigureKey figureKey(CountryPart part) {
        FactChange fact = part.fact();
        return fact != null
                ? FigureKey.of(fact.either())
                : FigureKey.of(Objects.requireNonNull(part.province()).either());
    }
}
