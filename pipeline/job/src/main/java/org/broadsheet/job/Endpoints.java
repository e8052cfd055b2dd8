package org.broadsheet.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.Topics;
import org.broadsheet.postgres.DatabaseSettings;
import org.broadsheet.postgres.Migration;
import org.broadsheet.postgres.ReferenceData;
import org.broadsheet.text.TextRules;

/** From the settings to the endpoints: where the broker and the database are, and what the tables are named by. */
public final class Endpoints {
    private Endpoints() {}

    /** Where the broker is. */
    public static KafkaConnection kafka(Settings settings) {
        return new KafkaConnection(settings.kafka().servers(), settings.kafka().properties());
    }

    /** The topics, under the prefix of the settings. */
    public static Topics topics(Settings settings) {
        return Topics.withPrefix(settings.kafka().topicPrefix());
    }

    /** Where the tables are. */
    public static DatabaseSettings database(Settings settings) {
        Settings.Database database = settings.database();
        return new DatabaseSettings(database.url(), database.user(), database.password(), database.schema());
    }

    /** Makes the tables where they are missing, and brings regions, metrics and papers up to date. */
    public static void makeTables(Settings settings) throws SQLException {
        Migration.migrate(database(settings));
        writeNames(settings);
    }

    /** Brings the tables {@code region}, {@code metric} and {@code paper} up to date. */
    public static void writeNames(Settings settings) throws SQLException {
        TextRules rules = settings.rules();
        try (Connection connection = database(settings).connect()) {
            ReferenceData.write(connection, regions(rules), metrics(rules), papers(rules));
        }
    }

    /**
     * Makes the topics that are missing.
     *
     * @return their names
     */
    public static List<String> makeTopics(Settings settings) {
        return topics(settings).create(kafka(settings));
    }

    /** Rows of the table {@code region}. */
    private static List<ReferenceData.RegionRow> regions(TextRules rules) {
        return rules.gazetteer().regions().stream()
                .map(region -> new ReferenceData.RegionRow(
                        region.code(),
                        region.name(),
                        region.level().name().toLowerCase(java.util.Locale.ROOT),
                        region.parent()))
                .toList();
    }

    /** Rows of the table {@code metric}. */
    private static List<ReferenceData.MetricRow> metrics(TextRules rules) {
        return rules.catalogue().metrics().stream()
                .map(metric -> new ReferenceData.MetricRow(
                        metric.id(),
                        metric.chinese(),
                        metric.english(),
                        metric.unit(),
                        metric.kind().label()))
                .toList();
    }

    /** Rows of the table {@code paper}. */
    private static List<ReferenceData.PaperRow> papers(TextRules rules) {
        return rules.papers().papers().stream()
                .map(paper -> new ReferenceData.PaperRow(paper.name(), paper.home()))
                .toList();
    }
}
