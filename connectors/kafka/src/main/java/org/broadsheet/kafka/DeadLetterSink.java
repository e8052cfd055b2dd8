package org.broadsheet.kafka;

import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.broadsheet.text.page.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * Writes pages that could not be read, whole, with where they came from and why: a JPEG picture with {@code
 * dead-letter-stage: read} and {@code dead-letter-reason: not-text}. Each once, also after a crash.
 */
public final class DeadLetterSink {
    private DeadLetterSink() {}

    /**
     * A sink into the topic.
     *
     * @param transactionalIdPrefix of this sink of this job alone: {@code broadsheet-1-dead-letters}
     */
    public static KafkaSink<DeadLetter> into(KafkaConnection connection, String topic, String transactionalIdPrefix) {
        return ExactlyOnce.sink(connection, transactionalIdPrefix, new Serializer(topic));
    }

    private record Serializer(String topic) implements TopicSerializer<DeadLetter> {
        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                DeadLetter letter, KafkaSinkContext context, @Nullable Long timestamp) {
            return new ProducerRecord<>(
                    topic,
                    null,
                    letter.page().key(),
                    letter.page().value(),
                    KafkaHeaders.write(DeadLetterHeaders.of(letter)));
        }
    }
}
