package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.embedded.LoopbackPort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker and a database that talk TLS only and ask for passwords: pages in, figures out, and what is said of a wrong authority. */
class ITTlsServers {
    private static final String SECRET = "geheim-8Qx2";
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"broadsheet\" password=\"" + SECRET + "\"";
    private static final long LOOK_MILLISECONDS = 500;

    @TempDir
    private static Path folder;

    private static Certificates certificates;
    private static Certificates others;
    private static EmbeddedBroker broker;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void startServers() throws Exception {
        // The account of the database must be able to go in.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        certificates = Certificates.make(folder.resolve("certificates"));
        others = Certificates.make(folder.resolve("others"));
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0, brokerSettings());
        database = EmbeddedDatabase.start(folder.resolve("database"), 0);
        closeTheDatabaseButForTls();
    }

    @AfterAll
    static void stopServers() {
        broker.close();
        database.close();
    }

    private static Map<String, String> brokerSettings() {
        String listener = "listener.name.plaintext.";
        return Map.of(
                "listener.security.protocol.map",
                "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT",
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                listener + "sasl.enabled.mechanisms",
                "PLAIN",
                listener + "plain.sasl.jaas.config",
                PLAIN + " user_broadsheet=\"" + SECRET + "\";",
                listener + "ssl.keystore.location",
                certificates.keyStore().toString(),
                listener + "ssl.keystore.type",
                "PKCS12",
                listener + "ssl.keystore.password",
                Certificates.PASSWORD,
                listener + "ssl.truststore.location",
                certificates.authority().toString(),
                listener + "ssl.truststore.type",
                "PEM");
    }

    /** From here on nobody gets in without TLS and the password. */
    private static void closeTheDatabaseButForTls() throws Exception {
        Path data = database.folder().resolve("data");
        Path certificate = data.resolve("server.crt");
        Path key = data.resolve("server.key");
        Files.copy(certificates.certificate(), certificate);
        Files.writeString(
                Files.createFile(
                        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                certificates.key());
        for (Path file : new Path[] {certificate, key}) {
            Files.setOwner(file, Files.getOwner(data));
        }
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER USER broadsheet PASSWORD '" + SECRET + "'");
            statement.execute("ALTER SYSTEM SET ssl = on");
            Files.writeString(data.resolve("pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    @Test
    void pagesGoInAndFiguresComeOut() throws Exception {
        Map<String, String> environment = environment(certificates, certificates);
        StringBuilder said = new StringBuilder();
        said.append(good(environment, "check --create"));
        Path printed = folder.resolve("run.txt");
        int port = LoopbackPort.free();
        try (RunningCommand job = new RunningCommand(
                "run", Launcher.start(printed, environment, "run", "--web-port", Integer.toString(port)), printed)) {
            said.append(good(environment, "feed config/samples/pages"));
            while (!Launcher.call(environment, "figures", "--region", "140106")
                    .out()
                    .contains(" 795 ")) {
                job.assertAlive();
                Thread.sleep(LOOK_MILLISECONDS);
            }
            said.append(good(environment, "redrive --dry-run"));
            said.append(good(environment, "audit"));
            said.append(good(environment, "stop --cluster http://127.0.0.1:" + port));
            assertThat(job.await()).isZero();
            said.append(job.printed());
        }
        assertThat(said).doesNotContain(SECRET);
    }

    @Test
    void withoutTlsThereIsNoWayIn() throws Exception {
        Map<String, String> environment = new TreeMap<>(environment(certificates, certificates));
        environment.put("BROADSHEET_DATABASE_URL", database.jdbcUrl() + "?sslmode=disable");
        assertThat(refused(environment, "check"))
                .contains("no pg_hba.conf entry for host \"127.0.0.1\"", "no encryption");
    }

    @Test
    void aBrokerThatAnotherAuthorityHasSignedIsRefused() throws Exception {
        for (String command : new String[] {"check", "run", "feed config/samples/pages", "redrive"}) {
            assertThat(refused(environment(others, certificates), command))
                    .as(command)
                    .contains("Kafka at " + broker.bootstrapServers() + " refused: its certificate is not trusted (")
                    .contains("): kafka.properties.ssl.truststore.location must name the authority that has signed it");
        }
    }

    @Test
    void aDatabaseThatAnotherAuthorityHasSignedIsRefused() throws Exception {
        for (String command :
                new String[] {"check", "run", "audit", "figures", "promote 1", "replay config/samples/pages"}) {
            assertThat(refused(environment(certificates, others), command))
                    .as(command)
                    .contains("The database", " cannot be reached", "SSL error: PKIX path validation failed");
        }
    }

    @Test
    void serversOfAnotherNameAreRefused() throws Exception {
        Map<String, String> environment = new TreeMap<>(environment(certificates, certificates));
        environment.replaceAll((name, value) -> value.replace("127.0.0.1", "localhost"));
        assertThat(refused(environment, "check"))
                .contains("The hostname localhost could not be verified", "(No name matching localhost found): kafka");
    }

    private static String good(Map<String, String> environment, String command) throws Exception {
        Called called = Launcher.call(environment, command.split(" "));
        assertThat(called.code())
                .as(command + "\n" + called.out() + called.err())
                .isZero();
        return called.out() + called.err();
    }

    private static String refused(Map<String, String> environment, String command) throws Exception {
        Called called = Launcher.call(environment, command.split(" "));
        String said = called.out() + called.err();
        assertThat(called.code()).as(command + "\n" + said).isNotZero();
        assertThat(said).doesNotContain(SECRET).doesNotContain("\tat ");
        return said;
    }

    /** Whose authorities are trusted. */
    private static Map<String, String> environment(Certificates ofBroker, Certificates ofDatabase) throws IOException {
        Path login = Files.writeString(folder.resolve("login"), PLAIN + ";\n", UTF_8);
        Path password = Files.writeString(folder.resolve("password"), SECRET + "\n", UTF_8);
        String properties = "BROADSHEET_KAFKA_PROPERTIES_";
        return Map.of(
                "BROADSHEET_KAFKA_SERVERS",
                broker.bootstrapServers(),
                properties + "SECURITY_PROTOCOL",
                "SASL_SSL",
                properties + "SASL_MECHANISM",
                "PLAIN",
                properties + "SASL_JAAS_CONFIG_FILE",
                login.toString(),
                properties + "SSL_TRUSTSTORE_TYPE",
                "PEM",
                properties + "SSL_TRUSTSTORE_LOCATION",
                ofBroker.authority().toString(),
                "BROADSHEET_DATABASE_URL",
                database.jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + ofDatabase.authority(),
                "BROADSHEET_DATABASE_USER",
                database.user(),
                "BROADSHEET_DATABASE_PASSWORD_FILE",
                password.toString(),
                "BROADSHEET_JOB_STATE_FOLDER",
                folder.resolve("state").toString());
    }
}
