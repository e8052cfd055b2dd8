package org.broadsheet.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one server, held by one run at a time: whoever holds {@code 演示/database} knows that a server still
 * running in it is an orphan. The hold ends with {@link #close} or with the JVM, however that ends.
 */
final class ServerFolder implements AutoCloseable {
    private static final long MEBIBYTE = 1L << 20;

    private final Path path;
    private final FileChannel channel;

    private ServerFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder where it is missing, and holds it.
     *
     * @param needed free space in MiB below which no start is tried
     * @throws ServerStartException if it cannot be written, is in use, or its disk is full
     */
    static ServerFolder hold(Path folder, long needed) {
        Path path = make(folder);
        try {
            long free = Files.getFileStore(path).getUsableSpace() / MEBIBYTE;
            if (free < needed) {
                throw new ServerStartException("The disk that holds " + path + " is full: " + free
                        + " MiB are free, at least " + needed + " MiB are needed.");
            }
            return new ServerFolder(path, lock(path));
        } catch (IOException e) {
            throw new ServerStartException("The folder " + path + " cannot be written.", e);
        }
    }

    /**
     * The folder, made where it is missing, with its whole path.
     *
     * @throws ServerStartException if it cannot be made
     */
    static Path make(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new ServerStartException("The folder " + path + " cannot be written.", e);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        if (tryLock(channel) == null) {
            channel.close();
            throw new ServerStartException("The folder " + path + " is in use by another run.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very JVM
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
