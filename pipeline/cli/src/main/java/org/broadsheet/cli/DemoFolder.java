package org.broadsheet.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of a demo, held against other demos as long as it is open, empty at the start. */
final class DemoFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final boolean temporary;

    private DemoFolder(Path path, FileChannel channel, boolean temporary) {
        this.path = path;
        this.channel = channel;
        this.temporary = temporary;
    }

    /** @param asked null: {@code .broadsheet/demo} of this copy, or a temporary folder where that cannot be written */
    static DemoFolder open(@Nullable Path asked) throws IOException {
        @Nullable Path wanted = asked == null ? usual() : asked;
        boolean temporary = wanted == null;
        Path path = (wanted == null ? temporary("broadsheet-demo-") : wanted)
                .toAbsolutePath()
                .normalize();
        Files.createDirectories(path);
        FileChannel channel =
                FileChannel.open(path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isHeld(channel)) {
            channel.close();
            throw new PlainFault("Another demo runs in " + path + "; end it, or name another folder with --folder.");
        }
        DemoFolder folder = new DemoFolder(path, channel, temporary);
        for (String part : List.of("broker", "database", "state")) {
            delete(path.resolve(part));
        }
        Files.createDirectories(folder.drop());
        return folder;
    }

    /** A new folder for the time of a command, into which the account of the database can go where that is not the caller's. */
    static Path temporary(String prefix) throws IOException {
        Path folder = Files.createTempDirectory(prefix);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Null where it cannot be written: a copy that belongs to somebody else. */
    private static @Nullable Path usual() {
        Path usual = Home.folder().resolve(".broadsheet/demo");
        try {
            Files.createDirectories(usual);
        } catch (IOException notWritable) {
            return null;
        }
        return Files.isWritable(usual) ? usual : null;
    }

    private static boolean isHeld(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByUs) {
            return false;
        }
    }

    /** The folder with all below it, where there is one. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Path path() {
        return path;
    }

    /** Files put here are read as pages. */
    Path drop() {
        return path.resolve("drop");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (temporary) {
            delete(path);
        }
    }
}
