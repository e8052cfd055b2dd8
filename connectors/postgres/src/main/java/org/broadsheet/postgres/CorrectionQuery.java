package org.broadsheet.postgres;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.text.page.PageId;
import org.jspecify.annotations.Nullable;

/** What the tables know of corrections: {@code 795个检测采样点} of 太原晚报/2022-11-22/003 is 705. */
public final class CorrectionQuery {
    private CorrectionQuery() {}

    /**
     * A correction.
     *
     * @param standing {@code in force}, {@code unmatched}, {@code undone} or {@code superseded}
     * @param metric empty: of every metric
     * @param value null where the mention is dropped
     * @param mentions by number; empty where the page has none such
     */
    public record CorrectionRow(
            String pageKey,
            long revision,
            String standing,
            String quote,
            String metric,
            @Nullable BigDecimal value,
            String why,
            List<Integer> mentions) {}

    /**
     * All corrections ever made, by page, revision and mention.
     *
     * @param key of one page; empty for all
     * @throws SQLException where the database refuses
     */
    public static List<CorrectionRow> all(Connection connection, String key) throws SQLException {
        String sql = "SELECT page_key, revision, standing, quote, metric, value, why, mentions FROM page_correction"
                + " WHERE ? IN ('', page_key) ORDER BY page_key, revision, mentions, quote, standing, value";
        List<CorrectionRow> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new CorrectionRow(
                            rows.getString(1),
                            rows.getLong(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getBigDecimal(6),
                            rows.getString(7),
                            List.of((Integer[]) rows.getArray(8).getArray())));
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * The content of a page that holds, as far as the job has read; a withdrawal, too.
     *
     * @throws SQLException where the database refuses
     */
    public static Optional<PageId> greatest(Connection connection, String key) throws SQLException {
        String sql = "SELECT revision, corrected, content FROM page WHERE page_key = ?"
                + " ORDER BY revision DESC, corrected DESC, content DESC LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new PageId(key, row.getLong(1), row.getLong(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }
}
