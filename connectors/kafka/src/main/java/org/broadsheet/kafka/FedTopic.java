package org.broadsheet.kafka;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.broadsheet.text.page.RawPage;

/**
 * A topic that pages are fed into, as it is now: {@code articles}, made under the id {@code 8sPqC2…}.
 *
 * @param name as the broker knows it
 * @param id another one if the topic is thrown away and made anew
 * @param end behind the last message of each partition
 */
public record FedTopic(String name, String id, PartitionOffsets end) {
    /**
     * Looks at it.
     *
     * @throws KafkaAccessException if the broker does not answer, or has no such topic
     */
    public static FedTopic look(KafkaConnection connection, String name) {
        try (Admin admin = connection.admin()) {
            TopicDescription found = connection
                    .await(admin.describeTopics(List.of(name)).allTopicNames())
                    .get(name);
            return new FedTopic(
                    name,
                    java.util.Objects.requireNonNull(found).topicId().toString(),
                    PartitionOffsets.end(connection, name));
        } catch (KafkaAccessException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new KafkaAccessException("Topic " + name + " is missing: ./broadsheet check --create makes it.");
            }
            throw e;
        }
    }

    /**
     * Hands over the pages from the offsets on.
     *
     * @throws KafkaAccessException if the broker does not answer
     */
    public static void read(KafkaConnection connection, PartitionOffsets from, Consumer<RawPage> taker) {
        CommittedMessages.read(
                connection,
                from.topic(),
                from.byPartition(),
                message -> taker.accept(RawPageDeserializer.page(message)));
    }
}
