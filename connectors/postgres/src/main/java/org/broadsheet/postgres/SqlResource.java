package org.broadsheet.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL that stands in a file of its own, to be read by people. */
final class SqlResource {
    private SqlResource() {}

    static String read(String name) {
        try (InputStream resource = SqlResource.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
