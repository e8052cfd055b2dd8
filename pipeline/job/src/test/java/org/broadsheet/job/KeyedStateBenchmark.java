package org.broadsheet.job;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.fact.Cells;
import org.broadsheet.text.fact.ElementChange;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.HeldPage;
import org.broadsheet.text.fact.MergeReports;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.fact.Reference;
import org.broadsheet.text.fact.ResolveRevisions;
import org.broadsheet.text.figure.AggregateCountry;
import org.broadsheet.text.figure.AggregateProvince;
import org.broadsheet.text.figure.CountryPart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What each keyed step keeps of 1,000,000 made mentions, in bytes of keys and values, without an engine; run by hand:
 * {@code mvn -pl pipeline/job -am test -Dtest=KeyedStateBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class KeyedStateBenchmark {
    private static final Path ROOT = Path.of(System.getProperty("broadsheet.root"));
    private static final long PAGES = Long.getLong("broadsheet.pages", 100_000);

    private final Map<Reference, byte[]> pages = new HashMap<>();
    private final Map<Reference, Map<Long, byte[]>> claims = new HashMap<>();
    private final Map<Long, byte[]> provinces = new HashMap<>();
    private final Map<Long, byte[]> countries = new HashMap<>();
    private final MergeReports mergeReports = new MergeReports();
    private final TextRules rules;
    private final AggregateProvince aggregateProvince;
    private final AggregateCountry aggregateCountry;
    private long reprinted;
    private long facts;

    KeyedStateBenchmark() throws Exception {
        rules = Settings.read(ROOT.resolve("config/broadsheet.yaml"), Map.of(), Map.of())
                .rules();
        aggregateProvince = rules.aggregateProvince();
        aggregateCountry = rules.aggregateCountry();
    }

    @Test
    void bytesOfEachStep() {
        MadePages made = MadePages.of(rules);
        for (long index = 0; index < PAGES; index++) {
            take(made.page(index));
        }
        long mentions = PAGES * MadePages.MENTIONS;
        System.out.printf("%d mentions, %d facts, %d changes to reprinted%n", mentions, facts, reprinted);
        print("resolve-revisions", pages.size(), bytes(pages.values(), 16), mentions);
        long together = 0;
        long spread = 0;
        for (Map<Long, byte[]> cells : claims.values()) {
            long size = cells.entrySet().stream()
                    .mapToLong(cell -> cell.getValue().length + (cell.getKey() == 0 ? 16 : 24))
                    .sum();
            together += cells.size() == 1 ? size : 0;
            spread += cells.size() == 1 ? 0 : size;
        }
        print("merge-reports, claims together", claims.size(), together, mentions);
        print(
                "merge-reports, claims spread",
                claims.values().stream().filter(cells -> cells.size() > 1).count(),
                spread,
                mentions);
        print("aggregate-province", provinces.size(), bytes(provinces.values(), 8), mentions);
        print("aggregate-country", countries.size(), bytes(countries.values(), 8), mentions);
    }

    private static void print(String step, long keys, long bytes, long mentions) {
        System.out.printf(
                "%-32s %8d keys, %6.1f bytes a key, %6.1f bytes a mention%n",
                step, keys, bytes / (double) Math.max(1, keys), bytes / (double) mentions);
    }

    private static long bytes(Iterable<byte[]> values, int key) {
        long bytes = 0;
        for (byte[] value : values) {
            bytes += value.length + key;
        }
        return bytes;
    }

    private void take(PageElements page) {
        byte[] held = pages.get(page.name());
        ResolveRevisions.Resolution resolution =
                ResolveRevisions.resolve(held == null ? null : HeldPage.read(held), page);
        pages.put(page.name(), resolution.held().toBytes());
        for (ElementChange change : resolution.changes()) {
            MergeReports.Outcome outcome = mergeReports.apply(
                    Cells.over(claims.computeIfAbsent(change.claim(), none -> new HashMap<>(2))), change);
            reprinted += outcome.mentions().stream()
                    .filter(row ->
                            row.said() != null && row.said().fate() == org.broadsheet.text.mention.Fate.REPRINTED)
                    .count();
            outcome.facts().forEach(this::aggregate);
        }
    }

    private void aggregate(FactChange change) {
        facts += (change.after() == null ? 0 : 1) - (change.before() == null ? 0 : 1);
        Long key = AggregateProvince.key(change);
        AggregateProvince.Outcome outcome = aggregateProvince.apply(provinces.get(key), change);
        keep(provinces, key, outcome.kept());
        for (CountryPart part : outcome.country()) {
            Long above = AggregateCountry.key(part);
            keep(
                    countries,
                    above,
                    aggregateCountry.apply(countries.get(above), part).kept());
        }
    }

    private static void keep(Map<Long, byte[]> state, Long key, byte @Nullable [] kept) {
        if (kept == null) {
            state.remove(key);
        } else {
            state.put(key, kept);
        }
    }
}
