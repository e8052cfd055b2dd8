package org.broadsheet.job.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Settings as texts by dotted key, from file, environment and flags; gathers faults while it is read. */
final class SettingsSource {
    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * The file's values, overridden by the environment, overridden by the flags.
     *
     * @throws IOException where the file cannot be read or is no YAML
     */
    static SettingsSource of(Path file, Map<String, String> environment, Map<String, String> flags) throws IOException {
        SettingsSource source = new SettingsSource();
        try (var stream = Files.newInputStream(file)) {
            source.flatten("", new YAMLMapper().readTree(stream));
        }
        for (String key : List.copyOf(source.values.keySet())) {
            String overriding = environment.get(variable(key));
            if (overriding != null) {
                source.values.put(key, overriding);
            }
        }
        source.values.putAll(flags);
        return source;
    }

    /** Values that are whole: neither file nor environment is asked. */
    static SettingsSource of(Map<String, String> values) {
        SettingsSource source = new SettingsSource();
        source.values.putAll(values);
        return source;
    }

    /** All values, as texts by dotted key. */
    Map<String, String> values() {
        return new TreeMap<>(values);
    }

    /** The environment's name of a key: {@code job.state-folder} is {@code BROADSHEET_JOB_STATE_FOLDER}. */
    static String variable(String key) {
        return "BROADSHEET_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private void flatten(String prefix, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey(), entry.getValue()));
        } else if (!node.isMissingNode() && !node.isNull()) {
            values.put(prefix, node.asText());
        }
    }

    /** A value that must be there, read by a function that throws IllegalArgumentException with what is needed. */
    <T> T read(String key, T fallback, Function<String, T> reading) {
        asked.add(key);
        String text = values.get(key);
        if (text == null) {
            faults.add(key + " is missing.");
            return fallback;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException fault) {
            faults.add(key + " is \"" + text + "\": " + fault.getMessage());
            return fallback;
        }
    }

    /** All values below a key: {@code kafka.properties.security.protocol} gives {@code security.protocol}. */
    Map<String, String> below(String key) {
        String prefix = key + ".";
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .peek(entry -> asked.add(entry.getKey()))
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    void fault(String fault) {
        faults.add(fault);
    }

    /** Says what was wrong, and which keys nobody asked for. */
    void throwFaults() throws SettingsException {
        values.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> faults.add(key + " is no setting; see config/broadsheet.yaml for those there are."));
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
    }
}
