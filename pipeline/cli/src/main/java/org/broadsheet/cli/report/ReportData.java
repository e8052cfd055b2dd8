package org.broadsheet.cli.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.broadsheet.postgres.DatabaseSettings;
import org.broadsheet.postgres.FigureRow;
import org.broadsheet.postgres.ReferenceData.MetricRow;
import org.broadsheet.postgres.ReferenceData.RegionRow;
import org.broadsheet.postgres.ReportQuery;

/**
 * What a report shows, of one moment: 迎泽区 795 on 22 November 2022, and the sentence that says so.
 *
 * @param figures of the newest days, the newest first
 * @param months before them, one a month, the newest first
 */
public record ReportData(
        ReportQuery.Totals totals,
        List<RegionRow> regions,
        List<MetricRow> metrics,
        List<FigureRow> figures,
        List<FigureRow> months,
        Evidence evidence) {

    /**
     * Reads what readers see, in one transaction that changes nothing.
     *
     * @throws SQLException where the database refuses
     */
    public static ReportData read(DatabaseSettings database, ReportLimits limits) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            ReportData data = read(new ReportQuery(connection), limits);
            connection.commit();
            return data;
        }
    }

    private static ReportData read(ReportQuery query, ReportLimits limits) throws SQLException {
        List<FigureRow> figures = query.newest(limits.figures());
        List<FigureRow> months = figures.isEmpty()
                ? List.of()
                : query.months(figures.get(figures.size() - 1).day(), limits.months());
        return new ReportData(
                query.totals(),
                query.regions(),
                query.metrics(),
                figures,
                months,
                Evidence.read(query, figures, limits));
    }

    /** The first of the days that are there whole; the first day of all where there is none. */
    LocalDate since() {
        return figures.isEmpty()
                ? LocalDate.EPOCH
                : figures.get(figures.size() - 1).day();
    }
}
