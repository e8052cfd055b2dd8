package org.broadsheet.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL beside this JVM, on 127.0.0.1 only, its tables kept in a folder: {@code
 * EmbeddedDatabase.start(Path.of("演示/database"), 0)}. It ends with this JVM; a second start on the folder finds the
 * tables again. Safe to use from several threads.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "broadsheet";
    private static final long NEEDED_MEBIBYTES = 200;

    private final ServerFolder folder;
    private final DatabaseProcess process;
    private final int port;

    private EmbeddedDatabase(ServerFolder folder, DatabaseProcess process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the database, making it on the first start (about 3 s; later ones take about 0.3 s).
     *
     * @param folder of this database alone; where we are root and nobody may not go into it (below {@code /root}), a
     *     folder below the system's temporary one takes its place: see {@link #folder()}
     * @param port on 127.0.0.1; 0 takes a free one
     * @throws ServerStartException if it cannot start; the message says why
     */
    public static EmbeddedDatabase start(Path folder, int port) {
        int chosen = LoopbackPort.orFree(port);
        try {
            ServerFolder held = ServerFolder.hold(reachable(folder), NEEDED_MEBIBYTES);
            try {
                return start(held, chosen);
            } catch (IOException | RuntimeException e) {
                held.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ServerStartException("PostgreSQL did not start in " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private static EmbeddedDatabase start(ServerFolder held, int port) throws IOException {
        Path data = held.path().resolve("data");
        ServerAccount account = ServerAccount.forFolder(data);
        Path programs = DatabaseBinaries.ofThisMachine().unpackedIn(ProgramCache.forAccount(account));
        DatabaseFolder files = new DatabaseFolder(held.path(), programs.resolve("bin"), account);
        files.prepare();
        DatabaseProcess process = DatabaseProcess.start(files, port);
        try {
            createDatabase(port);
        } catch (SQLException e) {
            process.stop();
            throw new ServerStartException("PostgreSQL started, but took no connection.", e);
        }
        LOG.info("PostgreSQL answers on {}:{}, its files are in {}", LoopbackPort.HOST, port, held.path());
        return new EmbeddedDatabase(held, process, port);
    }

    /** The folder itself, or another one where the account that the database must run under cannot get there. */
    private static Path reachable(Path folder) throws IOException {
        Path asked = ServerFolder.make(folder);
        ServerAccount account = ServerAccount.forFolder(asked.resolve("data"));
        if (account.mayEnter(asked)) {
            return asked;
        }
        String name =
                "broadsheet-database-" + Integer.toHexString(asked.toString().hashCode());
        Path instead = Path.of(System.getProperty("java.io.tmpdir", "/tmp")).resolve(name);
        Files.createDirectories(instead);
        Files.setPosixFilePermissions(instead, PosixFilePermissions.fromString("rwxr-xr-x"));
        LOG.warn("The account of the database may not go into {}: its files are in {} instead", asked, instead);
        return instead;
    }

    private static void createDatabase(int port) throws SQLException {
        String user = NAME;
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), user, "");
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + NAME);
        }
    }

    private static String url(int port, String database) {
        return String.format(Locale.ROOT, "jdbc:postgresql://%s:%d/%s", LoopbackPort.HOST, port, database);
    }

    /** Where the database is: {@code jdbc:postgresql://127.0.0.1:40213/broadsheet}. */
    public String jdbcUrl() {
        return url(port, NAME);
    }

    /** The user who owns everything in it. */
    public String user() {
        return NAME;
    }

    /** Empty: whoever is on this machine is trusted, nobody else gets a connection. */
    public String password() {
        return "";
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Where its files are: the folder it was started with, or the one that took its place. */
    public Path folder() {
        return folder.path();
    }

    /** Ends open connections, writes everything to the disk and stops the database. A second call does nothing. */
    @Override
    public void close() {
        process.stop();
        folder.close();
    }
}
