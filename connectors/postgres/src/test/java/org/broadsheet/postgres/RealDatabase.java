package org.broadsheet.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test that asks for {@link DatabaseSettings} a fresh schema with its tables in one database. */
final class RealDatabase implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DatabaseSettings.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(Namespace.create(RealDatabase.class))
                .getOrComputeIfAbsent("database", name -> Running.start(), Running.class);
        DatabaseSettings settings = running.nextSchema();
        Migration.migrate(settings);
        return settings;
    }

    /** The database, until the last test is over. */
    private record Running(EmbeddedDatabase database, AtomicInteger schemas) implements AutoCloseable {
        static Running start() {
            try {
                Path folder = Files.createTempDirectory("broadsheet-test-");
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
                return new Running(EmbeddedDatabase.start(folder, 0), new AtomicInteger());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        DatabaseSettings nextSchema() {
            return new DatabaseSettings(
                    database.jdbcUrl(), database.user(), database.password(), "test_" + schemas.incrementAndGet());
        }

        @Override
        public void close() throws IOException {
            Path folder = database.folder();
            database.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
