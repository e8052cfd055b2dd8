package org.broadsheet.job.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every dashboard and every panel, whatever else is changed in them. */
class DashboardTest {
    private static final Pattern CHINESE = Pattern.compile("^\\p{IsHan}.*");
    private static final Pattern ENGLISH = Pattern.compile(".*[A-Za-z]{3,}.*", Pattern.DOTALL);
    private static final Set<String> SOURCES = Set.of("broadsheet", "prometheus");

    static Stream<Dashboard> dashboards() throws IOException {
        return Dashboard.all().stream();
    }

    static Stream<Panel> panels() throws IOException {
        return dashboards().flatMap(dashboard -> dashboard.panels().stream());
    }

    @Test
    void thereAreThree() throws IOException {
        assertThat(Dashboard.all()).extracting(Dashboard::name).containsExactly("evidence", "pipeline", "regions");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void daysAreDaysInChinaInLightAndDark(Dashboard dashboard) {
        assertThat(dashboard.tree().path("uid").asText()).isEqualTo("broadsheet-" + dashboard.name());
        assertThat(dashboard.tree().path("timezone").asText()).isEqualTo("Asia/Shanghai");
        assertThat(dashboard.tree().path("editable").asBoolean(true)).isFalse();
        // no style of its own: the one that the reader has chosen
        assertThat(dashboard.tree().has("style")).isFalse();
        // that of the older version: the newer one brings it forward by itself
        assertThat(dashboard.tree().path("schemaVersion").asInt()).isEqualTo(37);
    }

    @ParameterizedTest
    @MethodSource("panels")
    void isToldInChineseWithEnglishBesideIt(Panel panel) {
        assertThat(panel.title()).matches(CHINESE).matches(ENGLISH);
        assertThat(panel.tree().path("description").asText()).matches(CHINESE).matches(ENGLISH);
        assertThat(panel.unit()).isNotEmpty();
        assertThat(panel.queries().size() + panel.expressions().size()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void asksWhatIsProvisioned(Panel panel) {
        assertThat(SOURCES).contains(panel.tree().at("/datasource/uid").asText());
        for (JsonNode target : panel.tree().path("targets")) {
            assertThat(target.at("/datasource/uid")).isEqualTo(panel.tree().at("/datasource/uid"));
        }
    }

    /** In a quoted form only: what stands in the address of a dashboard must not become SQL. */
    @ParameterizedTest
    @MethodSource("panels")
    void variablesComeIntoSqlInQuotesOnly(Panel panel) {
        assertThat(panel.queries())
                .allSatisfy(query -> assertThat(query.replaceAll("\\$\\{\\w+:sqlstring}|\\$__\\w+\\(", ""))
                        .doesNotContain("$")
                        .doesNotContain("[["));
    }

    /** Text of pages is shown as text: no kind of panel or cell that takes markup. */
    @ParameterizedTest
    @MethodSource("panels")
    void rendersNoMarkup(Panel panel) {
        assertThat(panel.type()).isIn("timeseries", "stat", "barchart", "geomap", "table");
        assertThat(panel.tree().toString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("markdown")
                .doesNotContain("\"html\"")
                .doesNotContain("celloptions")
                .doesNotContain("sanitize");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void linksLeadToDashboardsThatAreThere(Dashboard dashboard) throws IOException {
        List<String> places = Dashboard.all().stream()
                .map(other -> "/d/" + other.tree().path("uid").asText() + "/")
                .toList();
        for (JsonNode url : dashboard.tree().path("panels").findValues("url")) {
            String address = url.asText();
            assertThat(address.startsWith("data:image/")
                            || address.equals("${__value.raw}")
                            || places.stream().anyMatch(address::startsWith))
                    .as(address)
                    .isTrue();
        }
    }

    /** A wrong name in a link would silently lead to whatever stands in the dashboard it leads to. */
    @ParameterizedTest
    @MethodSource("panels")
    void linksGiveVariablesThatEvidenceHas(Panel panel) {
        Set<String> known = new HashSet<>();
        Dashboard.named("evidence")
                .variables()
                .forEach(variable -> known.add(variable.path("name").asText()));
        for (JsonNode url : panel.tree().findValues("url")) {
            Pattern.compile("var-(\\w+)=")
                    .matcher(url.asText())
                    .results()
                    .forEach(match -> assertThat(known).contains(match.group(1)));
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsDoNotLieOnOneAnother(Dashboard dashboard) {
        Set<Integer> ids = new HashSet<>();
        Set<String> cells = new HashSet<>();
        for (JsonNode panel : dashboard.tree().path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            JsonNode place = panel.path("gridPos");
            int right = place.path("x").asInt() + place.path("w").asInt();
            assertThat(right).isLessThanOrEqualTo(24);
            for (int x = place.path("x").asInt(); x < right; x++) {
                for (int y = place.path("y").asInt();
                        y < place.path("y").asInt() + place.path("h").asInt();
                        y++) {
                    assertThat(cells.add(x + "," + y))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        }
    }
}
