package org.broadsheet.kafka;

import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.figure.FigureChange;
import org.jspecify.annotations.Nullable;

/**
 * Writes figures as they change: {@code 140106/test_sites/current/2022-11-22} is now 795, or is no more (a message
 * without a value). Each change once, also after a crash; the changes of one figure keep their order only where this
 * sink runs with the parallelism of the step before it.
 */
public final class FigureSink {
    private FigureSink() {}

    /**
     * A sink into the topic.
     *
     * @param transactionalIdPrefix of this sink of this job alone: {@code broadsheet-1-figures}
     */
    public static KafkaSink<FigureChange> into(KafkaConnection connection, String topic, String transactionalIdPrefix) {
        return ExactlyOnce.sink(connection, transactionalIdPrefix, new Serializer(topic));
    }

    private record Serializer(String topic) implements TopicSerializer<FigureChange> {
        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                FigureChange change, KafkaSinkContext context, @Nullable Long timestamp) {
            return message(topic, change);
        }
    }

    static ProducerRecord<byte[], byte[]> message(String topic, FigureChange change) {
        @Nullable Figure after = change.after();
        if (after != null) {
            return new ProducerRecord<>(topic, FigureJson.key(after), FigureJson.value(after));
        }
        @Nullable Figure before = change.before();
        if (before == null) {
            throw new IllegalArgumentException("a change from nothing to nothing");
        }
        return new ProducerRecord<>(topic, FigureJson.key(before), null);
    }
}
