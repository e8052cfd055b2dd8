package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what the figures are named by: regions, metrics, papers. Labels change live; nothing is ever taken out. */
public final class ReferenceData {
    /**
     * {@code (140106, 迎泽区, county, 140100, 112.657, 37.865)}.
     *
     * @param level {@code country province prefecture county zone}
     * @param parent 0 above the country
     * @param longitude degrees east of a point in it; null of the country
     * @param latitude degrees north of the same point
     */
    public record RegionRow(
            int code,
            String name,
            String level,
            int parent,
            @Nullable Double longitude,
            @Nullable Double latitude) {}

    /**
     * {@code (test_sites, 核酸检测点, nucleic-acid test sites, site, stock)}.
     *
     * @param kind {@code stock} or {@code flow}
     */
    public record MetricRow(String id, String labelZh, String labelEn, String unit, String kind) {}

    /**
     * {@code (太原晚报, 140100)}.
     *
     * @param home 0 where unknown
     */
    public record PaperRow(String name, int home) {}

    private ReferenceData() {}

    /**
     * Puts all of it in, or over what is there, in one transaction.
     *
     * @throws SQLException where the database refuses; nothing is changed then
     */
    public static void write(
            Connection connection, List<RegionRow> regions, List<MetricRow> metrics, List<PaperRow> papers)
            throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            writeRegions(connection, regions);
            writeMetrics(connection, metrics);
            writePapers(connection, papers);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(before);
        }
    }

    private static void writeRegions(Connection connection, List<RegionRow> regions) throws SQLException {
        String sql = "INSERT INTO region (code, name, level, parent, longitude, latitude) VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level,"
                + " parent = excluded.parent, longitude = excluded.longitude, latitude = excluded.latitude";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (RegionRow region : regions) {
                statement.setInt(1, region.code());
                statement.setString(2, region.name());
                statement.setString(3, region.level());
                statement.setInt(4, region.parent());
                statement.setObject(5, region.longitude(), Types.DOUBLE);
                statement.setObject(6, region.latitude(), Types.DOUBLE);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM region_ancestor"
                    + " WHERE (region, ancestor, steps) NOT IN (SELECT region, ancestor, steps FROM region_way)");
            statement.execute("INSERT INTO region_ancestor"
                    + " SELECT region, ancestor, steps FROM region_way ON CONFLICT DO NOTHING");
        }
    }

    private static void writeMetrics(Connection connection, List<MetricRow> metrics) throws SQLException {
        String sql = "INSERT INTO metric VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET label_zh ="
                + " excluded.label_zh, label_en = excluded.label_en, unit = excluded.unit, kind = excluded.kind";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (MetricRow metric : metrics) {
                statement.setString(1, metric.id());
                statement.setString(2, metric.labelZh());
                statement.setString(3, metric.labelEn());
                statement.setString(4, metric.unit());
                statement.setString(5, metric.kind());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void writePapers(Connection connection, List<PaperRow> papers) throws SQLException {
        String sql = "INSERT INTO paper VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET home = excluded.home";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (PaperRow paper : papers) {
                statement.setString(1, paper.name());
                statement.setInt(2, paper.home());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
