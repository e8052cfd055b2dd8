package org.broadsheet.text.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.text.fact.Cells;
import org.broadsheet.text.fact.Fact;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.metric.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the counties, cities and the province from the facts of one province, metric, scope and day, in one step.
 *
 * <p>Independent of order: it sums weights per fact and sends on f(after) − f(before) of each figure.
 */
public final class AggregateProvince {
    private final RegionTree tree;
    private final Map<String, Kind> kinds;

    /**
     * Makes the step.
     *
     * @param kinds of each metric of the catalogue whether it is a stock or a flow
     */
    public AggregateProvince(RegionTree tree, Map<String, Kind> kinds) {
        this.tree = tree;
        this.kinds = Map.copyOf(kinds);
    }

    /** The key of {@code aggregate-province}: province, metric, scope and day of the fact, as one stable text. */
    public static String key(FactChange change) {
        Fact fact = change.either();
        return RegionTree.province(fact.region()) + "/" + FigureKey.of(fact).text();
    }

    /**
     * What follows from a fact.
     *
     * @param figures those that changed, from the fact's own region upwards to the province
     * @param country what the country's figure is to be made of
     */
    public record Outcome(List<FigureChange> figures, List<CountryPart> country) {}

    /**
     * Puts a fact in or takes it out, and says what follows. A fact about the country itself goes on as it is.
     *
     * @param regions what is kept of each region of this province, metric, scope and day
     */
    public Outcome apply(Cells<Integer, RegionFacts> regions, FactChange change) {
        int region = change.either().region();
        if (region == RegionTree.COUNTRY) {
            return new Outcome(List.of(), List.of(new CountryPart(change, null)));
        }
        store(regions, region, held(regions, region).plus(change));
        List<FigureChange> figures = refreshUpwards(regions, region, FigureKey.of(change.either()));
        List<CountryPart> country = figures.stream()
                .filter(figure -> tree.parent(figure.either().region()) == RegionTree.COUNTRY)
                .map(figure -> new CountryPart(null, figure))
                .toList();
        return new Outcome(figures, country);
    }

    private List<FigureChange> refreshUpwards(Cells<Integer, RegionFacts> regions, int lowest, FigureKey key) {
        List<FigureChange> changes = new ArrayList<>();
        int region = lowest;
        Optional<FigureChange> changed = refresh(regions, region, key);
        while (changed.isPresent()) {
            changes.add(changed.get());
            region = tree.parent(region);
            changed = region == RegionTree.COUNTRY ? Optional.empty() : refresh(regions, region, key);
        }
        return changes;
    }

    private Optional<FigureChange> refresh(Cells<Integer, RegionFacts> regions, int region, FigureKey key) {
        RegionFacts kept = held(regions, region);
        List<Integer> children = tree.children(region);
        List<Figure> parts = children.stream()
                .flatMap(child -> Stream.ofNullable(held(regions, child).figure()))
                .toList();
        @Nullable
        Figure after = new FigureRule(region, key, kind(key.metric()), children.size())
                .figure(kept.present(), parts)
                .orElse(null);
        if (Objects.equals(kept.figure(), after)) {
            return Optional.empty();
        }
        store(regions, region, kept.with(after));
        return Optional.of(new FigureChange(kept.figure(), after));
    }

    private Kind kind(String metric) {
        return Objects.requireNonNull(kinds.get(metric), () -> "no metric " + metric + " in the catalogue");
    }

    private static RegionFacts held(Cells<Integer, RegionFacts> regions, int region) {
        RegionFacts held = regions.get(region);
        return held == null ? RegionFacts.NONE : held;
    }

    private static void store(Cells<Integer, RegionFacts> regions, int region, RegionFacts kept) {
        if (kept.isEmpty()) {
            regions.remove(region);
        } else {
            regions.put(region, kept);
        }
    }
}
