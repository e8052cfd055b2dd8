package org.broadsheet.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of a demo, held against other demos as long as it is open, empty at the start. */
final class DemoFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DemoFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @param asked null: {@code .broadsheet/demo} of this copy, or a temporary folder where that cannot be written */
    static DemoFolder open(@Nullable Path asked) throws IOException {
        Path path = (asked == null ? usual() : asked).toAbsolutePath().normalize();
        Files.createDirectories(path);
        FileChannel channel =
                FileChannel.open(path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isHeld(channel)) {
            channel.close();
            throw new PlainFault("Another demo runs in " + path + "; end it, or name another folder with --folder.");
        }
        DemoFolder folder = new DemoFolder(path, channel);
        for (String part : List.of("broker", "database", "state")) {
            delete(path.resolve(part));
        }
        Files.createDirectories(folder.drop());
        return folder;
    }

    private static Path usual() throws IOException {
        Path usual = Home.folder().resolve(".broadsheet/demo");
        try {
            return Files.createDirectories(usual);
        } catch (IOException notWritable) {
            return Files.createTempDirectory("broadsheet-demo-");
        }
    }

    private static boolean isHeld(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByUs) {
            return false;
        }
    }

    private static void delete(Path path) throws IOException {
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
    }
}
