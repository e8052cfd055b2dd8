package org.broadsheet.generator;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.fact.Cells;
import org.broadsheet.text.fact.ElementChange;
import org.broadsheet.text.fact.Fact;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.HeldPage;
import org.broadsheet.text.fact.MentionRow;
import org.broadsheet.text.fact.MergeReports;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.fact.Reference;
import org.broadsheet.text.fact.ResolveRevisions;
import org.broadsheet.text.figure.AggregateCountry;
import org.broadsheet.text.figure.AggregateProvince;
import org.broadsheet.text.figure.CountryPart;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.figure.FigureChange;
import org.jspecify.annotations.Nullable;

/** The keyed steps in a row, without Flink, and the tables that they write. */
final class KeyedSteps {
    private final MergeReports mergeReports = new MergeReports();
    private final AggregateProvince aggregateProvince;
    private final AggregateCountry aggregateCountry;
    private final Map<Reference, byte[]> pages = new HashMap<>();
    private final Map<Reference, Map<Long, byte[]>> claims = new HashMap<>();
    private final Map<Long, byte[]> provinces = new HashMap<>();
    private final Map<Long, byte[]> countries = new HashMap<>();

    private final Map<String, MentionRow> mentions = new TreeMap<>();
    private final Map<Reference, Fact> facts = new HashMap<>();
    private final Map<String, Figure> figures = new HashMap<>();

    KeyedSteps(TextRules rules) {
        this.aggregateProvince = rules.aggregateProvince();
        this.aggregateCountry = rules.aggregateCountry();
    }

    void deliver(PageElements page) {
        byte[] before = pages.get(page.name());
        ResolveRevisions.Resolution resolution =
                ResolveRevisions.resolve(before == null ? null : HeldPage.read(before), page);
        pages.put(page.name(), resolution.held().toBytes());
        resolution.changes().forEach(this::merge);
    }

    private void merge(ElementChange change) {
        Map<Long, byte[]> claim = claims.computeIfAbsent(change.claim(), none -> new HashMap<>());
        MergeReports.Outcome outcome = mergeReports.apply(Cells.over(claim), change);
        outcome.mentions().forEach(this::write);
        outcome.facts().forEach(this::aggregate);
    }

    private void aggregate(FactChange change) {
        write(change);
        Long key = AggregateProvince.key(change);
        AggregateProvince.Outcome outcome = aggregateProvince.apply(provinces.get(key), change);
        keep(provinces, key, outcome.kept());
        outcome.figures().forEach(this::write);
        outcome.country().forEach(this::aggregateCountry);
    }

    private void aggregateCountry(CountryPart part) {
        Long key = AggregateCountry.key(part);
        AggregateCountry.Outcome outcome = aggregateCountry.apply(countries.get(key), part);
        keep(countries, key, outcome.kept());
        outcome.change().ifPresent(this::write);
    }

    private static void keep(Map<Long, byte[]> state, Long key, byte @Nullable [] kept) {
        if (kept == null) {
            state.remove(key);
        } else {
            state.put(key, kept);
        }
    }

    private void write(MentionRow row) {
        if (row.said() == null) {
            mentions.remove(row.page() + " " + row.number());
        } else {
            mentions.put(row.page() + " " + row.number(), row);
        }
    }

    private void write(FactChange change) {
        if (change.after() == null) {
            facts.remove(change.either().reference());
        } else {
            facts.put(change.either().reference(), change.after());
        }
    }

    private void write(FigureChange change) {
        Figure figure = change.either();
        String key = String.join(
                " ",
                Integer.toString(figure.region()),
                figure.metric(),
                figure.scope().label(),
                Integer.toString(figure.day()));
        if (change.after() == null) {
            figures.remove(key);
        } else {
            figures.put(key, change.after());
        }
    }

    /** What became of each mention: reference of the page, number, fate. */
    Collection<String> fates() {
        return mentions.entrySet().stream()
                .map(row -> row.getKey() + " "
                        + Objects.requireNonNull(row.getValue().said()).fate().label())
                .toList();
    }

    /** As {@link KnownFact#line()} has them, sorted. */
    SortedSet<String> facts() {
        SortedSet<String> lines = new TreeSet<>();
        for (Fact fact : facts.values()) {
            lines.add(String.join(
                    "|",
                    fact.metric(),
                    Integer.toString(fact.region()),
                    fact.place(),
                    fact.scope().label(),
                    fact.value().toPlainString(),
                    fact.modifier().label(),
                    Days.iso(fact.day()),
                    Integer.toString(fact.reports()),
                    Integer.toString(fact.mentions()),
                    Days.iso(fact.firstPublished()),
                    Days.iso(fact.lastPublished())));
        }
        return lines;
    }

    /** As {@link KnownFigure#line()} has them, sorted. */
    SortedSet<String> figures() {
        SortedSet<String> lines = new TreeSet<>();
        for (Figure figure : figures.values()) {
            lines.add(String.join(
                    "|",
                    Integer.toString(figure.region()),
                    figure.metric(),
                    figure.scope().label(),
                    Days.iso(figure.day()),
                    figure.value().toPlainString(),
                    figure.modifier().label(),
                    figure.basis().label(),
                    Integer.toString(figure.parts()),
                    Integer.toString(figure.partsOf()),
                    Integer.toString(figure.reports())));
        }
        return lines;
    }

    static List<String> sorted(Collection<String> lines) {
        return lines.stream().sorted().toList();
    }
}
