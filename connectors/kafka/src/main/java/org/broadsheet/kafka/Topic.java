package org.broadsheet.kafka;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as it has to be: {@code articles} keeps every page of 太原晚报 for ever.
 *
 * @param name as the broker knows it
 * @param partitions how many to make; more or fewer do no harm
 * @param largestMessageBytes the largest record batch that must fit, compressed
 * @param compacted whether only the last message of a key is kept, or all of them
 */
public record Topic(String name, int partitions, int largestMessageBytes, boolean compacted) {
    /** Without end, in the broker's terms. */
    private static final String FOR_EVER = "-1";

    Map<String, String> settings() {
        String largest = Integer.toString(largestMessageBytes);
        return compacted
                ? Map.of("cleanup.policy", "compact", "max.message.bytes", largest)
                : Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", FOR_EVER,
                        "retention.bytes", FOR_EVER,
                        "max.message.bytes", largest);
    }

    /** To be made, with as many copies as the broker makes of any topic. */
    NewTopic toBeMade() {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings());
    }
}
