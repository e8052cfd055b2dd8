package org.broadsheet.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.broadsheet.postgres.DatabaseSettings;
import org.broadsheet.postgres.FigureQuery;
import org.broadsheet.postgres.FigureRow;

/** Figures as a table for the terminal. */
final class FigureTable {
    private FigureTable() {}

    static String of(DatabaseSettings database, FigureQuery query) throws SQLException {
        try (Connection connection = database.connect()) {
            return of(query.figures(connection));
        }
    }

    static String of(List<FigureRow> figures) {
        TextTable table = new TextTable(
                "region", "code", "metric", "scope", "day", "value", "basis", "modifier", "parts", "reports", "label");
        for (FigureRow figure : figures) {
            table.add(
                    figure.regionName(),
                    Integer.toString(figure.region()),
                    figure.metric(),
                    figure.scope(),
                    figure.day().toString(),
                    figure.value().toPlainString(),
                    figure.basis(),
                    figure.modifier(),
                    parts(figure),
                    Integer.toString(figure.reports()),
                    figure.metricLabel());
        }
        return table.toString();
    }

    /** {@code 3/10}: of ten child regions three were summed; {@code 2}: two places of a county, whose places nobody counts. */
    private static String parts(FigureRow figure) {
        if (figure.basis().equals("stated")) {
            return "";
        }
        return figure.partsOf() == 0 ? Integer.toString(figure.parts()) : figure.parts() + "/" + figure.partsOf();
    }
}
