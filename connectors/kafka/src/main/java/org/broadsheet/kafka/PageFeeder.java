package org.broadsheet.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.broadsheet.text.page.Header;
import org.jspecify.annotations.Nullable;

/**
 * Sends pages into a topic: {@code 太原晚报/2022-11-22/003} with its headers. A page is sent once, whatever the network
 * does meanwhile, and is safe on the broker when its future is done. Thread-safe.
 */
public final class PageFeeder implements AutoCloseable {
    private final KafkaConnection connection;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;

    private PageFeeder(KafkaConnection connection, String topic, KafkaProducer<byte[], byte[]> producer) {
        this.connection = connection;
        this.topic = topic;
        this.producer = producer;
    }

    /**
     * Where a page lies now.
     *
     * @param partition from 0
     * @param offset from 0
     */
    public record Sent(int partition, long offset) {}

    /**
     * A feeder into that topic; connects when the first page is sent. A broker that does not answer for half a minute, or
     * does not take a page for two, is a fault.
     */
    public static PageFeeder into(KafkaConnection connection, String topic) {
        return into(connection, topic, Map.of("max.block.ms", 30_000));
    }

    /** A feeder that waits for a broker that is away, however long, and then goes on. */
    public static PageFeeder patient(KafkaConnection connection, String topic) {
        return into(
                connection, topic, Map.of("max.block.ms", Long.MAX_VALUE, "delivery.timeout.ms", Integer.MAX_VALUE));
    }

    private static PageFeeder into(KafkaConnection connection, String topic, Map<String, Object> patience) {
        Map<String, Object> settings = new HashMap<>(patience);
        settings.putAll(Map.of(
                "enable.idempotence",
                true,
                "acks",
                "all",
                "compression.type",
                "zstd",
                "max.request.size",
                8 << 20,
                // Pages wait for each other a moment, so that they travel and are compressed together.
                "linger.ms",
                20,
                "batch.size",
                512 << 10));
        return new PageFeeder(connection, topic, connection.producer(settings));
    }

    /**
     * Sends a page; waits only where too many are under way.
     *
     * @param key names the page; null: it is named by its SHA-256
     * @param value the page; null withdraws the page of that key
     * @param headers in their order
     * @return done when the page is safe; fails with a {@link KafkaAccessException} whose message is a sentence
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of everything that Kafka's future would say
    public CompletableFuture<Sent> send(byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
        CompletableFuture<Sent> sent = new CompletableFuture<>();
        try {
            producer.send(
                    new ProducerRecord<>(topic, null, key, value, KafkaHeaders.write(headers)),
                    (@Nullable RecordMetadata where, @Nullable Exception fault) -> settle(sent, where, fault));
        } catch (KafkaException e) {
            sent.completeExceptionally(fault(e));
        }
        return sent;
    }

    private void settle(CompletableFuture<Sent> sent, @Nullable RecordMetadata where, @Nullable Exception fault) {
        if (fault != null) {
            sent.completeExceptionally(fault(fault));
        } else if (where != null) {
            sent.complete(new Sent(where.partition(), where.offset()));
        }
    }

    private KafkaAccessException fault(Exception cause) {
        return cause instanceof RecordTooLargeException
                ? new KafkaAccessException("The page is too large for the topic " + topic + ".", cause)
                : connection.fault(cause);
    }

    /** Waits until each page sent so far is safe or has failed. */
    public void flush() {
        producer.flush();
    }

    /** Waits a moment for what is under way, then ends the connection. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
