package org.broadsheet.text.metric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a catalogue and gathers its faults: {@code metrics.grids: no nouns, before, alone or frames}. */
final class CatalogueReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final Set<String> KEYS = Set.of(
            "zh",
            "en",
            "unit",
            "kind",
            "measures",
            "units",
            "nouns",
            "before",
            "behind",
            "also",
            "bare",
            "alone",
            "with",
            "any",
            "frames",
            "context",
            "unless",
            "not",
            "least");

    private final List<String> faults = new ArrayList<>();

    private CatalogueReader() {}

    static Catalogue read(byte[] yaml) throws IOException {
        return new CatalogueReader().catalogue(yaml);
    }

    private Catalogue catalogue(byte[] yaml) throws IOException {
        JsonNode root;
        try {
            root = new ObjectMapper(YAMLFactory.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build())
                    .readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new CatalogueException(List.of("line " + e.getLocation().getLineNr() + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse("no YAML")));
        }
        JsonNode table = root == null ? null : root.get("metrics");
        if (table == null || !table.isObject() || table.isEmpty()) {
            throw new CatalogueException(List.of("metrics: the table of metrics is missing or empty"));
        }
        List<Metric> metrics = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            metrics.add(metric(entry.getKey(), entry.getValue()));
        }
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (!entry.getKey().equals("metrics")) {
                faults.add(entry.getKey() + ": unknown key; only metrics is known here");
            }
        }
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        return new Catalogue(metrics);
    }

    private Metric metric(String id, JsonNode node) {
        String path = "metrics." + id;
        if (!ID.matcher(id).matches()) {
            faults.add(path + ": an id is made of a-z, 0-9 and _, begins with a letter and has at most 41 characters");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                faults.add(path + "." + entry.getKey() + ": unknown key");
            }
        }
        Metric metric = new Metric(
                id,
                text(path, node, "zh"),
                text(path, node, "en"),
                text(path, node, "unit"),
                kind(path, node),
                units(path, node),
                words(path, node, "nouns"),
                words(path, node, "before"),
                words(path, node, "behind"),
                Set.copyOf(new HashSet<>(words(path, node, "also"))),
                Set.copyOf(new HashSet<>(words(path, node, "bare"))),
                Set.copyOf(new HashSet<>(words(path, node, "alone"))),
                Set.copyOf(new HashSet<>(words(path, node, "with"))),
                Set.copyOf(new HashSet<>(words(path, node, "any"))),
                words(path, node, "frames"),
                words(path, node, "context"),
                words(path, node, "unless"),
                words(path, node, "not"),
                least(path, node));
        whole(path, metric);
        return metric;
    }

    private void whole(String path, Metric metric) {
        if (metric.nouns().isEmpty()
                && metric.before().isEmpty()
                && metric.alone().isEmpty()
                && metric.frames().isEmpty()) {
            faults.add(path + ": no nouns, before, alone or frames: nothing in a text could speak of it");
        }
        if (metric.units().isEmpty()) {
            faults.add(path + ": no measures and no units: nothing it could be counted in");
        }
        if (!metric.frames().isEmpty() && metric.context().isEmpty()) {
            faults.add(path + ".frames: needs context, the words that must stand in the same sentence");
        }
        counted(path + ".alone", metric, metric.alone());
        counted(path + ".any", metric, metric.any());
    }

    private void counted(String path, Metric metric, Set<String> measures) {
        for (String measure : measures) {
            if (!metric.units().containsKey(measure)) {
                faults.add(path + ": " + measure + " is not among its measures");
            }
        }
    }

    private String text(String path, JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null || !value.isTextual() || value.asText().isBlank()) {
            faults.add(path + "." + key + ": missing");
            return "";
        }
        return value.asText();
    }

    private Kind kind(String path, JsonNode node) {
        String label = text(path, node, "kind");
        for (Kind kind : Kind.values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        if (!label.isEmpty()) {
            faults.add(path + ".kind: \"" + label + "\" is neither stock nor flow");
        }
        return Kind.STOCK;
    }

    private Map<String, BigDecimal> units(String path, JsonNode node) {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        for (String measure : words(path, node, "measures")) {
            units.put(measure, BigDecimal.ONE);
        }
        JsonNode table = node.get("units");
        if (table == null) {
            return units;
        }
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            units.put(
                    entry.getKey(),
                    factor(path + ".units." + entry.getKey(), entry.getValue().asText()));
        }
        return units;
    }

    private BigDecimal factor(String path, String written) {
        try {
            int slash = written.indexOf('/');
            BigDecimal factor = slash < 0
                    ? new BigDecimal(written.strip())
                    : new BigDecimal(written.substring(0, slash).strip())
                            .divide(new BigDecimal(written.substring(slash + 1).strip()));
            if (factor.signum() > 0) {
                return factor;
            }
            faults.add(path + ": a factor is greater than 0, this is " + written);
        } catch (ArithmeticException e) {
            faults.add(path + ": " + written + " has no exact decimal");
        } catch (NumberFormatException e) {
            faults.add(path + ": \"" + written + "\" is no number; write 1000 or 1/2000");
        }
        return BigDecimal.ONE;
    }

    private BigDecimal least(String path, JsonNode node) {
        JsonNode value = node.get("least");
        if (value == null) {
            return BigDecimal.ZERO;
        }
        if (value.isNumber() && value.decimalValue().signum() >= 0) {
            return value.decimalValue();
        }
        faults.add(path + ".least: \"" + value.asText() + "\" is no number of 0 or more");
        return BigDecimal.ZERO;
    }

    private List<String> words(String path, JsonNode node, String key) {
        JsonNode list = node.get(key);
        if (list == null) {
            return List.of();
        }
        if (!list.isArray()) {
            faults.add(path + "." + key + ": a list is wanted, [个, 处]");
            return List.of();
        }
        List<String> words = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode word : list) {
            if (!word.isTextual() || word.asText().isBlank()) {
                faults.add(path + "." + key + ": an entry is empty or no text: "
                        + word.toString().toLowerCase(Locale.ROOT));
            } else if (!seen.add(word.asText())) {
                faults.add(path + "." + key + ": " + word.asText() + " stands twice");
            } else {
                words.add(word.asText());
            }
        }
        return List.copyOf(words);
    }
}
