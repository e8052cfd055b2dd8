package org.broadsheet.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.broadsheet.generator.ChangedPages;
import org.broadsheet.generator.PackedTexts;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.Worked;
import org.broadsheet.text.fact.Cells;
import org.broadsheet.text.fact.ElementChange;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.HeldPage;
import org.broadsheet.text.fact.MergeReports;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.fact.Reference;
import org.broadsheet.text.fact.ResolveRevisions;
import org.broadsheet.text.figure.AggregateCountry;
import org.broadsheet.text.figure.AggregateProvince;
import org.broadsheet.text.figure.CountryPart;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.page.RawPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How many elements and bytes of a page go to each keyed step, and how uneven their keys are, without an engine; run by hand:
 * {@code mvn -pl pipeline/job -am test -Dtest=KeyedTrafficBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * [-Dbroadsheet.texts=texts.jsonl.gz]}.
 */
class KeyedTrafficBenchmark {
    private static final Path ROOT = Path.of(System.getProperty("broadsheet.root"));
    private static final long PAGES = Long.getLong("broadsheet.pages", 1000);
    private static final int PAGE_BYTES = 18_000;

    private final TextRules rules;
    private final TextStage stage;
    private final MergeReports mergeReports = new MergeReports();
    private final AggregateProvince aggregateProvince;
    private final AggregateCountry aggregateCountry;
    private final Map<String, Edge<?>> edges = new TreeMap<>();
    private final Map<Reference, byte[]> pages = new HashMap<>();
    private final Map<Reference, Map<Long, byte[]>> claims = new HashMap<>();
    private final Map<Long, byte[]> provinces = new HashMap<>();
    private final Map<Long, byte[]> countries = new HashMap<>();
    private final Map<Integer, Long> byProvince = new HashMap<>();

    KeyedTrafficBenchmark() throws Exception {
        rules = Settings.read(ROOT.resolve("config/broadsheet.yaml"), Map.of(), Map.of())
                .rules();
        stage = TextStage.open(rules, TextStage.Evidence.ARTICLES);
        aggregateProvince = rules.aggregateProvince();
        aggregateCountry = rules.aggregateCountry();
    }

    /** What goes from one step to another. */
    private static final class Edge<T> {
        private final TypeSerializer<T> serializer;
        private final Map<Object, Long> byKey = new HashMap<>();
        private long elements;
        private long bytes;

        Edge(Class<T> type) {
            serializer = TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
        }

        void add(T element, Object key) throws IOException {
            DataOutputSerializer out = new DataOutputSerializer(256);
            serializer.serialize(element, out);
            elements++;
            bytes += out.length();
            byKey.merge(key, 1L, Long::sum);
        }
    }

    @Test
    void bytesAndKeysOfEachStep() throws Exception {
        long read = 0;
        long bytes = 0;
        for (Iterator<RawPage> each = archive(); each.hasNext() && read < PAGES; read++) {
            RawPage page = each.next();
            bytes += java.util.Objects.requireNonNull(page.value()).length;
            if (stage.work(page) instanceof Worked.Accepted accepted) {
                add("0 rows of pages", PageRow.class, accepted.row(), "");
                take(accepted.elements());
            }
        }
        System.out.printf("%d pages of %d bytes%n", read, bytes / read);
        for (Map.Entry<String, Edge<?>> edge : edges.entrySet()) {
            print(edge.getKey(), edge.getValue(), read);
        }
        long placed = byProvince.values().stream().mapToLong(Long::longValue).sum();
        byProvince.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .limit(5)
                .forEach(province -> System.out.printf(
                        "facts of %d: %.1f %%%n", province.getKey(), 100.0 * province.getValue() / placed));
    }

    private static void print(String name, Edge<?> edge, long pages) {
        long most =
                edge.byKey.values().stream().mapToLong(Long::longValue).max().orElse(0);
        System.out.printf(
                "%-28s %6.2f a page, %6.0f bytes each, %8.0f bytes a page; %8d keys, the largest has %.2f %%%n",
                name,
                edge.elements / (double) pages,
                edge.bytes / (double) edge.elements,
                edge.bytes / (double) pages,
                edge.byKey.size(),
                100.0 * most / edge.elements);
    }

    private static Iterator<RawPage> archive() throws IOException {
        String texts = System.getProperty("broadsheet.texts");
        if (texts == null) {
            List<RawPage> originals = new ArrayList<>();
            for (SamplePages page : SamplePages.values()) {
                SamplePages.Sent sent = page.sent();
                originals.add(new RawPage("", 0, 0, sent.key(), sent.value(), sent.headers()));
            }
            return ChangedPages.of(originals, 1).pages(PAGES).iterator();
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(texts))), StandardCharsets.UTF_8));
        return new PackedTexts(lines.lines().map(KeyedTrafficBenchmark::text).iterator(), PAGE_BYTES);
    }

    private static String text(String line) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(line)
                    .path("text")
                    .asText();
        } catch (IOException none) {
            throw new IllegalArgumentException(none);
        }
    }

    private void take(PageElements page) throws IOException {
        add("1 → resolve-revisions", PageElements.class, page, page.name());
        byte[] held = pages.get(page.name());
        ResolveRevisions.Resolution resolution =
                ResolveRevisions.resolve(held == null ? null : HeldPage.read(held), page);
        pages.put(page.name(), resolution.held().toBytes());
        for (ElementChange change : resolution.changes()) {
            add("2 → merge-reports", ElementChange.class, change, change.claim());
            Cells<Long, byte[]> cells = Cells.over(claims.computeIfAbsent(change.claim(), none -> new HashMap<>(2)));
            aggregate(mergeReports.apply(cells, change).facts());
        }
    }

    private void aggregate(Collection<FactChange> facts) throws IOException {
        for (FactChange change : facts) {
            Long key = AggregateProvince.key(change);
            byProvince.merge(change.either().region() / 10_000 * 10_000, 1L, Long::sum);
            add("3 → aggregate-province", FactChange.class, change, key);
            AggregateProvince.Outcome outcome = aggregateProvince.apply(provinces.get(key), change);
            keep(provinces, key, outcome.kept());
            for (FigureChange figure : outcome.figures()) {
                add(
                        "5 → rows of figures",
                        FigureChange.class,
                        figure,
                        figure.either().region());
            }
            for (CountryPart part : outcome.country()) {
                country(part);
            }
        }
    }

    private void country(CountryPart part) throws IOException {
        Long key = AggregateCountry.key(part);
        add("4 → aggregate-country", CountryPart.class, part, key);
        AggregateCountry.Outcome outcome = aggregateCountry.apply(countries.get(key), part);
        keep(countries, key, outcome.kept());
        if (outcome.change().isPresent()) {
            FigureChange figure = outcome.change().get();
            add(
                    "5 → rows of figures",
                    FigureChange.class,
                    figure,
                    figure.either().region());
        }
    }

    private static void keep(Map<Long, byte[]> state, Long key, byte @Nullable [] kept) {
        if (kept == null) {
            state.remove(key);
        } else {
            state.put(key, kept);
        }
    }

    @SuppressWarnings("unchecked") // each name has one type
    private <T> void add(String name, Class<T> type, T element, Object key) throws IOException {
        Edge<T> edge = (Edge<T>) edges.computeIfAbsent(name, none -> new Edge<>(type));
        edge.add(element, key);
    }
}
