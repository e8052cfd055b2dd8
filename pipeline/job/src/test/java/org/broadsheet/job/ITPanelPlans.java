package org.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.broadsheet.job.dashboard.Answer;
import org.broadsheet.job.dashboard.Dashboard;
import org.broadsheet.job.dashboard.MadeTables;
import org.broadsheet.job.dashboard.Panel;
import org.broadsheet.job.dashboard.Viewing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That no panel reads a large table through, with a year of figures of every county and two generations. */
class ITPanelPlans {
    private static final Instant FROM = Instant.parse("2020-12-31T16:00:00Z");
    private static final Instant TO = Instant.parse("2022-12-31T16:00:00Z");
    private static final Set<String> LARGE = Set.of("region_figure", "fact", "mention", "page");
    private static final int COUNTIES = 2849;

    @TempDir
    private Path folder;

    @Test
    void everyQueryGoesByIndexes() throws Exception {
        try (MadeDatabase database = MadeDatabase.start(folder);
                Connection writer = database.writer();
                Connection reader = database.reader()) {
            MadeTables.fill(writer, 4);
            assertThat(MadeTables.fillYear(writer)).isEqualTo(COUNTIES * 365);
            for (String region : List.of("140106", "140100", "140000", "100000")) {
                for (Dashboard dashboard : Dashboard.all()) {
                    Viewing viewing = Viewing.of(dashboard, reader, FROM, TO, wishes(region));
                    for (Panel panel : dashboard.panels()) {
                        for (String query : panel.queries()) {
                            check(panel + " of " + region, viewing.sql(query), reader);
                        }
                    }
                }
            }
        }
    }

    private static Map<String, List<String>> wishes(String region) {
        return Map.of(
                "province", List.of(region.substring(0, 2) + "0000"),
                "city", List.of(region.substring(0, 4) + "00"),
                "county", List.of(region),
                "region", List.of(region),
                "metric", List.of("test_sites"),
                "scope", List.of(Viewing.ALL));
    }

    /**
     * The figures are so many that the database itself prefers the index. Of the other tables, which are small here, it is asked to
     * avoid reading them through: where it does so still, there is no index for the question.
     */
    private static void check(String panel, String sql, Connection reader) throws SQLException, IOException {
        assertThat(readThrough(sql, reader)).as(panel).doesNotContain("region_figure");
        Answer.to("SELECT set_config('enable_seqscan', 'off', false)", reader);
        assertThat(readThrough(sql, reader)).as(panel).isEmpty();
        Answer.to("SELECT set_config('enable_seqscan', 'on', false)", reader);
    }

    /** The large tables that a query's plan reads from end to end. */
    private static Set<String> readThrough(String sql, Connection reader) throws SQLException, IOException {
        String plan = String.valueOf(Answer.to("EXPLAIN (VERBOSE, FORMAT JSON) " + sql, reader)
                .rows()
                .get(0)
                .get(0));
        Set<String> tables = new TreeSet<>();
        for (JsonNode node : JsonMapper.builder().build().readTree(plan)) {
            collect(node.path("Plan"), tables);
        }
        return tables;
    }

    private static void collect(JsonNode node, Set<String> tables) {
        String type = node.path("Node Type").asText();
        String table = node.path("Relation Name").asText();
        // generation 2 is empty, and cut off before it is run; the sums of law 1 look at an index of all pages: some
        // numbers each, and none of their text
        boolean isWhole = type.equals("Seq Scan")
                || (type.startsWith("Index") && !node.has("Index Cond") && !table.equals("page"));
        if (isWhole && LARGE.contains(table) && node.path("Schema").asText().equals("broadsheet_1")) {
            tables.add(table);
        }
        for (JsonNode child : node.path("Plans")) {
            collect(child, tables);
        }
    }
}
