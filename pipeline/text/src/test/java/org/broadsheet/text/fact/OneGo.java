package org.broadsheet.text.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.broadsheet.text.figure.Basis;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.figure.FigureKey;
import org.broadsheet.text.figure.RegionTree;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.broadsheet.text.metric.Kind;
import org.jspecify.annotations.Nullable;

/** The same answer computed in one go from the set, by another hand: sets and sorting, no weights, no steps. */
final class OneGo {
    private final RegionTree tree = new Provinces();
    private final Map<Reference, Fact> facts = new TreeMap<>();
    private final Map<String, String> fates = new TreeMap<>();

    OneGo(List<PageElements> pages) {
        Map<String, PageElements> holding = new HashMap<>();
        for (PageElements page : pages) {
            holding.merge(page.pageKey(), page, (one, other) -> one.id().compareTo(other.id()) > 0 ? one : other);
        }
        List<Element> all = holding.values().stream()
                .flatMap(page -> page.elements().stream())
                .sorted(Comparator.comparingInt(Element::published)
                        .thenComparing(Element::pageKey)
                        .thenComparing(Element::number))
                .toList();
        Map<Element, Element> roots = new HashMap<>();
        for (Element element : all) {
            if (element.fate() == Fate.COUNTED) {
                Element original = all.stream()
                        .filter(other -> other.fate() == Fate.COUNTED && reprinted(element, other))
                        .findFirst()
                        .orElse(element);
                roots.put(element, original.equals(element) ? element : roots.get(original));
                fates.put(name(element), original.equals(element) ? "counted" : "reprinted");
            } else {
                fates.put(name(element), element.fate().label());
            }
        }
        Map<String, List<Element>> byFact = new HashMap<>();
        roots.forEach((element, root) -> byFact.computeIfAbsent(
                        root.claim() + root.place() + root.modifier() + root.day(), none -> new ArrayList<>())
                .add(element));
        byFact.values().forEach(reports -> add(reports, roots));
    }

    /** DESIGN.md's sentence, word for word. */
    private static boolean reprinted(Element later, Element earlier) {
        int days = later.published() - earlier.published();
        boolean sameClaim = later.claim().equals(earlier.claim());
        boolean conflict =
                !later.place().contains(earlier.place()) && !earlier.place().contains(later.place());
        return sameClaim
                && !later.paper().equals(earlier.paper())
                && days > 0
                && days <= 30
                && !conflict
                && !later.dayStated()
                && later.signature().isSimilarTo(earlier.signature());
    }

    private static String name(Element element) {
        return element.page() + "/" + element.number();
    }

    private void add(List<Element> reports, Map<Element, Element> roots) {
        Element any = java.util.Objects.requireNonNull(roots.get(reports.get(0)));
        Set<String> papers = new HashSet<>();
        reports.forEach(element -> papers.add(element.paper()));
        Fact fact = new Fact(
                any.metric(),
                any.region(),
                any.place(),
                any.scope(),
                any.value(),
                any.modifier(),
                any.day(),
                papers.size(),
                reports.size(),
                reports.stream().mapToInt(Element::published).min().orElseThrow(),
                reports.stream().mapToInt(Element::published).max().orElseThrow());
        facts.put(fact.reference(), fact);
    }

    /** What became of each mention of the pages that hold. */
    Map<String, String> fates() {
        return fates;
    }

    Map<Reference, Fact> facts() {
        return facts;
    }

    Map<String, Figure> figures() {
        Map<String, Figure> figures = new TreeMap<>();
        Set<FigureKey> keys = facts.values().stream().map(FigureKey::of).collect(Collectors.toSet());
        for (FigureKey key : keys) {
            collect(RegionTree.COUNTRY, key, figures);
        }
        return figures;
    }

    private @Nullable Figure collect(int region, FigureKey key, Map<String, Figure> figures) {
        List<Figure> parts = new ArrayList<>();
        for (int child : tree.children(region)) {
            Figure part = collect(child, key, figures);
            if (part != null) {
                parts.add(part);
            }
        }
        List<Fact> here = facts.values().stream()
                .filter(fact -> fact.region() == region && FigureKey.of(fact).equals(key))
                .toList();
        List<Fact> stated = here.stream()
                .filter(fact -> fact.place().isEmpty())
                .sorted(largestFirst())
                .toList();
        Figure figure = null;
        if (!stated.isEmpty()) {
            Fact best = stated.get(0);
            figure = figure(region, key, best.value(), best.modifier(), Basis.STATED, 0, best.reports());
        } else {
            places(here)
                    .forEach(fact -> parts.add(
                            figure(region, key, fact.value(), fact.modifier(), Basis.STATED, 0, fact.reports())));
            figure = parts.isEmpty() ? null : sum(region, key, parts);
        }
        if (figure != null) {
            figures.put(region + "/" + key.text(), figure);
        }
        return figure;
    }

    private static List<Fact> places(List<Fact> here) {
        Set<String> names = here.stream().map(Fact::place).collect(Collectors.toSet());
        return names.stream()
                .filter(name -> names.stream().noneMatch(outer -> !outer.equals(name) && name.startsWith(outer)))
                .map(name -> here.stream()
                        .filter(fact -> fact.place().equals(name))
                        .min(largestFirst())
                        .orElseThrow())
                .toList();
    }

    private static Comparator<Fact> largestFirst() {
        return Comparator.comparing(Fact::value)
                .reversed()
                .thenComparing(Fact::modifier)
                .thenComparing(Comparator.comparing(Fact::reports).reversed());
    }

    private Figure sum(int region, FigureKey key, List<Figure> parts) {
        BigDecimal value = BigDecimal.ZERO;
        Set<Modifier> modifiers = new HashSet<>();
        int reports = Integer.MAX_VALUE;
        for (Figure part : parts) {
            value = value.add(part.value());
            modifiers.add(part.modifier());
            reports = Math.min(reports, part.reports());
        }
        modifiers.remove(Modifier.EXACT);
        boolean covers = parts.size() >= tree.children(region).size();
        boolean grows = Provinces.KINDS.get(key.metric()) == Kind.STOCK || key.scope() == Scope.CUMULATIVE;
        Modifier modifier;
        if (!covers && grows) {
            modifier = Modifier.OVER;
        } else if (modifiers.isEmpty()) {
            modifier = Modifier.EXACT;
        } else {
            modifier =
                    modifiers.size() > 1 ? Modifier.ABOUT : modifiers.iterator().next();
        }
        return figure(region, key, value, modifier, Basis.PARTS, parts.size(), reports);
    }

    private Figure figure(
            int region, FigureKey key, BigDecimal value, Modifier modifier, Basis basis, int parts, int reports) {
        int partsOf = tree.children(region).size();
        return new Figure(
                region, key.metric(), key.scope(), key.day(), value, modifier, basis, parts, partsOf, reports);
    }
}
