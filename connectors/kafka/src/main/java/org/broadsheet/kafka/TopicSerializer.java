package org.broadsheet.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;

/**
 * Makes messages for one topic, {@code region-figures}, and says which: pooled transactions are cleared away by topic.
 *
 * @param <T> what messages are made of
 */
interface TopicSerializer<T> extends KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {
    /** The only topic that it writes to. */
    String topic();

    @Override
    default Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic()))));
    }
}
