package org.broadsheet.job;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.generator.KnownFact;
import org.broadsheet.generator.KnownFigure;
import org.broadsheet.generator.KnownRow;
import org.broadsheet.generator.KnownTables;
import org.broadsheet.generator.Told;
import org.broadsheet.postgres.DatabaseSettings;

/** The tables as sorted lines: those that the generator knows, and those in the database. */
final class KnownLines {
    private static final Map<String, String> QUERIES = Map.of(
            "page",
            "SELECT concat_ws('|', page_key, revision, content, withdrawn, source, coalesce(published::text, ''), home,"
                    + " paragraphs, kept, repeated) FROM page",
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

    private KnownLines() {}

    /** By table. */
    static Map<String, List<String>> of(KnownTables tables) {
        return new TreeMap<>(Map.of(
                "page", sorted(tables.pages().stream().map(KnownLines::line).toList()),
                "mention", sorted(tables.mentions().stream().map(KnownRow::line).toList()),
                "fact", sorted(tables.facts().stream().map(KnownFact::line).toList()),
                "region_figure",
                        sorted(tables.figures().stream().map(KnownFigure::line).toList())));
    }

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

    private static String line(Told told) {
        if (told instanceof Told.Withdrawn page) {
            return String.join("|", page.key(), Long.toString(page.revision()), page.content(), "t||", "0|0|0|0");
        }
        Told.Printed page = (Told.Printed) told;
        return String.join(
                "|",
                page.key(),
                Long.toString(page.revision()),
                page.content(),
                "f",
                page.source(),
                LocalDate.ofEpochDay(page.published()).toString(),
                Integer.toString(page.home()),
                Integer.toString(page.paragraphs()),
                Integer.toString(page.paragraphs() - page.repeated()),
                Integer.toString(page.repeated()));
    }

    private static List<String> sorted(List<String> lines) {
        List<String> sorted = new ArrayList<>(lines);
        Collections.sort(sorted);
        return sorted;
    }
}
