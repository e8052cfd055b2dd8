package org.broadsheet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.kafka.Redrive.Wanted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that asks for a password, and one that gives transactions up early. */
class ITSecuredBroker {
    private static final String SECRET = "秘密-8Qx2";
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"broadsheet\" password=\"%s\"";

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(
                folder,
                0,
                Map.of(
                        "listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "sasl.mechanism.inter.broker.protocol", "PLAIN",
                        "listener.name.plaintext.sasl.enabled.mechanisms", "PLAIN",
                        "listener.name.plaintext.plain.sasl.jaas.config",
                                LOGIN.formatted(SECRET) + " user_broadsheet=\"" + SECRET + "\";",
                        "transaction.max.timeout.ms", "600000"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theClientsPropertiesOpenItForAllOfThem() {
        KafkaConnection connection = as(SECRET);
        Topics topics = Topics.named("sasl-", "");
        topics.create(connection);
        assertThat(topics.faults(connection)).isEmpty();
        try (PageFeeder feeder = PageFeeder.into(connection, topics.articles().name())) {
            assertThat(feeder.send(null, "页".getBytes(UTF_8), List.of()).join().offset())
                    .isZero();
        }
        assertThat(PartitionOffsets.end(connection, topics.articles().name()).sum())
                .isEqualTo(1);
        assertThat(Redrive.send(connection, topics, "sasl-redrive", new Wanted("", "", 1)))
                .isEmpty();
    }

    @Test
    void aWrongPasswordIsOneSentenceThatDoesNotHoldIt() {
        KafkaConnection connection = as("falsch-7Yz");
        KafkaAccessException refused = catchThrowableOfType(
                KafkaAccessException.class, () -> Topics.standard().faults(connection));
        assertThat(refused)
                .hasMessage("Kafka at " + broker.bootstrapServers()
                        + " refused: Authentication failed: Invalid username or password");
        StringWriter trace = new StringWriter();
        refused.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("falsch-7Yz");
        assertThat(connection.toString())
                .isEqualTo("Kafka at " + broker.bootstrapServers()
                        + "[sasl.jaas.config, sasl.mechanism, security.protocol]");
    }

    @Test
    void aLoginThatIsNoneAndAHostThatIsNoneAreOneSentence() {
        Map<String, String> properties = new java.util.HashMap<>(as(SECRET).properties());
        properties.put("sasl.jaas.config", "PlainLoginModule required password=halb 7Yz-ganz;");
        KafkaConnection malformed = new KafkaConnection(broker.bootstrapServers(), properties);
        String login =
                "Kafka at " + broker.bootstrapServers() + " refused: kafka.properties.sasl.jaas.config is no login such"
                        + " as Module required username=\"…\" password=\"…\";";
        assertThatThrownBy(malformed::admin)
                .isInstanceOf(KafkaAccessException.class)
                .hasMessage(login);
        assertThatThrownBy(() -> PageFeeder.into(malformed, "articles")).hasMessage(login);
        assertThatThrownBy(() -> KafkaConnection.to("no-such-host.invalid:9092").admin())
                .isInstanceOf(KafkaAccessException.class)
                .hasMessage("Kafka at no-such-host.invalid:9092 refused: No resolvable bootstrap urls given in"
                        + " bootstrap.servers");
    }

    @Test
    void aBrokerThatGivesTransactionsUpEarlyIsSaid() {
        assertThat(BrokerLimits.faults(as(SECRET)))
                .containsExactly(
                        "The broker gives transactions up after 600000 ms (transaction.max.timeout.ms), and the job"
                                + " asks for 900000: raise that, or set kafka.properties.transaction.timeout.ms to no more; a"
                                + " checkpoint must be complete within it.");
        Map<String, String> shorter = new java.util.HashMap<>(as(SECRET).properties());
        shorter.put("transaction.timeout.ms", "600000");
        assertThat(BrokerLimits.faults(new KafkaConnection(broker.bootstrapServers(), shorter)))
                .isEmpty();
    }

    private static KafkaConnection as(String password) {
        return new KafkaConnection(
                broker.bootstrapServers(),
                Map.of(
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        LOGIN.formatted(password) + ";"));
    }
}
