package org.broadsheet.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.utils.Exit;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;
import org.broadsheet.embedded.ServerStartException;

/** The broker and the database of the demo, on 127.0.0.1. */
record DemoServers(EmbeddedBroker broker, EmbeddedDatabase database) implements AutoCloseable {
    private static final int BROKER_PORT = 9092;
    private static final int DATABASE_PORT = 5432;
    static final int WEB_PORT = 8081;
    private static final int REPORT_PORT = 8000;

    /** Which ports were asked for; 0: the usual one where it is free, else any. */
    record Ports(int broker, int database, int web, int report) {
        Ports chosen() {
            return new Ports(
                    DemoServers.chosen(broker, BROKER_PORT),
                    DemoServers.chosen(database, DATABASE_PORT),
                    DemoServers.chosen(web, WEB_PORT),
                    DemoServers.chosen(report, REPORT_PORT));
        }
    }

    /** The port that was asked for; where none was (0), the usual one if it is free, else any. */
    static int chosen(int asked, int usual) {
        if (asked != 0) {
            return LoopbackPort.orFree(asked);
        }
        try {
            return LoopbackPort.orFree(usual);
        } catch (ServerStartException taken) {
            return LoopbackPort.free();
        }
    }

    /** Starts both at once. */
    static DemoServers start(Path folder, Ports ports) {
        tellWhenTheBrokerGivesUp(folder);
        CompletableFuture<EmbeddedDatabase> database = CompletableFuture.supplyAsync(
                () -> EmbeddedDatabase.start(folder.resolve("database"), ports.database()));
        EmbeddedBroker broker;
        try {
            broker = EmbeddedBroker.start(folder.resolve("broker"), ports.broker());
        } catch (RuntimeException fault) {
            database.thenAccept(EmbeddedDatabase::close)
                    .exceptionally(alsoFailed -> null)
                    .join();
            throw fault;
        }
        try {
            return new DemoServers(broker, database.join());
        } catch (CompletionException fault) {
            broker.close();
            throw fault.getCause() instanceof RuntimeException cause ? cause : fault;
        }
    }

    /** A broker whose disk is full ends the process at once. */
    private static void tellWhenTheBrokerGivesUp(Path folder) {
        Exit.setHaltProcedure((status, message) -> {
            System.err.println("broadsheet: Kafka has stopped; most often the disk is full that holds " + folder + ".");
            Runtime.getRuntime().halt(Broadsheet.FAILED);
        });
    }

    /** The settings that point to these servers. */
    Map<String, String> settings(Path folder) {
        return Map.of(
                "kafka.servers", broker.bootstrapServers(),
                "database.url", database.jdbcUrl(),
                "database.user", database.user(),
                "database.password", database.password(),
                "job.state-folder", folder.resolve("state").toString());
    }

    @Override
    public void close() {
        broker.close();
        database.close();
    }
}
