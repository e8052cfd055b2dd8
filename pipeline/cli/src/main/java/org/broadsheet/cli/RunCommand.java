package org.broadsheet.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.flink.core.execution.JobClient;
import org.broadsheet.job.BroadsheetJob;
import org.broadsheet.job.LocalCluster;
import org.broadsheet.job.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the continuous job, in this process. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the continuous job in this process, between the broker and the database of the settings, until Ctrl-C.",
            "It goes on from the last checkpoint in job.state-folder."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet check --create && ./broadsheet run",
            "  ./broadsheet run --set kafka.servers=broker:9092 --set job.parallelism=4"
        })
final class RunCommand implements Callable<Integer> {
    @Option(names = "--web-port", paramLabel = "N", description = "Of Flink's web page. Default: 8081, else any.")
    private int webPort;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Settings settings = options.read();
        List<String> faults = Preparation.faults(settings);
        if (!faults.isEmpty()) {
            throw new PlainFault(String.join("\n", faults));
        }
        int port = DemoServers.chosen(webPort, DemoServers.WEB_PORT);
        Preparation.writeNames(settings);
        JobClient job = BroadsheetJob.start(settings, LocalCluster.environment(settings, port));
        err.println("The job runs: " + settings.kafka() + " → " + settings.database()
                + "; Flink is at http://127.0.0.1:" + port + "; Ctrl-C ends it.");
        try {
            job.getJobExecutionResult().get();
        } catch (ExecutionException ended) {
            throw new PlainFault("The job has ended: " + deepest(ended), ended);
        }
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
