package org.broadsheet.text.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.text.metric.Kind;
import org.jspecify.annotations.Nullable;

/** The figures that follow from the statements of one province, metric, scope and day: of 迎泽区, of 太原市. Not thread-safe. */
final class ProvinceFigures {
    private final RegionTree tree;
    private final FigureKey key;
    private final Kind kind;
    private final Map<Integer, List<PlacedStatement>> statements = new HashMap<>();
    private final Map<Integer, Set<Integer>> spoken = new HashMap<>();
    private final Map<Integer, @Nullable Figure> figures = new HashMap<>();

    ProvinceFigures(RegionTree tree, FigureKey key, Kind kind, List<PlacedStatement> all) {
        this.tree = tree;
        this.key = key;
        this.kind = kind;
        for (PlacedStatement each : all) {
            statements
                    .computeIfAbsent(each.region(), none -> new ArrayList<>(2))
                    .add(each);
        }
        statements.keySet().forEach(this::speak);
    }

    /** Of a region that is spoken of all regions above have a part. */
    private void speak(int lowest) {
        int region = lowest;
        int parent = tree.parent(region);
        while (parent != 0
                && parent != RegionTree.COUNTRY
                && spoken.computeIfAbsent(parent, none -> new HashSet<>(4)).add(region)) {
            region = parent;
            parent = tree.parent(region);
        }
    }

    /** The figure of a region, or null. */
    @Nullable
    Figure figure(int region) {
        if (figures.containsKey(region)) {
            return figures.get(region);
        }
        List<Statement> parts = new ArrayList<>();
        for (int child : spoken.getOrDefault(region, Set.of())) {
            Figure part = figure(child);
            if (part != null) {
                parts.add(Statement.of(part));
            }
        }
        Figure figure = new FigureRule(region, key, kind, tree.children(region).size())
                .figure(statements.getOrDefault(region, List.of()), parts)
                .orElse(null);
        figures.put(region, figure);
        return figure;
    }
}
