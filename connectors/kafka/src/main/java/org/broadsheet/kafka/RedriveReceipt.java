package org.broadsheet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.broadsheet.text.page.Header;
import org.jspecify.annotations.Nullable;

/**
 * A message among the dead letters that says which of them were sent again, written in one transaction with them: header
 * {@code dead-letter-redriven: articles}, value {@code 0:17 0:18}, partition and offset of each.
 */
final class RedriveReceipt {
    private static final String HEADER = "dead-letter-redriven";

    private RedriveReceipt() {}

    static boolean isOne(ConsumerRecord<byte[], byte[]> message) {
        return message.headers().lastHeader(HEADER) != null;
    }

    /** The receipt for letters that were sent to the topic {@code to}. */
    static ProducerRecord<byte[], byte[]> of(String deadLetters, String to, List<LetterPlace> letters) {
        String value = letters.stream().map(LetterPlace::toString).collect(Collectors.joining(" "));
        byte @Nullable [] unnamed = null;
        return new ProducerRecord<>(
                deadLetters,
                null,
                unnamed,
                value.getBytes(UTF_8),
                KafkaHeaders.write(List.of(new Header(HEADER, to.getBytes(UTF_8)))));
    }

    /** Adds those that the receipt names; what cannot be read is passed over. */
    static void read(ConsumerRecord<byte[], byte[]> message, Set<LetterPlace> letters) {
        if (message.value() != null) {
            for (String one : new String(message.value(), UTF_8).split(" ", -1)) {
                LetterPlace.parse(one).ifPresent(letters::add);
            }
        }
    }
}
