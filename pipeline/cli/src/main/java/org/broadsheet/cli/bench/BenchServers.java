package org.broadsheet.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.embedded.BrokerProcess;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;

/** The broker of a benchmark, in a process of its own, and a database where one is asked for. */
public final class BenchServers implements AutoCloseable {
    private final Path folder;
    private final BrokerProcess broker;
    private final @Nullable EmbeddedDatabase database;

    private BenchServers(Path folder, BrokerProcess broker, @Nullable EmbeddedDatabase database) {
        this.folder = folder;
        this.broker = broker;
        this.database = database;
    }

    /**
     * Starts them.
     *
     * @param folder for their files
     * @throws IOException where the broker's process cannot be started
     */
    public static BenchServers start(Path folder, boolean withDatabase) throws IOException {
        BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
        try {
            return new BenchServers(
                    folder, broker, withDatabase ? EmbeddedDatabase.start(folder.resolve("database"), 0) : null);
        } catch (RuntimeException fault) {
            broker.close();
            throw fault;
        }
    }

    /** The settings that point to them. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.servers", broker.bootstrapServers());
        settings.put("job.state-folder", folder.resolve("state").toString());
        if (database != null) {
            settings.put("database.url", database.jdbcUrl());
            settings.put("database.user", database.user());
            settings.put("database.password", database.password());
        }
        return settings;
    }

    @Override
    public void close() {
        broker.close();
        if (database != null) {
            database.close();
        }
    }
}
