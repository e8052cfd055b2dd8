package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.flink.core.execution.JobClient;
import org.broadsheet.job.BroadsheetJob;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.LocalCluster;
import org.broadsheet.job.StateFolder;
import org.broadsheet.job.cluster.FlinkCluster;
import org.broadsheet.job.settings.PackedJar;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.postgres.Closing;
import org.broadsheet.text.page.ClosedYears;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the continuous job, in this process or on a Flink cluster. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the continuous job between the broker and the database of the settings: in this process until Ctrl-C, or"
                    + " with --cluster on a Flink cluster.",
            "It goes on from the last checkpoint or savepoint in job.state-folder, which the machines of a cluster must all"
                    + " see under the same path."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet check --create && ./broadsheet run",
            "  ./broadsheet run --set kafka.servers=broker:9092 --set job.parallelism=4",
            "  ./broadsheet run --cluster http://flink:8081 --set job.state-folder=/shared/state",
            "  ./broadsheet stop --cluster http://flink:8081        stops it with a savepoint"
        })
final class RunCommand implements Callable<Integer> {
    @Option(names = "--web-port", paramLabel = "N", description = "Of Flink's web page. Default: 8081, else any.")
    private int webPort;

    @Option(
            names = "--cluster",
            paramLabel = "URL",
            description = "Send the job to this Flink cluster and return, e.g. http://127.0.0.1:8081.")
    private @Nullable String cluster;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "What is sent to the cluster (default: the thin job jar of this copy).")
    private @Nullable Path jar;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Settings settings = options.read();
        refuseHalfFilled(settings);
        List<String> faults = Preparation.faults(settings);
        if (!faults.isEmpty()) {
            throw new PlainFault(String.join("\n", faults));
        }
        if (cluster != null) {
            return send(FlinkCluster.at(cluster), settings, err);
        }
        ClosedYears closed = Closing.closed(Endpoints.database(settings));
        if (!closed.equals(ClosedYears.NONE)) {
            err.println("The years up to " + closed.lastYear() + " are closed: their pages are refused.");
        }
        int port = DemoServers.chosen(webPort, DemoServers.WEB_PORT);
        Endpoints.writeNames(settings);
        JobClient job = BroadsheetJob.start(settings, LocalCluster.environment(settings, port));
        err.println(
                "The job runs: " + settings.kafka() + " → " + settings.database() + "; Flink is at http://127.0.0.1:"
                        + port + "; Ctrl-C ends it, ./broadsheet stop stops it with a savepoint.");
        try {
            job.getJobExecutionResult().get();
        } catch (ExecutionException ended) {
            throw new PlainFault("The job has ended: " + deepest(ended), ended);
        }
        return Broadsheet.DONE;
    }

    private static void refuseHalfFilled(Settings settings) {
        String generation = settings.generation().name();
        if (new StateFolder(settings.job().stateFolder()).isBeingFilled()) {
            throw new PlainFault(
                    "Generation " + generation + " is not filled yet: call ./broadsheet replay --generation "
                            + generation + " again, with the same files, until it has come to its end.");
        }
    }

    private int send(FlinkCluster flink, Settings settings, PrintWriter err) throws Exception {
        ClusterJobs.alive(flink, settings).ifPresent(job -> {
            throw new PlainFault("The job " + job.name() + " (" + job.id() + ") runs there already; stop it first.");
        });
        Endpoints.writeNames(settings);
        String id;
        try (PackedJar packed = PackedJar.of(jar == null ? ClusterJobs.jar() : jar, options.carried())) {
            id = flink.run(packed.path(), List.of());
        }
        if (!flink.awaitRunning(id).isAlive()) {
            throw new PlainFault("The job " + id + " has ended: " + flink.failure(id));
        }
        err.println("The job runs on " + cluster + " as " + id + ": " + settings.kafka() + " → " + settings.database()
                + "; ./broadsheet stop --cluster " + cluster + " stops it with a savepoint.");
        return Broadsheet.DONE;
    }

    private static String deepest(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
