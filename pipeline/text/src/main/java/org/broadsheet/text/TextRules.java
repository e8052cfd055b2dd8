package org.broadsheet.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.text.fact.Reference;
import org.broadsheet.text.figure.AggregateCountry;
import org.broadsheet.text.figure.AggregateProvince;
import org.broadsheet.text.figure.RegionTree;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.metric.Kind;
import org.broadsheet.text.metric.Metric;
import org.broadsheet.text.page.Sources;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Region;

/**
 * The files that an editor may change, as they are: they travel inside the job, so that a cluster needs none of them.
 *
 * @param metrics the text of {@code metrics.yaml}
 * @param sources the text of {@code sources.yaml}
 */
public record TextRules(String metrics, String sources) implements Serializable {
    /** Counts up whenever the code or the data inside the jar reads the same page differently. */
    private static final String CODE = "11";

    /**
     * Reads both files.
     *
     * @throws IOException where one of them cannot be read
     */
    public static TextRules read(Path metrics, Path sources) throws IOException {
        return new TextRules(
                Files.readString(metrics, StandardCharsets.UTF_8), Files.readString(sources, StandardCharsets.UTF_8));
    }

    /** The version of rules, catalogue, papers and gazetteer together: {@code 1-0b3fa2c4}. */
    public String version() {
        return CODE + "-" + Reference.of(metrics, sources).toString().substring(0, 8);
    }

    /** The catalogue of metrics; throws an exception with all its faults where there are any. */
    public Catalogue catalogue() {
        try {
            return Catalogue.read(new ByteArrayInputStream(metrics.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can be read", impossible);
        }
    }

    /** The papers; throws an exception with all their faults where there are any. */
    public Sources papers() {
        try {
            return Sources.read(new StringReader(sources));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can be read", impossible);
        }
    }

    /** The gazetteer that comes with this version. */
    public Gazetteer gazetteer() {
        return Gazetteer.load();
    }

    /** The step from facts to the figures of a province. */
    public AggregateProvince aggregateProvince() {
        return new AggregateProvince(new Divisions(gazetteer()), kinds());
    }

    /** The step from the figures of provinces to those of the country. */
    public AggregateCountry aggregateCountry() {
        return new AggregateCountry(new Divisions(gazetteer()), kinds());
    }

    private Map<String, Kind> kinds() {
        return catalogue().metrics().stream().collect(Collectors.toMap(Metric::id, Metric::kind));
    }

    /** Asked several times a mention, so both ways are looked up once. */
    private static final class Divisions implements RegionTree {
        private final Map<Integer, Integer> parents = new HashMap<>();
        private final Map<Integer, List<Integer>> children = new HashMap<>();

        Divisions(Gazetteer gazetteer) {
            for (Region region : gazetteer.regions()) {
                int code = region.code();
                parents.put(code, gazetteer.parent(code).map(Region::code).orElse(0));
                children.put(
                        code,
                        gazetteer.children(code).stream().map(Region::code).toList());
            }
        }

        @Override
        public int parent(int code) {
            return parents.getOrDefault(code, 0);
        }

        @Override
        public List<Integer> children(int code) {
            return children.getOrDefault(code, List.of());
        }
    }
}
