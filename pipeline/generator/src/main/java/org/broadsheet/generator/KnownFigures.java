package org.broadsheet.generator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Region;

/** The figures that follow from facts, in one go, by the last section of METRICS.md: from the country down. */
final class KnownFigures {
    /** The larger first: by value, by how much the bound claims, by reports. */
    private static final Comparator<KnownFact> LARGEST_FIRST = Comparator.comparing(KnownFact::value)
            .reversed()
            .thenComparing(KnownFact::bound)
            .thenComparing(Comparator.comparingInt(KnownFact::reports).reversed());

    private final Gazetteer gazetteer;
    private final Set<String> stocks;
    private final List<KnownFigure> figures = new ArrayList<>();

    private record Topic(String metric, Span span, int day) {}

    /** @param stocks metrics that are stocks */
    KnownFigures(Gazetteer gazetteer, Set<String> stocks, List<KnownFact> facts) {
        this.gazetteer = gazetteer;
        this.stocks = stocks;
        Map<Topic, Map<Integer, List<KnownFact>>> topics = new HashMap<>();
        for (KnownFact fact : facts) {
            topics.computeIfAbsent(new Topic(fact.metric(), fact.span(), fact.day()), none -> new HashMap<>())
                    .computeIfAbsent(fact.region(), none -> new ArrayList<>())
                    .add(fact);
        }
        topics.forEach((topic, regions) -> figure(Gazetteer.COUNTRY, topic, regions, spoken(regions.keySet())));
    }

    List<KnownFigure> figures() {
        return figures;
    }

    /** Regions that facts are about, and those that hold them. */
    private Set<Integer> spoken(Set<Integer> regions) {
        Set<Integer> spoken = new HashSet<>();
        for (int region : regions) {
            Optional<Region> at = gazetteer.region(region);
            while (at.isPresent() && spoken.add(at.get().code())) {
                at = gazetteer.parent(at.get().code());
            }
        }
        return spoken;
    }

    private Optional<KnownFigure> figure(
            int region, Topic topic, Map<Integer, List<KnownFact>> facts, Set<Integer> spoken) {
        if (!spoken.contains(region)) {
            return Optional.empty();
        }
        List<Region> children = gazetteer.children(region);
        List<KnownFigure> parts = new ArrayList<>();
        children.forEach(child -> figure(child.code(), topic, facts, spoken).ifPresent(parts::add));
        List<KnownFact> here = facts.getOrDefault(region, List.of());
        Optional<KnownFact> stated =
                here.stream().filter(fact -> fact.place().isEmpty()).min(LARGEST_FIRST);
        if (stated.isEmpty()) {
            outermost(here).forEach(fact -> parts.add(stated(fact, 0)));
        }
        KnownFigure figure =
                stated.isPresent() ? stated(stated.get(), children.size()) : sum(region, topic, parts, children.size());
        figures.add(figure);
        return Optional.of(figure);
    }

    private static List<KnownFact> outermost(List<KnownFact> facts) {
        return facts.stream()
                .map(KnownFact::place)
                .distinct()
                .filter(place ->
                        facts.stream().noneMatch(fact -> place.startsWith(fact.place()) && !place.equals(fact.place())))
                .map(place -> facts.stream()
                        .filter(fact -> fact.place().equals(place))
                        .min(LARGEST_FIRST)
                        .orElseThrow())
                .toList();
    }

    private static KnownFigure stated(KnownFact fact, int partsOf) {
        return new KnownFigure(
                fact.region(),
                fact.metric(),
                fact.span(),
                fact.day(),
                fact.value(),
                fact.bound(),
                true,
                0,
                partsOf,
                fact.reports());
    }

    private KnownFigure sum(int region, Topic topic, List<KnownFigure> parts, int partsOf) {
        BigDecimal value = BigDecimal.ZERO;
        int reports = Integer.MAX_VALUE;
        for (KnownFigure part : parts) {
            value = value.add(part.value());
            reports = Math.min(reports, part.reports());
        }
        BigDecimal plain = value.stripTrailingZeros();
        boolean atLeast =
                parts.size() < partsOf && (stocks.contains(topic.metric()) || topic.span() == Span.CUMULATIVE);
        return new KnownFigure(
                region,
                topic.metric(),
                topic.span(),
                topic.day(),
                plain.scale() < 0 ? plain.setScale(0) : plain,
                atLeast ? Bound.OVER : bound(parts),
                false,
                parts.size(),
                partsOf,
                reports);
    }

    private static Bound bound(List<KnownFigure> parts) {
        Set<Bound> bounds = new HashSet<>();
        parts.forEach(part -> bounds.add(part.bound()));
        bounds.remove(Bound.EXACT);
        if (bounds.isEmpty()) {
            return Bound.EXACT;
        }
        return bounds.size() == 1 ? bounds.iterator().next() : Bound.ABOUT;
    }
}
