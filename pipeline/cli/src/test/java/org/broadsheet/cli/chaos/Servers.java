package org.broadsheet.cli.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.cli.cluster.BrokerProcess;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;

/** A broker and a database that can be killed, and the lines over which a job reaches them. */
final class Servers implements AutoCloseable {
    private final Path folder;
    private final BrokerProcess broker;
    private final FaultyLine toBroker;
    private final FaultyLine toDatabase;
    private EmbeddedDatabase database;

    private Servers(
            Path folder, BrokerProcess broker, FaultyLine toBroker, EmbeddedDatabase database, FaultyLine toDatabase) {
        this.folder = folder;
        this.broker = broker;
        this.toBroker = toBroker;
        this.database = database;
        this.toDatabase = toDatabase;
    }

    /** Starts them. */
    static Servers start(Path folder) throws IOException, InterruptedException {
        int behind = LoopbackPort.free();
        FaultyLine toBroker = FaultyLine.to(behind);
        BrokerProcess broker = BrokerProcess.startBehind(folder, behind, toBroker.port());
        EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), 0);
        return new Servers(folder, broker, toBroker, database, FaultyLine.to(database.port()));
    }

    BrokerProcess broker() {
        return broker;
    }

    EmbeddedDatabase database() {
        return database;
    }

    FaultyLine toBroker() {
        return toBroker;
    }

    FaultyLine toDatabase() {
        return toDatabase;
    }

    /** The settings of a job that reaches them over the lines. */
    Map<String, String> overLines() {
        return Map.of(
                "kafka.servers",
                "127.0.0.1:" + toBroker.port(),
                "database.url",
                database.jdbcUrl().replace(":" + database.port() + "/", ":" + toDatabase.port() + "/"));
    }

    /** {@code kill -9} of the database and all its sessions. */
    void killDatabase() throws IOException {
        List<ProcessHandle> all = postmaster().stream()
                .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path pid = database.folder().resolve("data/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(
                Files.readAllLines(pid, StandardCharsets.UTF_8).get(0).strip()));
    }

    /** Starts the database again after {@link #killDatabase}. */
    void startDatabaseAgain() {
        int port = database.port();
        database.close();
        database = EmbeddedDatabase.start(folder.resolve("database"), port);
    }

    @Override
    public void close() throws IOException {
        toDatabase.close();
        toBroker.close();
        database.close();
        broker.close();
    }
}
