package org.broadsheet.cli.report;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.postgres.DatabaseSettings;

/** How large the report of a year of all counties is, 2 million facts of 迎泽区 and the others, and how long it takes; run by hand. */
final class ReportBenchmark {
    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private ReportBenchmark() {}

    /** Arguments: the folder of this copy, and the file to write. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("broadsheet-report-");
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder, 0)) {
            Settings settings = Settings.read(
                    Path.of(arguments[0], "config/broadsheet.yaml"),
                    Map.of(),
                    Map.of(
                            "database.url", server.jdbcUrl(),
                            "database.user", server.user(),
                            "database.password", server.password()));
            Endpoints.makeTables(settings);
            try (Connection connection = Endpoints.database(settings).connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql());
                statement.execute("ANALYZE");
            }
            DatabaseSettings served = Endpoints.served(settings);
            for (int round = 0; round < 2; round++) {
                long begin = System.nanoTime();
                ReportData data = ReportData.read(served, ReportLimits.OF_A_FILE);
                long read = System.nanoTime();
                long bytes = ReportFile.write(data, Clock.systemUTC(), Path.of(arguments[1]));
                System.out.println(data.totals() + " figures " + data.figures().size() + " since " + data.since()
                        + ", months " + data.months().size() + ", explained "
                        + data.evidence().figures() + ", mentions "
                        + data.evidence().rows().size() + ", articles "
                        + data.evidence().articles().size() + ": " + bytes + " bytes, read in "
                        + seconds(read - begin) + " s, written in " + seconds(System.nanoTime() - read) + " s");
            }
        }
    }

    private static double seconds(long nanoseconds) {
        return nanoseconds / NANOSECONDS_PER_SECOND;
    }

    private static String sql() throws Exception {
        try (InputStream resource = Objects.requireNonNull(ReportBenchmark.class.getResourceAsStream("a-year.sql"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
