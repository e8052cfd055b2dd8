package org.broadsheet.kafka;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * An offset for each partition of a topic: {@code articles} ends at {0=3, 1=0, 2=0, 3=0} after the three sample pages.
 *
 * @param topic the name
 * @param byPartition by the partition's number
 */
public record PartitionOffsets(String topic, SortedMap<Integer, Long> byPartition) {
    /**
     * The offset behind the last message of each partition; 0 where there never was one.
     *
     * @throws KafkaAccessException if the broker does not answer, or has no such topic
     */
    public static PartitionOffsets end(KafkaConnection connection, String topic) {
        return listed(connection, topic, OffsetSpec.latest());
    }

    /** The offset of the first message that is still there. */
    public static PartitionOffsets first(KafkaConnection connection, String topic) {
        return listed(connection, topic, OffsetSpec.earliest());
    }

    /** Where the group goes on reading; partitions that it has not read are left out. */
    public static PartitionOffsets committed(KafkaConnection connection, String topic, String group) {
        try (Admin admin = connection.admin()) {
            Map<TopicPartition, OffsetAndMetadata> found =
                    connection.await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
            SortedMap<Integer, Long> offsets = new TreeMap<>();
            found.forEach((partition, offset) -> {
                if (partition.topic().equals(topic)) {
                    offsets.put(partition.partition(), offset.offset());
                }
            });
            return new PartitionOffsets(topic, offsets);
        }
    }

    private static PartitionOffsets listed(KafkaConnection connection, String topic, OffsetSpec which) {
        try (Admin admin = connection.admin()) {
            Map<String, TopicDescription> described = connection.await(
                    admin.describeTopics(java.util.List.of(topic)).allTopicNames());
            Map<TopicPartition, OffsetSpec> asked = described.values().stream()
                    .flatMap(description -> description.partitions().stream())
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .collect(Collectors.toMap(Function.identity(), partition -> which));
            SortedMap<Integer, Long> offsets = new TreeMap<>();
            connection
                    .await(admin.listOffsets(asked).all())
                    .forEach((partition, found) -> offsets.put(partition.partition(), found.offset()));
            return new PartitionOffsets(topic, offsets);
        }
    }

    /** All partitions together. */
    public long sum() {
        return byPartition.values().stream().mapToLong(Long::longValue).sum();
    }
}
