package org.broadsheet.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the dead letters there are: which pages of 太原晚报 were rejected, and why. */
public final class DeadLetterReader {
    private DeadLetterReader() {}

    /**
     * Hands each to the taker, in the order of partitions and offsets, one in memory at a time; those that were sent again
     * are among them.
     *
     * @throws KafkaAccessException if the broker does not answer
     */
    public static void read(KafkaConnection connection, String topic, Consumer<StoredDeadLetter> taker) {
        CommittedMessages.read(connection, topic, message -> {
            if (!RedriveReceipt.isOne(message)) {
                taker.accept(StoredDeadLetter.of(message));
            }
        });
    }

    /** All of them at once: for topics that are known to be small. */
    public static List<StoredDeadLetter> all(KafkaConnection connection, String topic) {
        List<StoredDeadLetter> letters = new ArrayList<>();
        read(connection, topic, letters::add);
        return List.copyOf(letters);
    }
}
