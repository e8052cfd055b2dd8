package org.broadsheet.postgres;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is not the same in two generations: {@code 迎泽区 test_sites current 2022-11-22: 759 → 795}.
 *
 * @param regionName empty where it has none
 * @param before null where only the second has it
 * @param after null where only the first has it
 */
public record FigureDifference(
        int region,
        String regionName,
        String metric,
        String scope,
        LocalDate day,
        @Nullable Reading before,
        @Nullable Reading after) {
    /** What one generation says. */
    public record Reading(BigDecimal value, String modifier, String basis, int parts, int reports) {
        private static @Nullable Reading of(ResultSet row, int first) throws SQLException {
            BigDecimal value = row.getBigDecimal(first);
            return value == null
                    ? null
                    : new Reading(
                            value,
                            row.getString(first + 1),
                            row.getString(first + 2),
                            row.getInt(first + 3),
                            row.getInt(first + 4));
        }
    }

    static FigureDifference of(ResultSet row) throws SQLException {
        return new FigureDifference(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                Reading.of(row, 6),
                Reading.of(row, 11));
    }
}
