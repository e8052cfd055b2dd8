package org.broadsheet.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A JVM of its own with a database: says its URL, then runs until its input ends. */
final class DatabaseChild {
    private DatabaseChild() {}

    /** Takes the folder. */
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), 0)) {
            System.out.println(database.jdbcUrl());
            System.out.flush();
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
