package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A broker that asks for a password and allows short transactions only, and what the commands say of it at their start. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ITSecuredServers {
    private static final String SECRET = "geheim-8Qx2";
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"broadsheet\" password=\"%s\"";

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void startServers() {
        broker = EmbeddedBroker.start(
                folder.resolve("broker"),
                0,
                Map.of(
                        "listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "sasl.mechanism.inter.broker.protocol", "PLAIN",
                        "listener.name.plaintext.sasl.enabled.mechanisms", "PLAIN",
                        "listener.name.plaintext.plain.sasl.jaas.config",
                                LOGIN.formatted(SECRET) + " user_broadsheet=\"" + SECRET + "\";",
                        "transaction.max.timeout.ms", "600000"));
        database = EmbeddedDatabase.start(folder.resolve("database"), 0);
    }

    @AfterAll
    static void stopServers() {
        broker.close();
        database.close();
    }

    @Test
    @Order(1)
    void whatIsMissingIsSaidAtOnceBeforeAnythingRuns() throws Exception {
        String limit =
                "The broker gives transactions up after 600000 ms (transaction.max.timeout.ms), and the job asks for"
                        + " 900000: raise that, or set kafka.properties.transaction.timeout.ms to no more; a checkpoint must be"
                        + " complete within it.";
        Called check = Launcher.call(as(SECRET), "check");
        assertThat(check.code()).isEqualTo(Broadsheet.FOUND);
        assertThat(check.lines())
                .containsExactly(
                        "✗ The schema broadsheet_1 has no tables yet: run check --create.",
                        "✗ Topic articles is missing.",
                        "✗ Topic articles-archive is missing.",
                        "✗ Topic region-figures is missing.",
                        "✗ Topic dead-letters is missing.",
                        "✗ " + limit);
        Called run = Launcher.call(as(SECRET), "run");
        assertThat(run.code()).isEqualTo(Broadsheet.FAILED);
        assertThat(run.err())
                .startsWith("broadsheet: The schema broadsheet_1 has no tables yet: run check --create.\n")
                .endsWith(limit + "\n");
    }

    @Test
    @Order(2)
    void withTheRightPropertiesAllIsWellAndPagesAreFed() throws Exception {
        Map<String, String> environment = new TreeMap<>(as(SECRET));
        environment.put("BROADSHEET_KAFKA_PROPERTIES_TRANSACTION_TIMEOUT_MS", "600000");
        Called create = Launcher.call(environment, "check", "--create");
        assertThat(create.code()).as(create.out() + create.err()).isZero();
        assertThat(create.lines()).endsWith("All is well.");
        Called feed = Launcher.call(environment, "feed", "config/samples/pages");
        assertThat(feed.err()).isEqualTo("3 pages are safe in articles, 0 files could not be read.\n");
        assertThat(feed.code()).isZero();
        assertThat(create.out() + create.err() + feed.out() + feed.err()).doesNotContain(SECRET);
    }

    @Test
    @Order(3)
    void aWrongPasswordIsTheBrokersToRefuseAndNobodysToRead() throws Exception {
        for (String command : new String[] {"check", "run", "feed config/samples/pages", "redrive"}) {
            Called refused = Launcher.call(as("falsch-7Yz"), command.split(" ", -1));
            assertThat(refused.code()).as(command).isNotZero();
            assertThat(refused.out() + refused.err())
                    .as(command)
                    .contains("Kafka at " + broker.bootstrapServers()
                            + " refused: Authentication failed: Invalid username or password")
                    .doesNotContain("falsch-7Yz")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    @Order(4)
    void figuresAreReadByScriptsAndSpreadsheets() throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO broadsheet_1.region_figure VALUES (140106, 'test_sites', 'current',"
                    + " '2022-11-22', 795, 'exact', 'stated', 0, 0, 1), (140106, 'test_sites', 'new', '2022-11-22',"
                    + " 70.50, 'over', 'stated', 0, 0, 2), (140700, 'test_sites', 'new', '2022-11-23', 3, 'exact',"
                    + " 'parts', 1, 11, 1)");
        }
        String newOnes = "{\"region\":\"140106\",\"name\":\"迎泽区\",\"metric\":\"test_sites\",\"label\":\"核酸检测点\","
                + "\"scope\":\"new\",\"day\":\"2022-11-22\",\"value\":70.50,\"modifier\":\"over\",\"basis\":\"stated\","
                + "\"parts\":0,\"parts_of\":0,\"reports\":2";
        assertThat(figures("--scope", "new", "--day", "2022-11-22", "--json").out())
                .isEqualTo(newOnes + "}\n");
        assertThat(figures("--scope", "new", "--region", "迎泽", "--json", "--why")
                        .out())
                .isEqualTo(newOnes + ",\"why\":[]}\n");
        assertThat(figures("--metric", "核酸检测点", "--region", "1407", "--csv").lines())
                .containsExactly(
                        "\uFEFFregion,name,metric,label,scope,day,value,modifier,basis,parts,parts_of,reports",
                        "140700,晋中市,test_sites,核酸检测点,new,2022-11-23,3,exact,parts,1,11,1");
        Called none = figures("--scope", "cumulative", "--json");
        assertThat(none.code()).isEqualTo(Broadsheet.FOUND);
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).isEqualTo("There is no such figure.\n");
        assertThat(figures("--scope", "often").err()).contains("--scope").doesNotContain("\tat ");
        assertThat(figures("--csv", "--json").err())
                .isEqualTo("broadsheet: --csv and --json are two forms: name one of them.\n");
    }

    private static Called figures(String... options) throws Exception {
        String[] command = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("figures"), java.util.stream.Stream.of(options))
                .toArray(String[]::new);
        return Launcher.call(as(SECRET), command);
    }

    /** The password in a file, as secrets are mounted into containers; the user's in the environment. */
    private static Map<String, String> as(String password) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), LOGIN.formatted(password) + ";\n");
        return Map.of(
                "BROADSHEET_KAFKA_SERVERS", broker.bootstrapServers(),
                "BROADSHEET_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SASL_PLAINTEXT",
                "BROADSHEET_KAFKA_PROPERTIES_SASL_MECHANISM", "PLAIN",
                "BROADSHEET_KAFKA_PROPERTIES_SASL_JAAS_CONFIG_FILE", secret.toString(),
                "BROADSHEET_DATABASE_URL", database.jdbcUrl(),
                "BROADSHEET_DATABASE_USER", database.user(),
                "BROADSHEET_DATABASE_PASSWORD", database.password(),
                "BROADSHEET_JOB_STATE_FOLDER", folder.resolve("state").toString(),
                "LC_ALL", "C");
    }
}
