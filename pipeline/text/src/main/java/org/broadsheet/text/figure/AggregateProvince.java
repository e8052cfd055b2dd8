package org.broadsheet.text.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.metric.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the counties, cities and the province from the facts of one province, metric, scope and day, in one step: with
 * 795 test sites of 迎泽区, those of 太原市 and 山西省.
 *
 * <p>Independent of order: it sums weights per statement and sends on f(after) − f(before) of each figure.
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

    /** The key of {@code aggregate-province}: province, metric, scope and day of the fact. */
    public static Long key(FactChange change) {
        return FigureKey.of(change.either())
                .packed(RegionTree.province(change.either().region()));
    }

    /**
     * What follows from a fact.
     *
     * @param kept what is kept from now on; null where nothing is
     * @param figures those that changed, from the fact's own region upwards to the province
     * @param country what the country's figure is to be made of
     */
    public record Outcome(byte @Nullable [] kept, List<FigureChange> figures, List<CountryPart> country) {}

    /**
     * Puts a fact in or takes it out, and says what follows. A fact about the country itself goes on as it is.
     *
     * @param held what was kept so far of this province, metric, scope and day; null where nothing was
     */
    public Outcome apply(byte @Nullable [] held, FactChange change) {
        int region = change.either().region();
        if (region == RegionTree.COUNTRY) {
            return new Outcome(null, List.of(), List.of(new CountryPart(change, null)));
        }
        PlacedStatement out = change.before() == null ? null : PlacedStatement.of(change.before());
        PlacedStatement in = change.after() == null ? null : PlacedStatement.of(change.after());
        if (Objects.equals(out, in)) {
            return new Outcome(held, List.of(), List.of());
        }
        Statements statements = Statements.read(held);
        FigureKey key = FigureKey.of(change.either());
        ProvinceFigures before = figures(statements, key);
        statements.change(out, in);
        List<FigureChange> changes = changes(region, before, figures(statements, key));
        return new Outcome(statements.toBytes(), changes, country(changes));
    }

    private List<CountryPart> country(List<FigureChange> changes) {
        List<CountryPart> parts = new ArrayList<>(1);
        for (FigureChange change : changes) {
            if (tree.parent(change.either().region()) == RegionTree.COUNTRY) {
                parts.add(new CountryPart(null, change));
            }
        }
        return parts;
    }

    private ProvinceFigures figures(Statements statements, FigureKey key) {
        Kind kind = Objects.requireNonNull(
                kinds.get(key.metric()), () -> "no metric " + key.metric() + " in the catalogue");
        return new ProvinceFigures(tree, key, kind, statements.present());
    }

    /** Where a region's figure stays, so do those above it. */
    private List<FigureChange> changes(int lowest, ProvinceFigures before, ProvinceFigures after) {
        List<FigureChange> changes = new ArrayList<>();
        int region = lowest;
        while (region != 0 && region != RegionTree.COUNTRY) {
            Figure was = before.figure(region);
            Figure is = after.figure(region);
            if (Objects.equals(was, is)) {
                return changes;
            }
            changes.add(new FigureChange(was, is));
            region = tree.parent(region);
        }
        return changes;
    }
}
