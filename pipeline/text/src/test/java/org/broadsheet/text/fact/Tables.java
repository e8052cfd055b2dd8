package org.broadsheet.text.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.broadsheet.text.figure.AggregateCountry;
import org.broadsheet.text.figure.AggregateProvince;
import org.broadsheet.text.figure.CountryPart;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.figure.FigureKey;
import org.broadsheet.text.figure.RegionTree;
import org.broadsheet.text.page.ClosedYears;
import org.jspecify.annotations.Nullable;

/**
 * The keyed steps wired together without Flink, and the tables that they write.
 *
 * <p>Crueller than the engine: whatever is on its way between two steps is delivered in any order the seed says, so
 * that −1 may come before +1.
 */
final class Tables {
    final Map<String, MentionRow> mentions = new TreeMap<>();
    final Map<Reference, Fact> facts = new TreeMap<>();
    final Map<String, Figure> figures = new TreeMap<>();

    private final RegionTree tree = new Provinces();
    private final AggregateProvince aggregateProvince = new AggregateProvince(tree, Provinces.KINDS);
    private final AggregateCountry aggregateCountry = new AggregateCountry(tree, Provinces.KINDS);
    private final int mostTogether;
    private MergeReports mergeReports;
    private ClosedYears closed = ClosedYears.NONE;
    private final Map<String, byte[]> held = new HashMap<>();
    private final Map<Reference, Map<Long, byte[]>> claims = new HashMap<>();
    private final Map<Long, byte[]> provinces = new HashMap<>();
    private final Map<Long, byte[]> countries = new HashMap<>();
    private final List<Runnable> onTheWay = new ArrayList<>();

    private Tables(int mostTogether) {
        this.mostTogether = mostTogether;
        this.mergeReports = new MergeReports(mostTogether, closed);
    }

    /** The tables after these pages, delivered and passed on in an order that follows from the seed. */
    static Tables after(List<PageElements> deliveries, long seed) {
        return after(deliveries, seed, MergeReports.MOST_TOGETHER);
    }

    /** The same, with claims of more mentions than that spread over cells. */
    static Tables after(List<PageElements> deliveries, long seed, int mostTogether) {
        Tables tables = new Tables(mostTogether);
        tables.deliver(deliveries, seed);
        return tables;
    }

    /** Delivers more, in an order that follows from the seed; pages of closed years are refused. */
    void deliver(List<PageElements> deliveries, long seed) {
        Random random = new Random(seed);
        for (PageElements page : deliveries) {
            if (!closed.holds(page.day())) {
                onTheWay.add(() -> resolve(page));
            }
        }
        while (!onTheWay.isEmpty()) {
            onTheWay.remove(random.nextInt(onTheWay.size())).run();
        }
    }

    /** Closes years, as when the job is restored. */
    void close(ClosedYears years) {
        held.values().removeIf(page -> HeldPage.read(page).isClosed(years));
        mergeReports = new MergeReports(mostTogether, years);
        claims.values().forEach(claim -> mergeReports.close(Cells.over(claim), closed));
        provinces.keySet().removeIf(key -> FigureKey.isClosed(key, years));
        countries.keySet().removeIf(key -> FigureKey.isClosed(key, years));
        closed = years;
    }

    /** How many pages are held. */
    int heldPages() {
        return held.size();
    }

    /** How many keys the steps still hold something for, beside the pages. */
    int kept() {
        return claims.values().stream().mapToInt(Map::size).sum() + provinces.size() + countries.size();
    }

    /** What became of each mention. */
    Map<String, String> fates() {
        Map<String, String> fates = new TreeMap<>();
        mentions.forEach((key, row) ->
                fates.put(key, Objects.requireNonNull(row.said()).fate().label()));
        return fates;
    }

    private <T> void send(T message, Consumer<T> step) {
        onTheWay.add(() -> step.accept(message));
    }

    private void resolve(PageElements page) {
        byte[] before = held.get(page.pageKey());
        ResolveRevisions.Resolution resolution =
                ResolveRevisions.resolve(before == null ? null : HeldPage.read(before), page);
        held.put(page.pageKey(), resolution.held().toBytes());
        resolution.changes().forEach(change -> send(change, this::merge));
    }

    private void merge(ElementChange change) {
        Map<Long, byte[]> claim = claims.computeIfAbsent(change.claim(), none -> new HashMap<>());
        MergeReports.Outcome outcome = mergeReports.apply(Cells.over(claim), change);
        outcome.mentions().forEach(this::write);
        outcome.facts().forEach(fact -> {
            write(fact.before(), fact.after());
            send(fact, this::aggregate);
        });
    }

    private void aggregate(FactChange change) {
        Long key = AggregateProvince.key(change);
        AggregateProvince.Outcome outcome = aggregateProvince.apply(provinces.get(key), change);
        keep(provinces, key, outcome.kept());
        outcome.figures().forEach(this::write);
        outcome.country().forEach(part -> send(part, this::aggregateCountry));
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
        String key = row.page() + "/" + row.number();
        if (row.said() != null) {
            mentions.put(key, row);
        } else {
            mentions.remove(key);
        }
    }

    private void write(@Nullable Fact before, @Nullable Fact after) {
        if (after != null) {
            facts.put(after.reference(), after);
        } else if (before != null) {
            facts.remove(before.reference());
        }
    }

    private void write(FigureChange change) {
        if (change.after() != null) {
            figures.put(key(change.after()), change.after());
        } else if (change.before() != null) {
            figures.remove(key(change.before()));
        }
    }

    private static String key(Figure figure) {
        return figure.region() + "/" + FigureKey.of(figure).text();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tables tables
                && mentions.equals(tables.mentions)
                && facts.equals(tables.facts)
                && figures.equals(tables.figures);
    }

    @Override
    public int hashCode() {
        return figures.hashCode();
    }

    @Override
    public String toString() {
        return "mentions " + mentions.values() + "\nfacts " + facts.values() + "\nfigures " + figures.values();
    }
}
