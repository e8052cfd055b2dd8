package org.broadsheet.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;

/**
 * A dead letter as it lies in its topic: a JPEG picture that came as offset 7 of {@code articles}, reason {@code
 * not-text}.
 *
 * @param offset where it lies itself, in its partition
 * @param page the page as it came, with topic, partition, offset and headers of then
 * @param stage as {@code Stage.label()}; later versions may know others
 * @param reason as {@code Reason.label()}; later versions may know others
 * @param detail what was found, for a person
 * @param rules version of the rules that rejected it
 */
public record StoredDeadLetter(
        int partition, long offset, RawPage page, String stage, String reason, String detail, String rules) {

    static StoredDeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        List<Header> headers = KafkaHeaders.read(record.headers());
        RawPage page = new RawPage(
                DeadLetterHeaders.text(headers, DeadLetterHeaders.TOPIC),
                (int) number(headers, DeadLetterHeaders.PARTITION),
                number(headers, DeadLetterHeaders.OFFSET),
                record.key(),
                record.value(),
                DeadLetterHeaders.own(headers));
        return new StoredDeadLetter(
                record.partition(),
                record.offset(),
                page,
                DeadLetterHeaders.text(headers, DeadLetterHeaders.STAGE),
                DeadLetterHeaders.text(headers, DeadLetterHeaders.REASON),
                DeadLetterHeaders.text(headers, DeadLetterHeaders.DETAIL),
                DeadLetterHeaders.text(headers, DeadLetterHeaders.RULES));
    }

    /** −1 where the header does not say, as in a message that is none of ours. */
    private static long number(List<Header> headers, String name) {
        String text = DeadLetterHeaders.text(headers, name);
        boolean plain = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Long.parseLong(text) : -1;
    }
}
