package org.broadsheet.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A temporary folder that the account of the database may enter: JUnit's own are closed to everyone else. */
final class TraversableFolder {
    private TraversableFolder() {}

    static Path make() throws IOException {
        Path folder = Files.createTempDirectory("broadsheet-test-");
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
