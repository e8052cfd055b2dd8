package org.broadsheet.cli.cluster;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;

/** The figures as the topic {@code region-figures} has them. */
public final class FigureMessages {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonNode NONE = MissingNode.getInstance();
    private static final List<String> COLUMNS =
            List.of("region", "metric", "scope", "day", "value", "modifier", "basis", "parts", "parts_of", "reports");
    private static final Duration LOOK = Duration.ofMillis(100);

    private FigureMessages() {}

    /** The last message of each figure, as the lines of the table are written, sorted. */
    public static List<String> last(Settings settings) throws Exception {
        String topic = Endpoints.topics(settings).figures().name();
        Map<String, JsonNode> last = new HashMap<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", settings.kafka().servers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, String> message : consumer.poll(LOOK)) {
                    last.put(message.key(), message.value() == null ? NONE : JSON.readTree(message.value()));
                }
            }
        }
        List<String> figures = new ArrayList<>();
        for (JsonNode figure : last.values()) {
            if (!figure.isMissingNode()) {
                figures.add(String.join(
                        "|",
                        COLUMNS.stream()
                                .map(column -> figure.get(column).asText())
                                .toList()));
            }
        }
        Collections.sort(figures);
        return figures;
    }
}
