package org.broadsheet.text.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.broadsheet.text.metric.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The figure of one region from the statements about it and the figures of its children: the largest statement about the
 * region itself; where nothing is stated, the sum of its parts.
 */
final class FigureRule {
    private final int region;
    private final FigureKey key;
    private final Kind kind;
    private final int partsOf;

    /**
     * @param kind whether the metric is a stock or a flow
     * @param partsOf how many child regions the region has
     */
    FigureRule(int region, FigureKey key, Kind kind, int partsOf) {
        this.region = region;
        this.key = key;
        this.kind = kind;
        this.partsOf = partsOf;
    }

    /**
     * @param statements all about the region on that day, with and without place
     * @param children the figures that its children have on that day
     */
    Optional<Figure> figure(List<PlacedStatement> statements, List<Statement> children) {
        Statement stated = stated(statements);
        if (stated != null) {
            return Optional.of(figure(stated, Basis.STATED, 0));
        }
        List<Statement> parts = new ArrayList<>(outermostPlaces(statements));
        parts.addAll(children);
        return parts.isEmpty() ? Optional.empty() : Optional.of(figure(sum(parts), Basis.PARTS, parts.size()));
    }

    /** The largest about the whole region. */
    private static @Nullable Statement stated(List<PlacedStatement> statements) {
        Statement largest = null;
        for (PlacedStatement each : statements) {
            if (each.place().isEmpty()) {
                largest = largest == null ? each.statement() : Statement.larger(largest, each.statement());
            }
        }
        return largest;
    }

    private Figure figure(Statement statement, Basis basis, int parts) {
        return new Figure(
                region,
                key.metric(),
                key.scope(),
                key.day(),
                statement.value(),
                statement.modifier(),
                basis,
                parts,
                partsOf,
                statement.reports());
    }

    private Statement sum(List<Statement> parts) {
        BigDecimal value = BigDecimal.ZERO;
        int reports = Integer.MAX_VALUE;
        for (Statement part : parts) {
            value = value.add(part.value());
            reports = Math.min(reports, part.reports());
        }
        return new Statement(value, modifier(parts), reports);
    }

    private Modifier modifier(List<Statement> parts) {
        if (parts.size() < partsOf && (kind == Kind.STOCK || key.scope() == Scope.CUMULATIVE)) {
            return Modifier.OVER;
        }
        Modifier bound = Modifier.EXACT;
        for (Statement part : parts) {
            Modifier own = part.modifier();
            if (own != Modifier.EXACT && bound != Modifier.EXACT && own != bound) {
                return Modifier.ABOUT;
            }
            bound = own == Modifier.EXACT ? bound : own;
        }
        return bound;
    }

    /** The largest statement of each place that lies in no other place named: 锦纶街道乐平社区 lies in 锦纶街道. */
    private static List<Statement> outermostPlaces(List<PlacedStatement> statements) {
        Map<String, Statement> largest = new TreeMap<>();
        for (PlacedStatement each : statements) {
            if (!each.place().isEmpty()) {
                largest.merge(each.place(), each.statement(), Statement::larger);
            }
        }
        List<Statement> outermost = new ArrayList<>();
        String outer = "";
        for (Map.Entry<String, Statement> place : largest.entrySet()) {
            // Sorted, so whatever lies in a place follows it at once.
            if (outer.isEmpty() || !place.getKey().startsWith(outer)) {
                outer = place.getKey();
                outermost.add(place.getValue());
            }
        }
        return outermost;
    }
}
