package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.kafka.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code redrive}, called as a user calls it. */
class ITRedriveCommand {
    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void deadLettersAreCountedAndSentAgainOnce() throws Exception {
        Topics topics = made();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (String reason : List.of("no-day", "not-text", "no-day")) {
                ProducerRecord<byte[], byte[]> letter =
                        new ProducerRecord<>(topics.deadLetters().name(), "页".getBytes(UTF_8));
                letter.headers().add("dead-letter-stage", "read".getBytes(UTF_8));
                letter.headers().add("dead-letter-reason", reason.getBytes(UTF_8));
                var unused = producer.send(letter).get();
            }
        }
        assertThat(call("redrive", "--dry-run").lines())
                .containsExactly(
                        "stage  reason    dead letters  sent before  would go",
                        "read   no-day    2             0            2",
                        "read   not-text  1             0            1",
                        "3 pages would be sent to dead-articles, 0 are left.");
        assertThat(call("redrive", "--reason", "no-day", "--json").out())
                .isEqualTo("{\"dry_run\":false,\"sent\":2,\"left\":1,\"dead_letters\":["
                        + "{\"stage\":\"read\",\"reason\":\"no-day\",\"letters\":2,\"before\":0,\"sent\":2},"
                        + "{\"stage\":\"read\",\"reason\":\"not-text\",\"letters\":1,\"before\":0,\"sent\":0}]}\n");
        assertThat(call("redrive").lines()).endsWith("1 pages were sent to dead-articles, 0 are left.");
        assertThat(call("redrive").lines()).endsWith("0 pages were sent to dead-articles, 0 are left.");
        assertThat(PartitionOffsets.end(connection(), topics.articles().name()).sum())
                .isEqualTo(3);
        assertThat(call("redrive", "--reason", "tired").err())
                .isEqualTo(
                        "broadsheet: There is no reason tired; there are empty, too-large, not-text, no-text, no-day,"
                                + " bad-header, closed, bug.\n");
    }

    private static Called call(String... arguments) throws Exception {
        return Launcher.call(
                Map.of(
                        "BROADSHEET_KAFKA_SERVERS", broker.bootstrapServers(),
                        "BROADSHEET_KAFKA_TOPIC_PREFIX", "dead-",
                        "LC_ALL", "C"),
                arguments);
    }

    private static Topics made() {
        Topics topics = Topics.named("dead-", "");
        topics.create(connection());
        return topics;
    }

    private static KafkaConnection connection() {
        return KafkaConnection.to(broker.bootstrapServers());
    }
}
