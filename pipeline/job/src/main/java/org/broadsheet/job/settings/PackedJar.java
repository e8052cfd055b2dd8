package org.broadsheet.job.settings;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A copy of a job's jar with {@link CarriedSettings} in it, 核酸检测点 and password and all: what is told to a program as
 * arguments is shown and logged, what lies in its jar is not.
 *
 * @param path in a folder that only this user may enter; both go when this is closed
 */
public record PackedJar(Path path) implements AutoCloseable {
    /**
     * Copies the jar and puts the settings in.
     *
     * @param settings as {@link CarriedSettings#write} gives them
     * @throws IOException where the jar cannot be read, or is none
     */
    public static PackedJar of(Path jar, String settings) throws IOException {
        PackedJar packed =
                new PackedJar(Files.createTempDirectory("broadsheet-").resolve("broadsheet-job.jar"));
        try {
            Files.copy(jar, packed.path);
            try (FileSystem inside = FileSystems.newFileSystem(packed.path)) {
                Files.writeString(inside.getPath(CarriedSettings.IN_JAR), settings);
            }
            return packed;
        } catch (IOException | RuntimeException fault) {
            packed.close();
            throw fault;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
        Files.deleteIfExists(path.resolveSibling(""));
    }
}
