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
    public String key(FactChange change) {
        Fact fact = fact(change);
        return tree.province(fact.region()) + "/" + FigureKey.of(fact).text();
    }

    /**
     * Puts a fact in or takes it out, and says which figures follow.
     *
     * @param regions what is kept of each region of this province, metric, scope and day
     * @return the figures that changed, from the fact's own region upwards
     */
    public List<FigureChange> apply(Cells<Integer, RegionFacts> regions, FactChange change) {
        Fact fact = fact(change);
        FigureKey key = FigureKey.of(fact);
        int region = fact.region();
        RegionFacts kept = held(regions, region).plus(change);
        store(regions, region, kept);
        List<FigureChange> changes = new ArrayList<>();
        int last = tree.province(region);
        while (true) {
            Optional<FigureChange> changed = refresh(regions, region, key);
            if (changed.isEmpty()) {
                return changes;
            }
            changes.add(changed.get());
            if (region == last) {
                return changes;
            }
            region = tree.parent(region);
        }
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

    private static Fact fact(FactChange change) {
        return change.after() != null ? change.after() : Objects.requireNonNull(change.before());
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
