package org.broadsheet.kafka;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a dead letter lies: {@code 0:17} is the one with offset 17 in partition 0 of {@code dead-letters}. */
record LetterPlace(int partition, long offset) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

    static LetterPlace of(ConsumerRecord<byte[], byte[]> message) {
        return new LetterPlace(message.partition(), message.offset());
    }

    static Optional<LetterPlace> parse(String text) {
        Matcher found = WRITTEN.matcher(text);
        return found.matches()
                ? Optional.of(new LetterPlace(Integer.parseInt(found.group(1)), Long.parseLong(found.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return partition + ":" + offset;
    }
}
