package org.broadsheet.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one database, {@code 演示/database}: {@code data} is PostgreSQL's, {@code server.log} what it says.
 *
 * @param folder held by this run
 * @param programs the folder of {@code initdb}, {@code pg_ctl} and {@code postgres}
 * @param account owns {@code data}
 */
record DatabaseFolder(Path folder, Path programs, ServerAccount account) {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFolder.class);

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    /** Makes the database where there is none yet, and clears away what a killed run left behind. */
    void prepare() throws IOException {
        if (!Files.isDirectory(data())) {
            create();
        }
        account.own(data());
        endOrphan();
    }

    /** A database is made aside and then moved: what a killed {@code initdb} left is never taken for one. */
    private void create() throws IOException {
        Path part = folder.resolve("data.part");
        DatabaseBinaries.deleteTree(part);
        Files.createDirectory(part);
        account.own(part);
        List<String> initdb = List.of(
                program("initdb"),
                "--pgdata=" + part,
                "--username=broadsheet",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions");
        Commands.Ended ended = Commands.run(part, account.command(initdb));
        if (ended.exit() != 0) {
            throw new ServerStartException(sentence(ended.output()));
        }
        Files.move(part, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** We hold the folder, so a server that still runs in it has lost the JVM that started it. */
    private void endOrphan() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = serverOf(Files.readAllLines(pidFile, StandardCharsets.UTF_8));
        if (orphan.isPresent()) {
            LOG.warn(
                    "A PostgreSQL without an owner (process {}) still ran in {}: it is stopped",
                    orphan.get().pid(),
                    folder);
            stop();
        }
        Files.deleteIfExists(pidFile);
    }

    /** The process that the file names, if it is indeed the server of this folder and not a later one of its number. */
    private Optional<ProcessHandle> serverOf(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent());
    }

    /** Stops the server of this folder: open connections end, everything is written. Does nothing where none runs. */
    void stop() throws IOException {
        List<String> stop = List.of(program("pg_ctl"), "stop", "--pgdata=" + data(), "--mode=fast", "--timeout=60");
        Commands.Ended ended = Commands.run(folder, account.command(stop));
        if (ended.exit() != 0 && Files.exists(data().resolve("postmaster.pid"))) {
            LOG.warn("PostgreSQL in {} did not stop: {}", folder, ended.output().strip());
        }
    }

    /** The command of the server on this port. */
    List<String> serverCommand(int port) {
        return account.serverCommand(List.of(
                program("postgres"),
                "-D",
                data().toString(),
                "-c",
                "listen_addresses=" + LoopbackPort.HOST,
                "-c",
                "port=" + port,
                "-c",
                "unix_socket_directories=",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC",
                // A page that is first changed after a checkpoint of the database is logged whole, so few checkpoints.
                "-c",
                "max_wal_size=4GB",
                "-c",
                "checkpoint_timeout=15min",
                "-c",
                "shared_buffers=256MB"));
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    /** Why it did not start, from what it said. */
    ServerStartException refusal() throws IOException {
        return new ServerStartException(sentence(Files.readString(log(), StandardCharsets.UTF_8)));
    }

    private String sentence(String output) {
        if (output.contains("No space left on device")) {
            return "The disk that holds " + folder + " is full.";
        }
        String said = output.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("error:"))
                .collect(Collectors.joining("; "));
        return "PostgreSQL did not start in " + folder + ": " + (said.isEmpty() ? output.strip() : said) + ".";
    }
}
