package org.broadsheet.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.postgres.CorrectionQuery;
import org.broadsheet.postgres.CorrectionQuery.CorrectionRow;
import org.broadsheet.postgres.DatabaseSettings;

/** Prints who corrected what, as the tables have it: {@code in force 太原晚报/2022-11-22/003#5 795个检测采样点 705 误识}. */
final class CorrectionList {
    private CorrectionList() {}

    /** @param key of one page; empty for all */
    static int print(DatabaseSettings database, String key, PrintWriter out) throws SQLException {
        List<CorrectionRow> rows;
        try (Connection connection = database.connect()) {
            rows = CorrectionQuery.all(connection, key);
        }
        if (rows.isEmpty()) {
            out.println("Nobody has corrected anything" + (key.isEmpty() ? "." : " in " + key + "."));
            return Broadsheet.DONE;
        }
        TextTable table = new TextTable("standing", "mention", "quote", "metric", "value", "revision", "why");
        for (CorrectionRow row : rows) {
            BigDecimal value = row.value();
            table.add(
                    row.standing(),
                    names(row),
                    row.quote(),
                    row.metric(),
                    value == null ? "dropped" : value.toPlainString(),
                    Long.toString(row.revision()),
                    row.why());
        }
        out.print(table);
        return Broadsheet.DONE;
    }

    private static String names(CorrectionRow row) {
        return row.mentions().isEmpty()
                ? new MentionName(row.pageKey(), MentionName.NO_NUMBER).shown()
                : row.mentions().stream()
                        .map(number -> new MentionName(row.pageKey(), number).shown())
                        .collect(Collectors.joining(" "));
    }
}
