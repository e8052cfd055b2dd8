package org.broadsheet.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.job.dashboard.Answer;
import org.broadsheet.job.dashboard.Dashboard;
import org.broadsheet.job.dashboard.MadeTables;
import org.broadsheet.job.dashboard.Panel;
import org.broadsheet.job.dashboard.Viewing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long every query of every panel takes with two million facts, for 迎泽区, 太原市, 山西省 and the country. Run by hand:
 * {@code mvn -pl pipeline/job -am test -Dtest=PanelsBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * -Dbroadsheet.panels.days=300}. It writes {@code target/panels.md}.
 */
class PanelsBenchmark {
    private static final List<String> REGIONS = List.of("140106", "140100", "140000", "100000");
    private static final Instant FROM = Instant.parse("2021-12-31T16:00:00Z");
    private static final Instant TO = Instant.parse("2022-12-31T16:00:00Z");
    private static final int TIMES = 11;

    @TempDir
    private Path folder;

    @Test
    void measure() throws Exception {
        int days = Integer.getInteger("broadsheet.panels.days", 300);
        try (MadeDatabase database = MadeDatabase.start(folder);
                Connection writer = database.writer();
                Connection reader = database.reader()) {
            MadeTables.fill(writer, days);
            List<String> lines = new ArrayList<>();
            for (String table : List.of("fact", "region_figure", "mention", "page")) {
                lines.add(table + ": "
                        + Answer.to("SELECT count(*) FROM broadsheet." + table, reader)
                                .lines());
            }
            lines.add("| panel | " + String.join(" | ", REGIONS) + " |");
            lines.add("|---|" + "---|".repeat(REGIONS.size()));
            measure(reader)
                    .forEach((panel, cells) -> lines.add("| " + panel + " | " + String.join(" | ", cells) + " |"));
            lines.forEach(System.out::println);
            Files.write(Path.of("target/panels.md"), lines);
        }
    }

    /** Of each panel p50 and the longest, by region. */
    private static Map<String, List<String>> measure(Connection reader) throws Exception {
        Map<String, List<String>> cells = new TreeMap<>();
        for (String region : REGIONS) {
            for (Dashboard dashboard : Dashboard.all()) {
                Viewing viewing = Viewing.of(dashboard, reader, FROM, TO, wishes(region));
                for (Panel panel : dashboard.panels()) {
                    for (String query : panel.queries()) {
                        cells.computeIfAbsent(panel.toString(), name -> new ArrayList<>())
                                .add(time(viewing.sql(query), reader));
                    }
                }
            }
        }
        return cells;
    }

    private static Map<String, List<String>> wishes(String region) {
        return Map.of(
                "province", List.of(region.equals("100000") ? region : "140000"),
                "city", List.of(region),
                "county", List.of(region),
                "region", List.of(region),
                "metric", List.of("test_sites"),
                "level", List.of(region.equals("140106") ? "next" : "county"),
                "scope", List.of(Viewing.ALL));
    }

    private static String time(String sql, Connection reader) throws SQLException {
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            Answer.to(sql, reader);
            milliseconds.add((System.nanoTime() - begun) / 1e6);
        }
        Collections.sort(milliseconds);
        return String.format(Locale.ROOT, "%.0f (%.0f)", milliseconds.get(TIMES / 2), milliseconds.get(TIMES - 1));
    }
}
