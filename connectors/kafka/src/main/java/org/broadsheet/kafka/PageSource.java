package org.broadsheet.kafka;

import java.util.Map;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.broadsheet.text.page.RawPage;

/**
 * The pages of a topic: 太原晚报 of 2022-11-22 as it came, undecoded. A job goes on where its checkpoint
 * stopped; one without a checkpoint begins with the earliest page, whatever offsets its group left on the broker: the figures
 * are a function of all pages.
 */
public final class PageSource {
    private PageSource() {}

    /**
     * To be built, or to be given an end first ({@code setBounded}).
     *
     * @param topic the name of one topic
     * @param group the consumer group; one a job and topic
     */
    public static KafkaSourceBuilder<RawPage> of(KafkaConnection connection, String topic, String group) {
        Map<String, String> settings = Map.of(
                "isolation.level",
                "read_committed",
                // A partition's turn brings several pages of 18 KB to 4 MiB, not a part of one.
                "max.partition.fetch.bytes",
                Integer.toString(8 << 20));
        return KafkaSource.<RawPage>builder()
                .setProperties(connection.clientProperties(settings))
                .setBootstrapServers(connection.bootstrapServers())
                .setTopics(topic)
                .setGroupId(group)
                .setClientIdPrefix(group + "-" + topic)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new RawPageDeserializer());
    }
}
