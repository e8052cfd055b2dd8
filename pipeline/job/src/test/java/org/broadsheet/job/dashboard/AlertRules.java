package org.broadsheet.job.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The alert rules of {@code config/grafana/provisioning/alerting}: 没有版面进来 and others. */
public final class AlertRules {
    /** Where they are. */
    public static final Path FOLDER = Dashboard.root().resolve("config/grafana/provisioning/alerting");

    private AlertRules() {}

    /** The file as it stands. */
    public static JsonNode tree() throws IOException {
        return new YAMLMapper().readTree(Files.readString(FOLDER.resolve("broadsheet.yaml")));
    }

    /** All of them. */
    public static List<JsonNode> all() throws IOException {
        return tree().at("/groups/0/rules").valueStream().toList();
    }

    /**
     * What they ask.
     *
     * @param field {@code expr} of Prometheus, {@code rawSql} of the database
     */
    public static List<String> queries(String field) throws IOException {
        return all().stream()
                .map(rule -> rule.at("/data/0/model/" + field).asText())
                .filter(query -> !query.isEmpty())
                .toList();
    }
}
