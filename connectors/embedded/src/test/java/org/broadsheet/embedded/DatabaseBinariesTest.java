package org.broadsheet.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseBinariesTest {
    @TempDir
    private Path cache = Path.of("");

    @Test
    void unpacksOnceForAllWhoAskAtOnce() throws IOException {
        List<CompletableFuture<Path>> asked = Stream.generate(() -> CompletableFuture.supplyAsync(this::unpack))
                .limit(3)
                .toList();
        Path folder = asked.get(0).join();
        assertThat(asked).allSatisfy(other -> assertThat(other.join()).isEqualTo(folder));
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left.map(path -> path.getFileName().toString()).sorted())
                    .containsExactly(folder.getFileName().toString(), "unpacking");
        }
    }

    @Test
    void startsAnewWhereUnpackingWasCutShort() throws IOException {
        Path folder = unpack();
        String name = folder.getFileName().toString();
        Path part = cache.resolve(name.substring(0, name.lastIndexOf('-')) + ".part");
        DatabaseBinaries.deleteTree(folder);
        Files.createDirectories(part.resolve("bin/postgres"));
        assertThat(unpack()).isEqualTo(folder);
        assertThat(part).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("bin/postgres"))))
                .isEqualTo("rwxr-xr-x");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("share/postgresql/postgres.bki"))))
                .isEqualTo("rw-r--r--");
    }

    private Path unpack() {
        try {
            return DatabaseBinaries.ofThisMachine().unpackedIn(cache);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
