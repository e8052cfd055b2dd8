package org.broadsheet.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code EmbeddedBroker}: a page of 太原晚报 sent before a stop is read after it. */
class ITEmbeddedBroker {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsItsTopicsOverARestartInAFolderWithSpacesAndChineseCharacters() throws Exception {
        Path named = folder.resolve("我的 演示/消息");
        byte[] large = new byte[8 << 20];
        try (EmbeddedBroker broker = EmbeddedBroker.start(named, 0)) {
            create(broker, "articles");
            send(broker, "articles", "全市增设检测采样点795处".getBytes(UTF_8));
            send(broker, "articles", large);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(named, 0)) {
            assertThat(broker.folder()).isEqualTo(named);
            List<byte[]> read = read(broker, "articles", 2);
            assertThat(new String(read.get(0), UTF_8)).isEqualTo("全市增设检测采样点795处");
            assertThat(read.get(1)).isEqualTo(large);
        }
    }

    @Test
    void makesNoTopicByItself() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
                Admin admin = admin(broker)) {
            assertThat(admin.listTopics().names().get()).isEmpty();
            assertThatThrownBy(() -> admin.describeTopics(List.of("articels"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(org.apache.kafka.common.errors.UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort()))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessage("Port " + taken.getLocalPort() + " on 127.0.0.1 is taken.");
        }
    }

    @Test
    void refusesAFolderThatAnotherRunHolds() {
        try (EmbeddedBroker first = EmbeddedBroker.start(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(first.folder(), 0))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessage("The folder " + folder + " is in use by another run.");
        }
    }

    @Test
    void refusesAFolderWithTheFilesOfSomethingElse() throws IOException {
        Files.createDirectories(folder.resolve("log"));
        Files.writeString(folder.resolve("log/meta.properties"), "version=9\n", UTF_8);
        assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
                .isInstanceOf(ServerStartException.class)
                .hasMessageStartingWith("Kafka did not start in " + folder + ": ");
        // And lets go of it.
        Files.delete(folder.resolve("log/meta.properties"));
        EmbeddedBroker.start(folder, 0).close();
    }

    private static void create(EmbeddedBroker broker, String topic) throws Exception {
        try (Admin admin = admin(broker)) {
            admin.createTopics(Set.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static void send(EmbeddedBroker broker, String topic, byte[] value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.request.size", (8 << 20) + 1024);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<byte[]> read(EmbeddedBroker broker, String topic, int count) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<byte[]> values = new java.util.ArrayList<>();
            while (values.size() < count) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(10));
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    values.add(record.value());
                }
            }
            return values;
        }
    }
}
