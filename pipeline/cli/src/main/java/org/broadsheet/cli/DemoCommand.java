package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.cli.report.ReportServer;
import org.broadsheet.job.BroadsheetJob;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.LocalCluster;
import org.broadsheet.job.Passed;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.postgres.DatabaseSettings;
import org.broadsheet.postgres.FigureQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: everything in one process, on real pages. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a Kafka broker, a PostgreSQL database and the Flink job in one process on 127.0.0.1, feeds the sample"
                    + " pages, prints their figures, serves the report, where they appear as they arrive, and goes on taking"
                    + " pages that are put into a folder, until Ctrl-C.",
            "Each demo begins with empty topics and tables."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet demo --once                   ends when the sample pages are through",
            "  ./broadsheet demo --pages my-pages         other pages, with a pages.jsonl that says what they are",
            "  ./broadsheet demo --report-port 8000 --web-port 8090"
        })
final class DemoCommand implements Callable<Integer> {
    private static final long LOOK_MILLISECONDS = 200;

    @Option(names = "--once", description = "End when the pages are through.")
    private boolean once;

    @Option(names = "--pages", paramLabel = "DIR", description = "The pages to feed (default: config/samples/pages).")
    private @Nullable Path pages;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where broker, database and state keep their files (default: .broadsheet/demo of this copy)."
                    + " It is emptied at the start.")
    private @Nullable Path folder;

    @Option(names = "--broker-port", paramLabel = "N", description = "Default: 9092 where it is free, else any.")
    private int brokerPort;

    @Option(names = "--database-port", paramLabel = "N", description = "Default: 5432 where it is free, else any.")
    private int databasePort;

    @Option(names = "--web-port", paramLabel = "N", description = "Of Flink's web page. Default: 8081, else any.")
    private int webPort;

    @Option(names = "--report-port", paramLabel = "N", description = "Of the report. Default: 8000, else any.")
    private int reportPort;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path samples = pages == null ? Home.folder().resolve("config/samples/pages") : pages;
        if (!Files.isDirectory(samples)) {
            throw new PlainFault("There is no folder " + samples + " with pages.");
        }
        options.read();
        try (DemoFolder home = DemoFolder.open(folder)) {
            DemoServers.Ports ports = new DemoServers.Ports(brokerPort, databasePort, webPort, reportPort).chosen();
            err.println("Starting Kafka and PostgreSQL …");
            try (DemoServers servers = DemoServers.start(home.path(), ports)) {
                run(servers, ports, home, samples, out, err);
            }
        }
        return Broadsheet.DONE;
    }

    private void run(
            DemoServers servers,
            DemoServers.Ports ports,
            DemoFolder home,
            Path samples,
            PrintWriter out,
            PrintWriter err)
            throws Exception {
        Settings settings = options.read(servers.settings(home.path()));
        DatabaseSettings database = Endpoints.database(settings);
        KafkaConnection kafka = Endpoints.kafka(settings);
        Preparation.create(settings);
        err.println("Starting the Flink job …");
        JobClient job = BroadsheetJob.start(settings, LocalCluster.environment(settings, ports.web()));
        try (PageFeeder feeder = PageFeeder.into(
                        kafka, Endpoints.topics(settings).articles().name());
                ReportServer report =
                        ReportServer.start(Endpoints.served(settings), Clock.systemUTC(), ports.report())) {
            err.println("The report is at " + report.address());
            Feeding.Fed fed = Feeding.feed(feeder, PageFiles.of(List.of(samples)), err);
            if (fed.sent() == 0) {
                throw new PlainFault("There are no pages in " + samples + ".");
            }
            err.println("Fed " + fed.sent() + " pages from " + samples + "; waiting for their rows …");
            waitUntilThrough(job, settings);
            out.print(FigureTable.of(database, FigureQuery.ALL));
            out.println();
            out.println("Pages: " + Passed.of(database) + ".");
            if (!once) {
                out.println();
                out.print(whereToLook(servers, ports, home, report));
                out.flush();
                new DropFolder(home.drop(), feeder, err).watch(() -> {
                    waitUntilThrough(job, settings);
                    out.print(FigureTable.of(database, FigureQuery.ALL));
                    out.println("Pages: " + Passed.of(database) + ".");
                    out.flush();
                });
            }
        } finally {
            job.cancel().get();
        }
    }

    private static void waitUntilThrough(JobClient job, Settings settings) throws Exception {
        PartitionOffsets end = PartitionOffsets.end(
                Endpoints.kafka(settings), Endpoints.topics(settings).articles().name());
        while (!Passed.through(Endpoints.database(settings), end)) {
            JobStatus status = job.getJobStatus().get();
            if (status.isTerminalState()) {
                job.getJobExecutionResult().get();
                throw new PlainFault("The job has ended (" + status + ") before all pages were through.");
            }
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    private static String whereToLook(
            DemoServers servers, DemoServers.Ports ports, DemoFolder home, ReportServer report) {
        TextTable table = new TextTable("where to look", "");
        table.add("report", report.address() + "    (map, charts and the sentences behind them)");
        table.add(
                "database",
                "psql -h 127.0.0.1 -p " + servers.database().port() + " -U "
                        + servers.database().user() + " broadsheet    (schema broadsheet; views figure, evidence)");
        table.add("Flink", "http://127.0.0.1:" + ports.web());
        table.add("drop folder", home.drop() + "    (files put here are read as pages)");
        table.add("Kafka", servers.broker().bootstrapServers() + "    (topics articles, region-figures, dead-letters)");
        table.add(
                "figures",
                "./broadsheet figures --set database.url=" + servers.database().jdbcUrl());
        return table + "Ctrl-C ends the demo.\n";
    }
}
