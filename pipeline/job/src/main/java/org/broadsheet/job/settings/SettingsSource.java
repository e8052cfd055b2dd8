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
    private static final String CLIENT_PROPERTIES = "kafka.properties.";
    private static final String CLIENT_PROPERTY = variable(CLIENT_PROPERTIES);
    private static final String FILE = "_FILE";

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
            source.override(key, variable(key), environment);
        }
        environment.keySet().stream()
                .filter(name -> name.startsWith(CLIENT_PROPERTY))
                .map(name -> name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name)
                .distinct()
                .filter(name -> source.values.keySet().stream()
                        .map(SettingsSource::variable)
                        .noneMatch(name::equals))
                .forEach(name -> {
                    String property = name.substring(CLIENT_PROPERTY.length())
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '.');
                    source.override(CLIENT_PROPERTIES + property, name, environment);
                });
        source.values.putAll(flags);
        return source;
    }

    /** By the variable, or by the file that {@code BROADSHEET_DATABASE_PASSWORD_FILE} names. */
    private void override(String key, String variable, Map<String, String> environment) {
        String value = environment.get(variable);
        String file = environment.get(variable + FILE);
        if (value != null) {
            values.put(key, value);
        } else if (file != null) {
            try {
                values.put(key, Files.readString(Path.of(file)).strip());
            } catch (IOException unreadable) {
                fault(variable + FILE + " names " + file + ", which cannot be read.");
            }
        }
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
            faults.add(key + " is \"" + withoutSecrets(text) + "\": " + fault.getMessage());
            return fallback;
        }
    }

    /** All values below a key that are not empty: {@code kafka.properties.security.protocol} gives {@code security.protocol}. */
    Map<String, String> below(String key) {
        String prefix = key + ".";
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .peek(entry -> asked.add(entry.getKey()))
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    /** A URL without who may come in and without its parameters: {@code jdbc:postgresql://db/broadsheet}. */
    static String withoutSecrets(String text) {
        int host = text.indexOf("://");
        if (host < 0) {
            return text;
        }
        int parameters = text.indexOf('?');
        String bare = parameters < 0 ? text : text.substring(0, parameters);
        int user = bare.lastIndexOf('@');
        return user < host ? bare : bare.substring(0, host + 3) + bare.substring(user + 1);
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
