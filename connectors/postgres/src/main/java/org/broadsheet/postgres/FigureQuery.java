package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which figures: those of {@code 迎泽区}, of {@code 140106}, of all codes that begin with {@code 1401}, of all.
 *
 * @param region six digits, the first ones of a code, a name or the beginning of a name ({@code 太原}); empty for all
 * @param metric id, or Chinese label; empty for all
 * @param scope {@code current}, {@code new} or {@code cumulative}; empty for all
 * @param day null for all
 */
public record FigureQuery(
        String region,
        String metric,
        String scope,
        @Nullable LocalDate day) {
    /** All figures. */
    public static final FigureQuery ALL = new FigureQuery("", "", "", null);

    /** What {@link #evidence} reads. */
    static final String EVIDENCE = "region, metric, scope, day, fact, fact_region, coalesce(fact_region_name, ''),"
            + " fact_place, fact_value, fact_modifier, fact_reports, page, number, fate, paper, published, page_key, url,"
            + " coalesce(sentence, ''), quote, start_offset, end_offset, rule, rules, value_read,"
            + " coalesce(correction, ''), article";

    static final String EVIDENCE_ORDER = "region, metric, scope, day, fact_region, fact_place, fact_value DESC, fact,"
            + " published, page_key, page, number";

    private static final Pattern CODE = Pattern.compile("[0-9]{1,6}");

    private static final String FILTER = " FROM figure WHERE (? = '' OR CASE WHEN ? THEN starts_with(region::text, ?)"
            + " ELSE starts_with(region_name, ?) END) AND (? = '' OR metric = ? OR label_zh = ?)"
            + " AND (? = '' OR scope = ?) AND (?::date IS NULL OR day = ?::date)";

    /**
     * The figures, by region, metric, scope and day.
     *
     * @throws SQLException where the database refuses
     */
    public List<FigureRow> figures(Connection connection) throws SQLException {
        String sql = "SELECT region, coalesce(region_name, ''), metric, coalesce(label_zh, ''), scope, day, value,"
                + " modifier, basis, parts, parts_of, reports" + FILTER + " ORDER BY region, metric, scope, day";
        List<FigureRow> figures = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            filter(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    figures.add(figure(rows));
                }
            }
        }
        return List.copyOf(figures);
    }

    /**
     * What is behind these figures, by figure, then the largest fact first, then in the order of publication.
     *
     * @throws SQLException where the database refuses
     */
    public List<EvidenceRow> why(Connection connection) throws SQLException {
        String sql = "SELECT " + EVIDENCE + " FROM evidence"
                + " WHERE (region, metric, scope, day) IN (SELECT region, metric, scope, day" + FILTER + ") ORDER BY "
                + EVIDENCE_ORDER;
        List<EvidenceRow> evidence = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            filter(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    evidence.add(evidence(rows));
                }
            }
        }
        return List.copyOf(evidence);
    }

    private void filter(PreparedStatement statement) throws SQLException {
        statement.setString(1, region);
        statement.setBoolean(2, CODE.matcher(region).matches());
        statement.setString(3, region);
        statement.setString(4, region);
        statement.setString(5, metric);
        statement.setString(6, metric);
        statement.setString(7, metric);
        statement.setString(8, scope);
        statement.setString(9, scope);
        statement.setObject(10, day, Types.DATE);
        statement.setObject(11, day, Types.DATE);
    }

    static FigureRow figure(ResultSet row) throws SQLException {
        return new FigureRow(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getBigDecimal(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12));
    }

    static EvidenceRow evidence(ResultSet row) throws SQLException {
        return new EvidenceRow(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                row.getBigDecimal(9),
                row.getString(10),
                row.getInt(11),
                row.getString(12),
                row.getInt(13),
                row.getString(14),
                row.getString(15),
                row.getObject(16, LocalDate.class),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getString(20),
                row.getInt(21),
                row.getInt(22),
                row.getString(23),
                row.getString(24),
                row.getBigDecimal(25),
                row.getString(26),
                row.getInt(27));
    }
}
