package org.broadsheet.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.postgres.ReferenceData.MetricRow;
import org.broadsheet.postgres.ReferenceData.RegionRow;

/**
 * What a report shows, as much of it as there is room for: the figures of the newest days (迎泽区 795 on 22 November 2022), the
 * months before them, and what is behind some of them. It reads what readers see, in the transaction of its connection.
 */
public final class ReportQuery {
    private final Connection connection;

    /** @param connection in a transaction, where all answers are to be of one moment */
    public ReportQuery(Connection connection) {
        this.connection = connection;
    }

    /** How many rows there are in all. */
    public record Totals(long pages, long facts, long figures) {}

    /** Counts all rows. */
    public Totals totals() throws SQLException {
        return rows("totals.sql", statement -> {}, row -> new Totals(row.getLong(1), row.getLong(2), row.getLong(3)))
                .get(0);
    }

    /** All divisions and zones, by code. */
    public List<RegionRow> regions() throws SQLException {
        return select(
                "SELECT code, name, level, parent, longitude, latitude FROM region ORDER BY code",
                statement -> {},
                row -> new RegionRow(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getObject(5, Double.class),
                        row.getObject(6, Double.class)));
    }

    /** The catalogue, by id. */
    public List<MetricRow> metrics() throws SQLException {
        return select(
                "SELECT id, label_zh, label_en, unit, kind FROM metric ORDER BY id",
                statement -> {},
                row -> new MetricRow(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
    }

    /** The figures of as many of the newest days as have at most so many, the newest first; never more. */
    public List<FigureRow> newest(int most) throws SQLException {
        return rows(
                "newest.sql",
                statement -> {
                    statement.setInt(1, most);
                    statement.setInt(2, most);
                },
                FigureQuery::figure);
    }

    /**
     * Before a day, of each region above the counties the last figure of each month: whole months with at most so many; where a
     * single month has more, those of the provinces and the country.
     */
    public List<FigureRow> months(LocalDate before, int most) throws SQLException {
        return rows(
                "months.sql",
                statement -> {
                    statement.setObject(1, before);
                    statement.setInt(2, most);
                },
                FigureQuery::figure);
    }

    /** What is behind these figures, the largest fact first, then in the order of publication. */
    public List<EvidenceRow> evidence(List<FigureRow> figures) throws SQLException {
        // Figure by figure: asked for all at once, the database joins all facts of a year first.
        String sql = "SELECT found.* FROM unnest(?::integer[], ?::text[], ?::text[], ?::text[]::date[])"
                + " AS wanted (region, metric, scope, day) CROSS JOIN LATERAL (SELECT " + FigureQuery.EVIDENCE
                + " FROM evidence WHERE evidence.region = wanted.region AND evidence.metric = wanted.metric"
                + " AND evidence.scope = wanted.scope AND evidence.day = wanted.day ORDER BY "
                + FigureQuery.EVIDENCE_ORDER + ") AS found";
        return select(
                sql,
                statement -> {
                    statement.setArray(1, array("integer", figures.stream().map(FigureRow::region)));
                    statement.setArray(2, array("text", figures.stream().map(FigureRow::metric)));
                    statement.setArray(3, array("text", figures.stream().map(FigureRow::scope)));
                    statement.setArray(4, array("text", figures.stream().map(FigureRow::day)));
                },
                FigureQuery::evidence);
    }

    /** The articles of these pages, where their text is kept and no longer than so many characters. */
    public List<ArticleText> articles(Collection<String> pages, int longest) throws SQLException {
        return rows(
                "articles.sql",
                statement -> {
                    statement.setArray(1, array("text", pages.stream()));
                    statement.setInt(2, longest);
                },
                row -> new ArticleText(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)));
    }

    private Array array(String type, Stream<?> items) throws SQLException {
        return connection.createArrayOf(type, items.toArray());
    }

    private <T> List<T> rows(String resource, Parameters parameters, Row<T> row) throws SQLException {
        return select(SqlResource.read("report/" + resource), parameters, row);
    }

    private <T> List<T> select(String sql, Parameters parameters, Row<T> row) throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Fills the gaps of a statement. */
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Reads the row at which a result stands. */
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
