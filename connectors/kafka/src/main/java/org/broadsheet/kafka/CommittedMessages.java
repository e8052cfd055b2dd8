package org.broadsheet.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The committed messages of a topic from its first to the last there is at the call, partition by partition. */
final class CommittedMessages {
    private static final Duration TURN = Duration.ofSeconds(1);

    private CommittedMessages() {}

    /**
     * Hands each to the taker.
     *
     * @throws KafkaAccessException if the broker does not answer
     */
    static void read(KafkaConnection connection, String topic, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        Map<String, Object> settings = connection.clientSettings(Map.of(
                "isolation.level", "read_committed", "enable.auto.commit", false, "default.api.timeout.ms", 10_000));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map((PartitionInfo partition) -> new TopicPartition(topic, partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                long end = ends.getOrDefault(partition, 0L);
                while (consumer.position(partition) < end) {
                    consumer.poll(TURN).forEach(taker);
                }
            }
        } catch (KafkaException e) {
            throw connection.fault(e);
        }
    }
}
