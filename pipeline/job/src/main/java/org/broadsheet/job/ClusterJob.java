package org.broadsheet.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.broadsheet.job.settings.CarriedSettings;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.job.settings.SettingsException;
import org.broadsheet.postgres.Migration;
import org.broadsheet.postgres.RulesInUse;

/**
 * The job as a Flink cluster starts it, in session mode ({@code ./broadsheet run --cluster URL}) or application mode
 * ({@code --job-classname org.broadsheet.job.ClusterJob --settings /etc/broadsheet/broadsheet.yaml --set kafka.group=太原}).
 *
 * <p>It goes on from the last checkpoint or savepoint in {@code job.state-folder}, which therefore must be seen by the job
 * manager and all task managers, unless the cluster was told another state to begin with.
 */
public final class ClusterJob {
    private static final List<String> FLAGS = List.of("--settings", "--set");

    private ClusterJob() {}

    /**
     * Starts the job.
     *
     * @param arguments {@code --settings FILE}, with {@code --set KEY=VALUE} as often as needed; none where {@link
     *     CarriedSettings} lie in the jar
     * @throws Exception where the settings have faults, tables or state are of another version, or the cluster does not take the job
     */
    public static void main(String[] arguments) throws Exception {
        Settings settings = settings(arguments, System.getenv());
        List<String> faults = new ArrayList<>(Migration.check(Endpoints.database(settings)));
        faults.addAll(
                RulesInUse.check(Endpoints.database(settings), settings.rules().version()));
        faults.addAll(new StateFolder(settings.job().stateFolder()).faults());
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
        BroadsheetJob.start(settings, environment(settings));
    }

    /** The settings by arguments and environment. */
    static Settings settings(String[] arguments, Map<String, String> environment) throws SettingsException {
        Optional<Settings> packed = arguments.length == 0 ? CarriedSettings.packed() : Optional.empty();
        if (packed.isPresent()) {
            return packed.get();
        }
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> overrides = new LinkedHashMap<>();
        Iterator<String> left = Arrays.asList(arguments).iterator();
        while (left.hasNext()) {
            String flag = left.next();
            if (!FLAGS.contains(flag) || !left.hasNext()) {
                throw usage(flag);
            }
            String value = left.next();
            int equals = value.indexOf('=');
            if (!flag.equals("--set")) {
                values.put(flag, value);
            } else if (equals > 0 && !value.endsWith("=") && Settings.isSecret(value.substring(0, equals))) {
                throw usage(value.substring(0, equals)
                        + " would be seen in the list of processes; give it by the environment");
            } else if (equals > 0) {
                overrides.put(value.substring(0, equals), value.substring(equals + 1));
            } else {
                throw usage(flag + " " + value);
            }
        }
        String file = values.get("--settings");
        if (file == null) {
            throw usage("no settings");
        }
        return Settings.read(Path.of(file), environment, overrides);
    }

    private static IllegalArgumentException usage(String fault) {
        return new IllegalArgumentException(fault + ": --settings FILE [--set KEY=VALUE …] is needed, nothing else.");
    }

    private static StreamExecutionEnvironment environment(Settings settings) throws Exception {
        Configuration configuration = LocalCluster.configuration(settings);
        if (!isToldItsState()) {
            LocalCluster.goOn(settings, configuration);
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(settings.job().parallelism());
        return environment;
    }

    private static boolean isToldItsState() {
        return StreamExecutionEnvironment.getExecutionEnvironment()
                .getConfiguration()
                .getOptional(StateRecoveryOptions.SAVEPOINT_PATH)
                .isPresent();
    }
}
