package org.broadsheet.job.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All settings as one text that needs no files, so that they can be sent to a cluster: a JSON object with a member a setting,
 * {@code {"kafka.group": "broadsheet", …}}, in which the members of {@code rules} are the texts of their files, with {@code
 * 核酸检测点} and all. It holds the password.
 */
public final class CarriedSettings {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String STATE_FOLDER = "job.state-folder";
    private static final String RULES = "rules.";
    static final String IN_JAR = "carried-settings.json";

    private CarriedSettings() {}

    /**
     * The text; the state folder in it is absolute.
     *
     * @param file {@code broadsheet.yaml}
     * @param environment overrides the file, as in {@link Settings#read}
     * @param flags override both
     * @throws SettingsException with all faults at once
     */
    public static String write(Path file, Map<String, String> environment, Map<String, String> flags)
            throws SettingsException {
        Settings.read(file, environment, flags);
        Map<String, String> values = Settings.source(file, environment, flags).values();
        values.put(
                STATE_FOLDER,
                Path.of(values.get(STATE_FOLDER)).toAbsolutePath().normalize().toString());
        values.replaceAll((key, value) -> key.startsWith(RULES) ? Settings.file(file, value) : value);
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts can be written as JSON", impossible);
        }
    }

    /**
     * The settings in the jar that this class is of; empty where there are none.
     *
     * @throws SettingsException like {@link #read}
     */
    public static Optional<Settings> packed() throws SettingsException {
        try (InputStream text = CarriedSettings.class.getResourceAsStream("/" + IN_JAR)) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(read(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new SettingsException(List.of("The settings in the jar cannot be read: " + unreadable.getMessage()));
        }
    }

    /**
     * The settings that were carried.
     *
     * @param text as {@link #write} gives it
     * @throws SettingsException where it is another text, or from a version with other settings
     */
    public static Settings read(String text) throws SettingsException {
        Map<String, String> values;
        try {
            values = JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException fault) {
            throw new SettingsException(
                    List.of("The settings that were sent are no JSON: " + fault.getOriginalMessage()));
        }
        if (values == null) {
            throw new SettingsException(List.of("The settings that were sent are no JSON object: null"));
        }
        values.values().removeIf(Objects::isNull);
        return Settings.read(SettingsSource.of(values), UnaryOperator.identity());
    }
}
