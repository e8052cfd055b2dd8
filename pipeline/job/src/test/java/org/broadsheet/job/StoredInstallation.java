package org.broadsheet.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.broadsheet.postgres.DatabaseSettings;
import org.broadsheet.text.page.Header;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * What an older version left, in a folder {@code upgrades/0.1.0-7}: pages, the savepoint behind the first half of them, the rows
 * of its tables, and which migrations had made these.
 */
record StoredInstallation(Path folder) {
    /** Rewritten when a job starts; only a part of them is kept. */
    private static final List<String> NAMES = List.of("region", "region_ancestor");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where they are kept. */
    static Path all() {
        return Path.of(System.getProperty("broadsheet.root"), "pipeline/job/src/test/resources/upgrades");
    }

    /** A record of the topic {@code articles}; bytes are in Base64. */
    record Line(@Nullable String key, @Nullable String value, List<List<String>> headers) {
        static Line of(SamplePages.Sent sent) {
            return new Line(
                    encoded(sent.key()),
                    encoded(sent.value()),
                    sent.headers().stream()
                            .map(header ->
                                    List.of(header.name(), Base64.getEncoder().encodeToString(header.value())))
                            .toList());
        }

        SamplePages.Sent sent() {
            return new SamplePages.Sent(
                    decoded(key),
                    decoded(value),
                    headers.stream()
                            .map(header -> new Header(
                                    header.get(0), Base64.getDecoder().decode(header.get(1))))
                            .toList());
        }

        private static @Nullable String encoded(byte @Nullable [] bytes) {
            return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
        }

        private static byte @Nullable [] decoded(@Nullable String text) {
            return text == null ? null : Base64.getDecoder().decode(text);
        }
    }

    void writePages(List<SamplePages.Sent> pages) throws IOException {
        Files.createDirectories(folder);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("pages.jsonl.gz")))) {
            for (SamplePages.Sent page : pages) {
                out.write((JSON.writeValueAsString(Line.of(page)) + "\n").getBytes(UTF_8));
            }
        }
    }

    List<SamplePages.Sent> pages() throws IOException {
        List<SamplePages.Sent> pages = new ArrayList<>();
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("pages.jsonl.gz")))) {
            for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
                pages.add(JSON.readValue(line, Line.class).sent());
            }
        }
        return pages;
    }

    /** The list of papers that the pages are of. */
    Path sources() {
        return folder.resolve("sources.yaml");
    }

    void writeState(Path savepoint) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve("savepoint.zip")));
                Stream<Path> files = Files.walk(savepoint)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                out.putNextEntry(new ZipEntry(
                        savepoint.resolveSibling("").relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    /** Puts the savepoint where a job looks for it. */
    void restoreState(StateFolder state) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(folder.resolve("savepoint.zip")))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = state.savepoints().resolve(entry.getName());
                Files.createDirectories(file.resolveSibling(""));
                Files.copy(in, file);
            }
        }
    }

    void writeTables(DatabaseSettings database) throws Exception {
        try (Connection connection = database.connect();
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve("tables.zip")))) {
            for (String table : column(
                    connection,
                    "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
                            + " AND relkind = 'r' AND relname <> 'flyway_schema_history' ORDER BY relname")) {
                out.putNextEntry(new ZipEntry(table));
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                String copied = NAMES.contains(table) ? "(SELECT * FROM " + table + " ORDER BY 1, 2 LIMIT 200)" : table;
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + copied + " TO STDOUT", rows);
                out.write(rows.toByteArray());
            }
            Files.write(folder.resolve("migrations.txt"), migrations(connection));
        }
    }

    /** Makes the tables by the migrations that there were then, and puts the rows into them. */
    void restoreTables(DatabaseSettings database) throws Exception {
        List<String> migrations = Files.readAllLines(folder.resolve("migrations.txt"));
        String last = migrations.get(migrations.size() - 1);
        String newest = last.substring(0, last.indexOf(' '));
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .schemas(database.schema())
                .locations("classpath:org/broadsheet/postgres/migrations")
                .target(newest)
                .load()
                .migrate();
        try (Connection connection = database.connect();
                ZipInputStream in = new ZipInputStream(Files.newInputStream(folder.resolve("tables.zip")));
                Statement statement = connection.createStatement()) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                statement.execute("TRUNCATE " + entry.getName());
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + entry.getName() + " FROM STDIN", new ByteArrayInputStream(in.readAllBytes()));
            }
        }
    }

    /** The migrations with their checksums, as they were then. */
    List<String> migrations() throws IOException {
        return Files.readAllLines(folder.resolve("migrations.txt"));
    }

    /** Those of a database. */
    static List<String> migrations(Connection connection) throws Exception {
        return column(
                connection,
                "SELECT version || ' ' || script || ' ' || checksum FROM flyway_schema_history"
                        + " WHERE version IS NOT NULL ORDER BY installed_rank");
    }

    private static List<String> column(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
