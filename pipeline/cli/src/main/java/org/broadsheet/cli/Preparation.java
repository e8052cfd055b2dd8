package org.broadsheet.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.StateFolder;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.BrokerLimits;
import org.broadsheet.kafka.KafkaAccessException;
import org.broadsheet.postgres.Migration;
import org.broadsheet.postgres.RulesInUse;

/** Topics and tables: made where they are missing, or looked at. */
final class Preparation {
    private Preparation() {}

    /**
     * Makes topics and tables where they are missing, and brings regions, metrics and papers up to date.
     *
     * @return what was done, a sentence each
     */
    static List<String> create(Settings settings) throws SQLException {
        List<String> done = new ArrayList<>();
        Endpoints.makeTables(settings);
        done.add("Tables are there in " + settings.database().schema() + ".");
        List<String> made = Endpoints.makeTopics(settings);
        done.add(made.isEmpty() ? "Topics are there." : "Topics made: " + String.join(", ", made) + ".");
        return done;
    }

    /** Everything that is wrong with broker, topics, database, tables and state, a sentence each. */
    static List<String> faults(Settings settings) throws IOException {
        List<String> faults = new ArrayList<>(Migration.check(Endpoints.database(settings)));
        faults.addAll(
                RulesInUse.check(Endpoints.database(settings), settings.rules().version()));
        faults.addAll(new StateFolder(settings.job().stateFolder()).faults());
        try {
            faults.addAll(Endpoints.topics(settings).faults(Endpoints.kafka(settings)));
            faults.addAll(BrokerLimits.faults(Endpoints.kafka(settings)));
        } catch (KafkaAccessException unreachable) {
            faults.add(String.valueOf(unreachable.getMessage()));
        }
        return faults;
    }
}
