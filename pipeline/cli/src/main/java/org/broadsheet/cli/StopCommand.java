package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.broadsheet.job.StateFolder;
import org.broadsheet.job.cluster.ClusterAccessException;
import org.broadsheet.job.cluster.FlinkCluster;
import org.broadsheet.job.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stop}: ends the continuous job with a savepoint. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = {
            "Stops the continuous job, here or on a Flink cluster, with a savepoint in job.state-folder; all rows are in the"
                    + " tables when it returns.",
            "The next run goes on from there, also at another parallelism or with the other state backend."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet stop                                    the job that ./broadsheet run started here",
            "  ./broadsheet stop --cluster http://flink:8081 --set job.state-folder=/shared/state --json",
            "  ./broadsheet run --cluster http://flink:8081 --set job.state-folder=/shared/state --set job.parallelism=4"
        })
final class StopCommand implements Callable<Integer> {
    @Option(
            names = "--cluster",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8081",
            description = "Where Flink is (default: ${DEFAULT-VALUE}, where ./broadsheet run has its web page).")
    private String cluster = "";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = options.read();
        FlinkCluster flink = FlinkCluster.at(cluster);
        FlinkCluster.Job job = ClusterJobs.alive(flink, settings)
                .orElseThrow(() -> new PlainFault("No job " + settings.kafka().group() + " runs at " + cluster + "."));
        StateFolder state = new StateFolder(settings.job().stateFolder());
        Optional<Path> before = state.savepointOf(job.id());
        if (!flink.allTasksRun(job.id())) {
            spec.commandLine().getErr().println("The job is starting; waiting until all of it runs.");
            flink.awaitTasks(job.id());
        }
        String savepoint = stop(flink, job.id(), state, before);
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("job", job.id());
            object.put("name", job.name());
            object.put("savepoint", savepoint);
            out.println(Json.line(object));
        } else {
            out.println("Stopped with " + savepoint + ".");
        }
        return Broadsheet.DONE;
    }

    private static String stop(FlinkCluster flink, String job, StateFolder state, Optional<Path> before)
            throws Exception {
        try {
            return flink.stop(job, state.savepoints().toUri());
        } catch (ClusterAccessException gone) {
            // run's own cluster ends with its job, often before it has answered
            return state.savepointOf(job)
                    .filter(savepoint -> !before.equals(Optional.of(savepoint)))
                    .map(savepoint -> savepoint.toUri().toString())
                    .orElseThrow(() -> gone);
        }
    }
}
