package org.broadsheet.cli.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of 96 MiB that can be filled up, for what a job keeps; where this user may mount one (root on Linux). Elsewhere it is
 * a folder like any other.
 */
final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final boolean mounted;

    private SmallDisk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    /** Makes it. */
    static SmallDisk in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        return new SmallDisk(folder, run("mount", "-t", "tmpfs", "-o", "size=96m", "chaos", folder.toString()));
    }

    /** Whether it can be filled up. */
    boolean isSmall() {
        return mounted;
    }

    /** Where it is. */
    Path folder() {
        return folder;
    }

    /** Leaves no byte free. */
    void fill() throws IOException {
        byte[] zeros = new byte[1 << 12];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(zeros);
            }
        } catch (IOException full) {
            if (Files.getFileStore(folder).getUsableSpace() > zeros.length) {
                throw full;
            }
        }
    }

    /** Frees what was filled up. */
    void clear() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (mounted) {
            run("umount", "--lazy", folder.toString());
        }
    }
}
