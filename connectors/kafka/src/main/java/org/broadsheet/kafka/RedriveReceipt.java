package org.broadsheet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.broadsheet.text.page.Header;
import org.jspecify.annotations.Nullable;

/**
 * A message among the dead letters about some of them, its value {@code 0:17 0:18}, partition and offset of each: that they
 * are about to be sent again (header {@code dead-letter-redriving}), or that they were ({@code dead-letter-redriven}).
 *
 * @param done whether they were sent
 * @param letters where they lie
 * @param ends where the topic they go to ended before the first was sent, by partition
 */
record RedriveReceipt(boolean done, List<LetterPlace> letters, SortedMap<Integer, Long> ends) {
    private static final String REDRIVING = "dead-letter-redriving";
    private static final String REDRIVEN = "dead-letter-redriven";

    static boolean isOne(ConsumerRecord<byte[], byte[]> message) {
        return message.headers().lastHeader(REDRIVEN) != null
                || message.headers().lastHeader(REDRIVING) != null;
    }

    /** To be written into the topic of the dead letters. */
    ProducerRecord<byte[], byte[]> message(String deadLetters) {
        byte @Nullable [] unnamed = null;
        String value = letters.stream().map(LetterPlace::toString).collect(Collectors.joining(" "));
        String header = ends.entrySet().stream()
                .map(end -> new LetterPlace(end.getKey(), end.getValue()).toString())
                .collect(Collectors.joining(" "));
        return new ProducerRecord<>(
                deadLetters,
                null,
                unnamed,
                value.getBytes(UTF_8),
                KafkaHeaders.write(List.of(new Header(done ? REDRIVEN : REDRIVING, header.getBytes(UTF_8)))));
    }

    /** From such a message; what cannot be read in it is passed over. */
    static RedriveReceipt of(ConsumerRecord<byte[], byte[]> message) {
        boolean done = message.headers().lastHeader(REDRIVEN) != null;
        byte[] header =
                message.headers().lastHeader(done ? REDRIVEN : REDRIVING).value();
        SortedMap<Integer, Long> ends = new TreeMap<>();
        places(header).forEach(end -> ends.put(end.partition(), end.offset()));
        return new RedriveReceipt(done, places(message.value()), ends);
    }

    private static List<LetterPlace> places(byte @Nullable [] written) {
        List<LetterPlace> places = new ArrayList<>();
        if (written != null) {
            for (String one : new String(written, UTF_8).split(" ", -1)) {
                LetterPlace.parse(one).ifPresent(places::add);
            }
        }
        return List.copyOf(places);
    }
}
