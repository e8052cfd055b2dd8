package org.broadsheet.job;

import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.DeadLetterSink;
import org.broadsheet.kafka.FigureSink;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.PageSource;
import org.broadsheet.kafka.Topic;
import org.broadsheet.kafka.Topics;
import org.broadsheet.postgres.Closing;
import org.broadsheet.postgres.DatabaseSettings;
import org.broadsheet.postgres.Rows;
import org.broadsheet.postgres.TableChange;
import org.broadsheet.postgres.TableSink;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.Intake;
import org.broadsheet.text.fact.MentionRow;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.page.ClosedYears;
import org.broadsheet.text.page.RawPage;

/** The job as it runs: the graph between Kafka and PostgreSQL. */
public final class BroadsheetJob {
    private final Settings settings;
    private final KafkaConnection kafka;
    private final Topics topics;
    private final StreamExecutionEnvironment environment;
    private final ClosedYears closed;

    private BroadsheetJob(Settings settings, StreamExecutionEnvironment environment, ClosedYears closed) {
        this.settings = settings;
        this.kafka = Endpoints.kafka(settings);
        this.topics = Endpoints.topics(settings);
        this.environment = environment;
        this.closed = closed;
    }

    /**
     * Starts the job in this environment, under the name of its consumer group, and returns at once. It takes the years that
     * the tables say are closed.
     *
     * @throws Exception where the environment does not take it
     */
    public static JobClient start(Settings settings, StreamExecutionEnvironment environment) throws Exception {
        define(settings, environment, Closing.closed(Endpoints.database(settings)));
        new StateFolder(settings.job().stateFolder()).noteFormat();
        return environment.executeAsync(settings.kafka().group());
    }

    /**
     * Starts a job that fills a generation from an archive and reads no topic; otherwise like {@link #start}. A job that reads the
     * topics goes on with its state.
     *
     * @throws Exception where the environment does not take it
     */
    public static JobClient startReplay(
            Settings settings, StreamExecutionEnvironment environment, Source<RawPage, ?, ?> archive) throws Exception {
        new BroadsheetJob(settings, environment, Closing.closed(Endpoints.database(settings)))
                .define(Map.of(
                        "files",
                        environment
                                .fromSource(archive, WatermarkStrategy.noWatermarks(), "files")
                                .uid("files")));
        new StateFolder(settings.job().stateFolder()).noteFormat();
        return environment.executeAsync(settings.kafka().group());
    }

    /**
     * Defines the job between these pages, wherever they come from, and the tables and topics of the settings, and does not start it:
     * what {@code bench run} measures is the job that runs.
     *
     * @param pages by name, as {@link FigureGraph#define} takes them
     */
    public static void define(
            Settings settings,
            StreamExecutionEnvironment environment,
            ClosedYears closed,
            Map<String, DataStream<RawPage>> pages) {
        new BroadsheetJob(settings, environment, closed).define(pages);
    }

    static void define(Settings settings, StreamExecutionEnvironment environment, ClosedYears closed) {
        BroadsheetJob job = new BroadsheetJob(settings, environment, closed);
        job.define(Map.of(
                "articles", job.pages(job.topics.articles(), "articles"),
                "archive", job.pages(job.topics.archive(), "articles-archive")));
    }

    private void define(Map<String, DataStream<RawPage>> pages) {
        var outlets = new TableOutlets();
        FigureGraph.define(
                pages,
                settings.rules(),
                settings.job().evidence(),
                settings.job().rejected(),
                closed,
                new Outlets(
                        outlets::pages,
                        outlets::mentions,
                        outlets::facts,
                        figures -> {
                            outlets.figures(figures);
                            figures.sinkTo(FigureSink.into(
                                            kafka, topics.figures().name(), prefix("figures")))
                                    .uid("write-figures")
                                    .name("region-figures");
                        },
                        outlets::intake,
                        letters -> letters.sinkTo(DeadLetterSink.into(
                                        kafka, topics.deadLetters().name(), prefix("dead-letters")))
                                .uid("write-dead-letters")
                                .name("dead-letters")));
        outlets.write(Endpoints.database(settings));
    }

    private String prefix(String sink) {
        return settings.kafka().group() + "-" + sink;
    }

    private DataStream<RawPage> pages(Topic topic, String uid) {
        String group = settings.kafka().group();
        return environment
                .fromSource(PageSource.of(kafka, topic.name(), group).build(), WatermarkStrategy.noWatermarks(), uid)
                .uid(uid);
    }

    /** Gathers the rows of all tables into one sink: they are written in one transaction. */
    private static final class TableOutlets {
        private final java.util.List<DataStream<TableChange>> changes = new java.util.ArrayList<>();

        void pages(DataStream<PageRow> rows) {
            changes.add(rows.map(Rows::page).uid("rows-of-pages").name("rows of pages"));
        }

        void mentions(DataStream<MentionRow> rows) {
            changes.add(rows.map(Rows::mention).uid("rows-of-mentions").name("rows of mentions"));
        }

        void facts(DataStream<FactChange> facts) {
            changes.add(facts.map(Rows::fact).uid("rows-of-facts").name("rows of facts"));
        }

        void figures(DataStream<FigureChange> figures) {
            changes.add(figures.map(Rows::figure).uid("rows-of-figures").name("rows of figures"));
        }

        void intake(DataStream<Intake> books) {
            changes.add(books.map(Rows::intake).uid("rows-of-intake").name("rows of the books"));
        }

        void write(DatabaseSettings database) {
            changes.stream()
                    .reduce(DataStream::union)
                    .orElseThrow()
                    .sinkTo(TableSink.into(database))
                    .uid("write-tables")
                    .name("tables");
        }
    }
}
