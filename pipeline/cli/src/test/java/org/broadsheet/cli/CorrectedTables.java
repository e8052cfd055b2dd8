package org.broadsheet.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.Passed;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.postgres.Audit;
import org.broadsheet.postgres.Checksums;
import org.broadsheet.postgres.Difference;

/** The tables of a job that runs beside, and what was sent to it. */
record CorrectedTables(Settings settings) {
    /** Of a page's row all but its name: what says which content of which number of corrections it is. */
    static final String PAGE_BUT_ITS_NAME =
            "page_key, revision, withdrawn, source, published, home, url, inferred, rules,"
                    + " paragraphs, kept, repeated, repeats, articles, sentences, mentions, corrections";

    private static final long LOOK_MILLISECONDS = 50;

    KafkaConnection kafka() {
        return Endpoints.kafka(settings);
    }

    String topic() {
        return Endpoints.topics(settings).articles().name();
    }

    /** How many records were sent. */
    long sent() {
        return PartitionOffsets.end(kafka(), topic()).sum();
    }

    /** Waits until every record has its rows. */
    void awaitThrough() throws Exception {
        PartitionOffsets end = PartitionOffsets.end(kafka(), topic());
        while (!Passed.through(Endpoints.database(settings), end)) {
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    /** Checksums of facts and figures, and the mentions without the names of their pages. */
    List<String> results() throws SQLException {
        List<String> results = new ArrayList<>();
        try (Connection connection = Endpoints.database(settings).connect()) {
            Checksums.of(connection).stream()
                    .filter(table -> List.of("fact", "region_figure").contains(table.table()))
                    .forEach(table -> results.add(table.toString()));
        }
        results.addAll(
                query("SELECT page_key, number, metric, value, modifier, region, place, scope, day, day_stated, fate,"
                        + " fact FROM mention_text ORDER BY page_key, number"));
        return results;
    }

    List<Difference> differences() throws SQLException {
        try (Connection connection = Endpoints.database(settings).connect()) {
            return Audit.run(connection).differences();
        }
    }

    List<String> query(String sql) throws SQLException {
        try (Connection connection = Endpoints.database(settings).connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> line = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    line.add(String.valueOf(rows.getString(column)));
                }
                lines.add(String.join(" ", line));
            }
            return lines;
        }
    }
}
