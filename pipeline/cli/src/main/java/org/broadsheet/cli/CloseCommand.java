package org.broadsheet.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.cluster.ClusterAccessException;
import org.broadsheet.job.cluster.FlinkCluster;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.postgres.Closing;
import org.broadsheet.postgres.DatabaseException;
import org.broadsheet.postgres.Migration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code close}: a year is over, nothing may change in it any more, and its state is not needed. */
@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        description = {
            "Closes a year and all before it: from the next run on pages published up to then are refused (reason closed), what"
                    + " was counted of these days stays as it is, and the job keeps no state of it.",
            "The rows stay, and so do the pages in the topics. It cannot be undone in this generation; another one reads all"
                    + " pages again. The job must be stopped."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet close 2015 --dry-run                    what would be frozen",
            "  ./broadsheet stop && ./broadsheet close 2015 --yes && ./broadsheet run",
            "  ./broadsheet close 2015 --generation 2 --yes --json"
        })
final class CloseCommand implements Callable<Integer> {
    private static final int FIRST_YEAR = 1800;
    private static final String HERE = "http://127.0.0.1:8081";

    @Parameters(paramLabel = "YEAR", description = "The last year that is closed: 2015.")
    private int year;

    @Option(names = "--dry-run", description = "Say what would be frozen, and change nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do it: nothing is closed without.")
    private boolean yes;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--cluster",
            paramLabel = "URL",
            description = "Where the job would be seen if it ran (default: " + HERE + ").")
    private @Nullable String cluster;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (year < FIRST_YEAR) {
            throw new PlainFault("A year such as 2015 is needed.");
        }
        Settings settings = options.read();
        List<String> faults = Migration.check(Endpoints.database(settings));
        if (!faults.isEmpty()) {
            throw new DatabaseException(faults.get(0));
        }
        Closing closing = Closing.of(Endpoints.database(settings), year);
        if (!json) {
            out.print(table(closing));
        }
        if (!dryRun) {
            requireStopped(settings);
            if (!yes) {
                throw new PlainFault("Nothing was closed. It cannot be undone, so say --yes.");
            }
            closing.write(Endpoints.database(settings));
        }
        if (json) {
            out.println(Json.line(object(closing)));
        } else if (dryRun) {
            out.println("These rows would be frozen; nothing was changed (--dry-run).");
        } else {
            out.println("The years up to " + year + " are closed in generation "
                    + settings.generation().name()
                    + ". These rows stay; their state goes when the job is started next.");
        }
        return Broadsheet.DONE;
    }

    private void requireStopped(Settings settings) {
        running(settings).ifPresent(job -> {
            throw new PlainFault("The job " + job.name() + " (" + job.id()
                    + ") runs; stop it first (./broadsheet stop), and start it when the year is closed.");
        });
    }

    /** Where nothing answers at the place where run has its web page, no job runs here. */
    private Optional<FlinkCluster.Job> running(Settings settings) {
        if (cluster != null) {
            return ClusterJobs.alive(FlinkCluster.at(cluster), settings);
        }
        try {
            return ClusterJobs.alive(FlinkCluster.at(HERE), settings);
        } catch (ClusterAccessException nobody) {
            return Optional.empty();
        }
    }

    private static String table(Closing closing) {
        TextTable table = new TextTable("table", "rows", "bytes");
        closing.frozen()
                .forEach(
                        (name, frozen) -> table.add(name, Long.toString(frozen.rows()), Long.toString(frozen.bytes())));
        return table.toString();
    }

    private Map<String, Object> object(Closing closing) {
        List<Map<String, Object>> tables = new ArrayList<>();
        closing.frozen().forEach((name, frozen) -> {
            Map<String, Object> table = new LinkedHashMap<>();
            table.put("table", name);
            table.put("rows", frozen.rows());
            table.put("bytes", frozen.bytes());
            tables.add(table);
        });
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("year", closing.year());
        object.put("closed", !dryRun);
        object.put("frozen", tables);
        return object;
    }
}
