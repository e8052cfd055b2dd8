package org.broadsheet.job;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.postgres.DatabaseSettings;

/** The tables in the database as sorted lines, as the generator writes those that it knows. */
final class TableLines {
    private static final Map<String, String> QUERIES = Map.of(
            "page",
            "SELECT concat_ws('|', page_key, revision, content, withdrawn, source, coalesce(published::text, ''), home,"
                    + " paragraphs, kept, repeated, corrected) FROM page",
            "mention",
            "SELECT concat_ws('|', page_key, revision, (SELECT content FROM page WHERE reference = mention_text.page),"
                    + " number, article, metric, value, modifier, region, place, scope, day, start_offset, end_offset,"
                    + " quote, fate) FROM mention_text",
            "fact",
            "SELECT concat_ws('|', metric, region, place, scope, value, modifier, day, reports, mentions,"
                    + " first_published, last_published) FROM fact",
            "region_figure",
            "SELECT concat_ws('|', region, metric, scope, day, value, modifier, basis, parts, parts_of, reports)"
                    + " FROM region_figure");

    private TableLines() {}

    /** By table. */
    static Map<String, List<String>> of(DatabaseSettings database) throws SQLException {
        Map<String, List<String>> lines = new TreeMap<>();
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            for (Map.Entry<String, String> query : QUERIES.entrySet()) {
                List<String> rows = new ArrayList<>();
                try (ResultSet row = statement.executeQuery(query.getValue())) {
                    while (row.next()) {
                        rows.add(row.getString(1));
                    }
                }
                lines.put(query.getKey(), sorted(rows));
            }
        }
        return lines;
    }

    private static List<String> sorted(List<String> lines) {
        List<String> sorted = new ArrayList<>(lines);
        Collections.sort(sorted);
        return sorted;
    }
}
