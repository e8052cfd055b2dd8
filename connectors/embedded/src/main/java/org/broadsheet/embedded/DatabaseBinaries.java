package org.broadsheet.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's programs, taken out of their archive on the class path once and shared by all runs:
 * {@code postgres-linux-x86_64.txz} lies unpacked in {@code ~/.cache/broadsheet/postgres-linux-x86_64-1f3a…}. Two
 * processes may unpack at once; a half-unpacked folder is never used.
 */
final class DatabaseBinaries {
    private static final Object WITHIN_THIS_JVM = new Object();

    private final String name;
    private final URL archive;

    private DatabaseBinaries(String name, URL archive) {
        this.name = name;
        this.archive = archive;
    }

    /**
     * Those for this machine.
     *
     * @throws ServerStartException if the build has none for it
     */
    static DatabaseBinaries ofThisMachine() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String name = "postgres-" + (system.startsWith("mac") ? "darwin" : system.replace(' ', '_')) + "-"
                + (processor.equals("aarch64") ? "arm_64" : processor.replace("amd64", "x86_64"));
        @Nullable URL archive = DatabaseBinaries.class.getResource("/" + name + ".txz");
        if (archive == null) {
            throw new ServerStartException("This build holds no PostgreSQL for " + system + " on " + processor + ".");
        }
        return new DatabaseBinaries(name, archive);
    }

    /**
     * The folder that holds {@code bin}, {@code lib} and {@code share}, readable by everyone.
     *
     * @param cache where unpacked programs are kept
     */
    Path unpackedIn(Path cache) throws IOException {
        Path folder = cache.resolve(name + "-" + checksum());
        if (Files.isDirectory(folder)) {
            return folder;
        }
        synchronized (WITHIN_THIS_JVM) {
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("unpacking"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(folder)) {
                    Path part = cache.resolve(name + ".part");
                    deleteTree(part);
                    unpack(part);
                    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        return folder;
    }

    private String checksum() throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(archive.openStream(), checksum)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    private void unpack(Path folder) throws IOException {
        makeFolder(folder);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive.openStream())), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("An entry leaves the archive: " + entry.getName());
                }
                unpack(tar, entry, file);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            makeFolder(file);
            return;
        }
        makeFolder(file.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            makeFolder(folder.resolveSibling(""));
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Deletes a folder with everything in it; links are not followed. */
    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
