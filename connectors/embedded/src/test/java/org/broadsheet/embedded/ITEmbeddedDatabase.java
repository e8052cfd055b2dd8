package org.broadsheet.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code EmbeddedDatabase}: 太原市's 795 test sites survive a stop, a kill, a folder with a name in Chinese. */
class ITEmbeddedDatabase {
    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = TraversableFolder.make();
    }

    @AfterEach
    void deleteFolder() throws IOException {
        DatabaseBinaries.deleteTree(folder);
    }

    @Test
    void keepsItsTablesOverARestart() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            execute(database, "CREATE TABLE figure (region text, value numeric)");
            execute(database, "INSERT INTO figure VALUES ('太原市', 795)");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(ask(database, "SELECT region || ' ' || value FROM figure"))
                    .isEqualTo("太原市 795");
        }
    }

    @Test
    void sortsByBytesAndSpeaksUtf8WhateverTheLocale() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(ask(database, "SELECT current_setting('server_encoding')"))
                    .isEqualTo("UTF8");
            assertThat(ask(database, "SELECT string_agg(p, '' ORDER BY p) FROM unnest(ARRAY['b', '县', 'B', '市']) p"))
                    .isEqualTo("Bb县市");
            assertThat(ask(database, "SELECT current_setting('fsync')")).isEqualTo("on");
            assertThat(ask(database, "SELECT current_setting('listen_addresses')"))
                    .isEqualTo("127.0.0.1");
        }
    }

    @Test
    void startsInAFolderWithSpacesAndChineseCharacters() throws SQLException {
        Path named = folder.resolve("我的 演示/数据 库");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(named, 0)) {
            assertThat(database.folder()).isEqualTo(named);
            assertThat(ask(database, "SELECT current_database()")).isEqualTo("broadsheet");
            assertThat(database.jdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:" + database.port() + "/broadsheet");
        }
    }

    @Test
    void takesAnotherFolderWhereItsAccountMayNotGo() throws IOException, SQLException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        boolean mayEnter = ServerAccount.forFolder(closed.resolve("data")).mayEnter(closed);
        Path used;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(closed.resolve("database"), 0)) {
            used = database.folder();
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
        assertThat(used.startsWith(closed)).isEqualTo(mayEnter);
        DatabaseBinaries.deleteTree(used);
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken =
                new ServerSocket(0, 1, java.net.InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, taken.getLocalPort()))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessage("Port " + taken.getLocalPort() + " on 127.0.0.1 is taken.");
        }
    }

    @Test
    void refusesAFolderThatAnotherRunHolds() {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(first.folder(), 0))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessage("The folder " + folder + " is in use by another run.");
        }
    }

    @Test
    void refusesAFileAsItsFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "太原晚报", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> EmbeddedDatabase.start(file, 0))
                .isInstanceOf(ServerStartException.class)
                .hasMessage("The folder " + file + " cannot be written.");
    }

    @Test
    void closesTwice() {
        EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0);
        database.close();
        database.close();
        assertThatThrownBy(() -> ask(database, "SELECT 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void startsAgainAfterAKilledServerLeftItsPidFile() throws IOException, SQLException {
        EmbeddedDatabase.start(folder, 0).close();
        // The number of a process that lives, but is no PostgreSQL: ours.
        Files.writeString(
                folder.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("data") + "\n",
                StandardCharsets.UTF_8);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void makesTheDatabaseAgainWhereMakingItWasCutShort() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("data.part/base"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
