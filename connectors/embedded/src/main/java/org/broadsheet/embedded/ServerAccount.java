package org.broadsheet.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account that the database's processes run under: our own, or, as PostgreSQL refuses root, {@code nobody} (65534)
 * where we are root. Also sees to it that they end with this JVM, even when it is killed, where the system can do that.
 *
 * @param user the account's number
 * @param other whether it is another than ours, so that files have to be handed to it
 * @param tools what {@code setpriv} and {@code setsid} of this machine can do
 */
record ServerAccount(int user, boolean other, Tools tools) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    /**
     * Which of the two programs of util-linux are there.
     *
     * @param setpriv changes accounts
     * @param deathSignal {@code setpriv} can tie a process to the life of its parent
     * @param setsid starts a process that the terminal's Ctrl-C does not reach
     */
    record Tools(boolean setpriv, boolean deathSignal, boolean setsid) {
        static Tools ofThisMachine() {
            String help = help("setpriv");
            return new Tools(
                    help.contains("--reuid"),
                    help.contains("--pdeathsig"),
                    !help("setsid").isEmpty());
        }

        private static String help(String program) {
            try {
                Process process = new ProcessBuilder(program, "--help")
                        .redirectErrorStream(true)
                        .start();
                try (InputStream out = process.getInputStream()) {
                    return new String(out.readAllBytes(), StandardCharsets.UTF_8);
                }
            } catch (IOException e) {
                return ""; // not on this machine
            }
        }
    }

    /**
     * The account for a database in this folder: the one it was made by, else as said above.
     *
     * @throws ServerStartException if there is none that may run it
     */
    static ServerAccount forFolder(Path data) throws IOException {
        int ours = (int) new UnixSystem().getUid();
        int owner = Files.exists(data) ? ownerOf(data) : ours;
        Tools tools = Tools.ofThisMachine();
        if (ours != ROOT) {
            if (owner != ours) {
                throw new ServerStartException("The database in " + data + " belongs to another user.");
            }
            return new ServerAccount(ours, false, tools);
        }
        if (!tools.setpriv()) {
            throw new ServerStartException(
                    "PostgreSQL does not run as root, and setpriv (of util-linux) is not there to change that.");
        }
        return new ServerAccount(owner == ROOT ? NOBODY : owner, true, tools);
    }

    private static int ownerOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** The command as this account has to run it, until it ends by itself: {@code initdb}, {@code pg_ctl stop}. */
    List<String> command(List<String> command) {
        return prefixed(List.of(), command);
    }

    /**
     * The command for a server that must not outlive the thread that starts it, and does not hear the terminal's
     * Ctrl-C: it is for us to stop it, after those that use it.
     */
    List<String> serverCommand(List<String> command) {
        return prefixed(tools.deathSignal() ? List.of("--pdeathsig", "INT") : List.of(), command);
    }

    private List<String> prefixed(List<String> options, List<String> command) {
        List<String> whole = new ArrayList<>();
        if (tools.setsid()) {
            whole.add("setsid");
        }
        if (other || !options.isEmpty()) {
            whole.add("setpriv");
            if (other) {
                whole.addAll(List.of("--reuid=" + user, "--regid=" + user, "--clear-groups"));
            }
            whole.addAll(options);
        }
        whole.addAll(command);
        return whole;
    }

    /** Whether this account may go into the folder; nobody may not go into one below {@code /root}. */
    boolean mayEnter(Path folder) throws IOException {
        Process process = new ProcessBuilder(command(List.of("test", "-x", folder.toString())))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return Commands.exitCode(process) == 0;
    }

    /** Hands the folder and all in it to this account. */
    void own(Path folder) throws IOException {
        if (!other || ownerOf(folder) == user) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public java.nio.file.FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                    throws IOException {
                hand(file);
                return java.nio.file.FileVisitResult.CONTINUE;
            }

            @Override
            public java.nio.file.FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                hand(visited);
                return java.nio.file.FileVisitResult.CONTINUE;
            }
        });
    }

    private void hand(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
    }
}
