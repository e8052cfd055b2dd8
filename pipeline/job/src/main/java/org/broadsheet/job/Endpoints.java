package org.broadsheet.job;

import java.util.List;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.Topics;
import org.broadsheet.postgres.DatabaseSettings;
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

    /** Rows of the table {@code region}. */
    public static List<ReferenceData.RegionRow> regions(TextRules rules) {
        return rules.gazetteer().regions().stream()
                .map(region -> new ReferenceData.RegionRow(
                        region.code(),
                        region.name(),
                        region.level().name().toLowerCase(java.util.Locale.ROOT),
                        region.parent()))
                .toList();
    }

    /** Rows of the table {@code metric}. */
    public static List<ReferenceData.MetricRow> metrics(TextRules rules) {
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
    public static List<ReferenceData.PaperRow> papers(TextRules rules) {
        return rules.papers().papers().stream()
                .map(paper -> new ReferenceData.PaperRow(paper.name(), paper.home()))
                .toList();
    }
}
