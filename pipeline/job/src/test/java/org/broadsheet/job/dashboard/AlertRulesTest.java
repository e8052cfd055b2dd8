package org.broadsheet.job.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every alert rule. */
class AlertRulesTest {
    private static final Set<String> FIELDS = Set.of(
            "uid",
            "title",
            "condition",
            "for",
            "noDataState",
            "execErrState",
            "isPaused",
            "labels",
            "annotations",
            "data");

    static Stream<JsonNode> rules() throws IOException {
        return AlertRules.all().stream();
    }

    @Test
    void thereIsOneForEachThingThatGoesWrong() throws IOException {
        assertThat(AlertRules.all())
                .extracting(rule -> rule.path("uid").asText())
                .containsExactly(
                        "broadsheet-nothing-arrives",
                        "broadsheet-sums-broken",
                        "broadsheet-rejects-above-a-share",
                        "broadsheet-lag-grows",
                        "broadsheet-checkpoints-fail",
                        "broadsheet-job-restarts");
    }

    /** Whom to tell is the user's. */
    @Test
    void nobodyIsTold() throws IOException {
        assertThat(AlertRules.tree().properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("apiVersion", "groups");
        try (Stream<java.nio.file.Path> files = Files.list(AlertRules.FOLDER)) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void asksReducesAndCompares(JsonNode rule) {
        assertThat(rule.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(FIELDS);
        assertThat(rule.path("condition").asText()).isEqualTo("C");
        assertThat(rule.path("title").asText()).matches("^\\p{IsHan}.*[A-Za-z]{3,}.*");
        assertThat(rule.path("noDataState").asText()).isIn("OK", "Alerting");
        assertThat(rule.path("data")
                        .valueStream()
                        .map(query -> query.path("refId").asText()))
                .containsExactly("A", "B", "C");
        assertThat(rule.at("/data/0/datasourceUid").asText()).isIn("prometheus", "broadsheet");
        assertThat(rule.at("/data/1/model/expression").asText()).isEqualTo("A");
        assertThat(rule.at("/data/2/model/expression").asText()).isEqualTo("B");
        assertThat(rule.at("/data/2/model/conditions/0/evaluator/type").asText())
                .isIn("gt", "lt");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void operationsSayWhatToDo(JsonNode rule) throws IOException {
        String runbook = rule.at("/annotations/runbook").asText();
        List<String> headings = Files.readString(Dashboard.root().resolve("docs/OPERATIONS.md"))
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line ->
                        line.replaceAll("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();
        assertThat(runbook).startsWith("docs/OPERATIONS.md#");
        assertThat(headings).contains(runbook.replaceAll(".*#", ""));
    }
}
