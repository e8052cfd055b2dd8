package org.broadsheet.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.broadsheet.fuzz.Door;
import org.broadsheet.fuzz.Message;
import org.junit.jupiter.api.Test;

/** Dead letters and receipts that others wrote, changed by seed; see {@link Door}. */
class HostileLettersTest {
    @Test
    void everyMessageAmongTheDeadLettersIsALetterOrAReceipt() throws IOException {
        Door.of(
                        "letter",
                        "dead-letter-redriven: ",
                        "dead-letter-partition: 99999999999\n",
                        ":",
                        " ",
                        "\n",
                        "9".repeat(30),
                        "٣:٤",
                        "-1")
                .push(input -> {
                    Message message = Message.of(input);
                    ConsumerRecord<byte[], byte[]> record =
                            new ConsumerRecord<>("dead-letters", 0, 5, null, message.value());
                    KafkaHeaders.write(message.headers()).forEach(record.headers()::add);
                    if (RedriveReceipt.isOne(record)) {
                        assertThat(RedriveReceipt.of(record)
                                        .message("dead-letters")
                                        .headers())
                                .hasSize(1);
                    } else {
                        StoredDeadLetter letter = StoredDeadLetter.of(record);
                        assertThat(letter.page().value()).isEqualTo(message.value());
                        assertThat(letter.page().offset()).isGreaterThanOrEqualTo(-1);
                    }
                });
    }
}
