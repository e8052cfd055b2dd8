package org.broadsheet.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The committed messages of a topic from its first to the last there is at the call, partition by partition. */
final class CommittedMessages {
    private static final Duration TURN = Duration.ofSeconds(1);
    /** A job commits at each checkpoint: a transaction that is open for so many seconds is of one that died. */
    private static final int MOST_EMPTY_TURNS = 30;

    private CommittedMessages() {}

    /**
     * Hands each to the taker; those behind a transaction that is still open are left out.
     *
     * @throws KafkaAccessException if the broker does not answer
     */
    static void read(KafkaConnection connection, String topic, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        read(connection, topic, Map.of(), taker);
    }

    /**
     * Hands each to the taker that lies at or behind the offset of its partition.
     *
     * @param from by partition; those that are not named begin at their first message
     * @throws KafkaAccessException if the broker does not answer
     */
    static void read(
            KafkaConnection connection,
            String topic,
            Map<Integer, Long> from,
            Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(connection)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map((PartitionInfo partition) -> new TopicPartition(topic, partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                begin(consumer, partition, from.get(partition.partition()));
                read(consumer, partition, ends.getOrDefault(partition, 0L), taker);
            }
        } catch (KafkaException e) {
            throw connection.fault(e);
        }
    }

    /**
     * Hands each to the taker that was written before the call, and waits for the transactions that are open.
     *
     * @throws KafkaAccessException if the broker does not answer, or a transaction stays open
     */
    static void readWhole(KafkaConnection connection, String topic, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        PartitionOffsets ends = PartitionOffsets.end(connection, topic);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(connection)) {
            ends.byPartition().forEach((number, end) -> {
                TopicPartition partition = new TopicPartition(topic, number);
                begin(consumer, partition, null);
                read(consumer, partition, end, taker);
            });
        } catch (KafkaException e) {
            throw connection.fault(e);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(KafkaConnection connection) {
        Map<String, Object> settings = connection.clientSettings(Map.of(
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "default.api.timeout.ms",
                10_000));
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static void begin(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, @Nullable Long first) {
        consumer.assign(List.of(partition));
        if (first == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, first);
        }
    }

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long end,
            Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        int empty = 0;
        while (consumer.position(partition) < end) {
            ConsumerRecords<byte[], byte[]> messages = consumer.poll(TURN);
            messages.forEach(taker);
            empty = messages.isEmpty() ? empty + 1 : 0;
            if (empty > MOST_EMPTY_TURNS) {
                throw new KafkaAccessException("Nothing more of " + partition.topic()
                        + " can be read: a transaction is open there, of a job that died, or the broker is away. The broker"
                        + " gives such a transaction up after 15 minutes; try again then.");
            }
        }
    }
}
