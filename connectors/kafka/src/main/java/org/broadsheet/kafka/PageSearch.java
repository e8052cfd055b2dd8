package org.broadsheet.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.broadsheet.text.page.RawPage;

/**
 * Looks through topics of pages, a partition at a time: where {@code 太原晚报/2022-11-22/003} was sent. Reads what was committed
 * when the search began, and leaves no trace on the broker. Not thread-safe.
 */
public final class PageSearch implements AutoCloseable {
    private static final Duration TURN = Duration.ofSeconds(1);

    private final KafkaConnection connection;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    private PageSearch(
            KafkaConnection connection, KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        this.connection = connection;
        this.consumer = consumer;
        this.ends = ends;
    }

    /** A partition of a topic, from 0. */
    public record Partition(String topic, int number) {}

    /**
     * A search in those of these topics that are there.
     *
     * @throws KafkaAccessException if the broker does not answer
     */
    public static PageSearch in(KafkaConnection connection, List<String> topics) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                connection.clientSettings(Map.of(
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false,
                        "allow.auto.create.topics",
                        false,
                        "max.partition.fetch.bytes",
                        8 << 20,
                        "fetch.max.bytes",
                        64 << 20,
                        "max.poll.records",
                        5000,
                        "default.api.timeout.ms",
                        10_000)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try {
            Map<String, List<PartitionInfo>> present = consumer.listTopics();
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> present.getOrDefault(topic, List.of()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            return new PageSearch(connection, consumer, consumer.endOffsets(partitions));
        } catch (KafkaException e) {
            consumer.close();
            throw connection.fault(e);
        }
    }

    /** All partitions, by topic and number. */
    public List<Partition> partitions() {
        List<Partition> partitions = new ArrayList<>();
        ends.keySet().forEach(found -> partitions.add(new Partition(found.topic(), found.partition())));
        partitions.sort(Comparator.comparing(Partition::topic).thenComparing(Partition::number));
        return List.copyOf(partitions);
    }

    /** Those to which a producer sends a key, one of each topic: of records that were sent as usual all of that key lie there. */
    public List<Partition> partitionsOf(byte[] key) {
        return partitions().stream()
                .filter(partition ->
                        partition.number() == Utils.toPositive(Utils.murmur2(key)) % partitionsOf(partition.topic()))
                .toList();
    }

    private int partitionsOf(String topic) {
        return (int) ends.keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .count();
    }

    /** The offset behind the last record that there was when the search began. */
    public long end(Partition partition) {
        return ends.getOrDefault(new TopicPartition(partition.topic(), partition.number()), 0L);
    }

    /**
     * Hands over each record of a partition, from its first to the last there was when the search began.
     *
     * @param progress told how many records of the partition were passed, now and then
     * @throws KafkaAccessException if the broker does not answer
     */
    public void read(Partition partition, Consumer<RawPage> taker, LongConsumer progress) {
        read(partition, 0, taker, progress);
    }

    /**
     * Hands over each record of a partition from an offset on: what came behind {@link #end} of a search before.
     *
     * @throws KafkaAccessException if the broker does not answer
     */
    public void readFrom(Partition partition, long offset, Consumer<RawPage> taker) {
        read(partition, offset, taker, none -> {});
    }

    private void read(Partition partition, long from, Consumer<RawPage> taker, LongConsumer progress) {
        TopicPartition sought = new TopicPartition(partition.topic(), partition.number());
        long end = ends.getOrDefault(sought, 0L);
        try {
            consumer.assign(List.of(sought));
            long first =
                    Math.max(from, consumer.beginningOffsets(List.of(sought)).getOrDefault(sought, 0L));
            consumer.seek(sought, first);
            while (consumer.position(sought) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(TURN)) {
                    // A turn may bring more than there was.
                    if (record.offset() < end) {
                        taker.accept(RawPageDeserializer.page(record));
                    }
                }
                progress.accept(consumer.position(sought) - first);
            }
        } catch (KafkaException e) {
            throw connection.fault(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
