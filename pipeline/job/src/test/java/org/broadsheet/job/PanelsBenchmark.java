package org.broadsheet.job;

import java.io.IOException;
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
 * How long every query of every panel takes with two million facts, for 迎泽区, 太原市, 山西省 and the country: milliseconds of the
 * processor, p50 / longest, and the p50 of the clock. Without parallel workers, so that one process's time is all of it. Run by hand:
 * {@code mvn -pl pipeline/job -am test -Dtest=PanelsBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * -Dbroadsheet.panels.days=300}. It writes {@code target/panels.md}.
 */
class PanelsBenchmark {
    private static final List<String> REGIONS = List.of("140106", "140100", "140000", "100000");
    private static final Instant FROM = Instant.parse("2021-12-31T16:00:00Z");
    private static final Instant TO = Instant.parse("2022-12-31T16:00:00Z");
    private static final int TIMES = 11;
    private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

    @TempDir
    private Path folder;

    @Test
    void measure() throws Exception {
        int days = Integer.getInteger("broadsheet.panels.days", 300);
        try (MadeDatabase database = MadeDatabase.start(folder);
                Connection writer = database.writer();
                Connection reader = database.reader()) {
            MadeTables.fill(writer, days);
            Answer.to("SELECT set_config('max_parallel_workers_per_gather', '0', false)", reader);
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
                    for (int i = 0; i < panel.queries().size(); i++) {
                        String sql = viewing.sql(panel.queries().get(i));
                        cells.computeIfAbsent(panel + (i == 0 ? "" : ", query " + (i + 1)), name -> new ArrayList<>())
                                .add(time(sql, reader));
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

    private static String time(String sql, Connection reader) throws SQLException, IOException {
        List<Double> clock = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        Path spent = spent(reader);
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            long before = nanoseconds(spent);
            Answer.to(sql, reader);
            processor.add((nanoseconds(spent) - before) / NANOSECONDS_PER_MILLISECOND);
            clock.add((System.nanoTime() - begun) / NANOSECONDS_PER_MILLISECOND);
        }
        Collections.sort(clock);
        Collections.sort(processor);
        return String.format(
                Locale.ROOT,
                "%.0f / %.0f (%.0f)",
                processor.get(TIMES / 2),
                processor.get(TIMES - 1),
                clock.get(TIMES / 2));
    }

    /** Where Linux says how long the server's process of this connection has run. */
    private static Path spent(Connection reader) throws SQLException {
        Object process =
                Answer.to("SELECT pg_backend_pid()", reader).rows().get(0).get(0);
        return Path.of("/proc", String.valueOf(process), "schedstat");
    }

    private static long nanoseconds(Path spent) throws IOException {
        return Long.parseLong(Files.readString(spent).split(" ", 2)[0]);
    }
}
