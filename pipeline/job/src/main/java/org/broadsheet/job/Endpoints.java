package org.broadsheet.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.Topics;
import org.broadsheet.postgres.DatabaseException;
import org.broadsheet.postgres.DatabaseSettings;
import org.broadsheet.postgres.Generations;
import org.broadsheet.postgres.Migration;
import org.broadsheet.postgres.ReferenceData;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Points;
import org.broadsheet.text.place.Region;

/** From the settings to the endpoints: where the broker and the database are, and what the tables are named by. */
public final class Endpoints {
    private Endpoints() {}

    /** Where the broker is. */
    public static KafkaConnection kafka(Settings settings) {
        return new KafkaConnection(settings.kafka().servers(), settings.kafka().properties());
    }

    /** The topics, under the prefix of the settings; those that the job writes are of its generation. */
    public static Topics topics(Settings settings) {
        return Topics.named(
                settings.kafka().topicPrefix(), settings.generation().suffix());
    }

    /** Where the tables of this generation are. */
    public static DatabaseSettings database(Settings settings) {
        Settings.Database database = settings.database();
        return new DatabaseSettings(database.url(), database.user(), database.password(), database.schema());
    }

    /** Where readers look: the views of the generation that serves. */
    public static DatabaseSettings served(Settings settings) {
        return database(settings).withSchema(settings.database().served());
    }

    /**
     * Where to read figures: of the generation that was named, or else of the one that serves.
     *
     * @throws DatabaseException where none serves yet
     */
    public static DatabaseSettings reading(Settings settings, Optional<String> generation) throws SQLException {
        if (generation.isPresent()) {
            return database(settings);
        }
        if (generations(settings).serves().isEmpty()) {
            throw new DatabaseException(
                    "No generation serves in " + settings.database().served() + ": run check --create.");
        }
        return served(settings);
    }

    /** The generations of this installation. */
    public static Generations generations(Settings settings) {
        return new Generations(served(settings));
    }

    /**
     * Makes the tables where they are missing, and brings regions, metrics and papers up to date. The first generation there
     * is serves at once.
     */
    public static void makeTables(Settings settings) throws SQLException {
        Migration.migrate(database(settings));
        writeNames(settings);
        generations(settings).add(settings.generation().name());
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
        Gazetteer gazetteer = rules.gazetteer();
        Points points = Points.load();
        return gazetteer.regions().stream()
                .map(region -> row(region, points.of(region.code(), gazetteer)))
                .toList();
    }

    private static ReferenceData.RegionRow row(Region region, Optional<Points.Point> point) {
        return new ReferenceData.RegionRow(
                region.code(),
                region.name(),
                region.level().name().toLowerCase(java.util.Locale.ROOT),
                region.parent(),
                point.map(Points.Point::longitude).orElse(null),
                point.map(Points.Point::latitude).orElse(null));
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
