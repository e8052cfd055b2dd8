package org.broadsheet.postgres;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a table holds in 32 hexadecimal digits, whatever the order of its rows: the sum of the rows' MD5, each half by
 * itself modulo 2⁶⁴. One character more in one row ({@code 迎泽区} for {@code 迎泽}) gives other digits.
 */
public final class Checksums {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(64);

    /**
     * The checksum of a table.
     *
     * @param rows how many it has
     * @param digits 32 hexadecimal digits; all 0 where it has none
     */
    public record TableChecksum(String table, long rows, String digits) {
        /** {@code fact 64 0f3a…}. */
        @Override
        public String toString() {
            return table + " " + rows + " " + digits;
        }
    }

    private Checksums() {}

    /**
     * Those of {@link Tables#CHECKED}, in its order, of one moment.
     *
     * @throws SQLException where the database refuses
     */
    public static List<TableChecksum> of(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL datestyle = 'ISO, YMD'");
            List<TableChecksum> checksums = new ArrayList<>();
            for (Table table : Tables.CHECKED) {
                checksums.add(of(statement, table));
            }
            return List.copyOf(checksums);
        } finally {
            connection.rollback();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        }
    }

    private static TableChecksum of(Statement statement, Table table) throws SQLException {
        String sql = "SELECT count(*), " + half(1) + ", " + half(17) + " FROM (SELECT md5(ROW(" + table.columnList()
                + ")::text) AS hash FROM " + table.name() + ") AS hashed";
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new TableChecksum(
                    table.name(), row.getLong(1), digits(row.getBigDecimal(2)) + digits(row.getBigDecimal(3)));
        }
    }

    private static String half(int from) {
        return "coalesce(sum(('x' || substr(hash, " + from + ", 16))::bit(64)::bigint::numeric), 0)";
    }

    private static String digits(BigDecimal sum) {
        return String.format(Locale.ROOT, "%016x", sum.toBigIntegerExact().mod(MODULUS));
    }
}
