package org.broadsheet.kafka;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.broadsheet.text.page.RawPage;
import org.jspecify.annotations.Nullable;

/**
 * Sends pages that were rejected once more: those of 太原晚报 without a day, after somebody has mended what was wrong. Each goes
 * to {@code articles} with the key, the value and the headers that it came with, in one transaction with a receipt among
 * the dead letters, so that none is sent twice, whatever happens in between and however often this is called.
 */
public final class Redrive implements AutoCloseable {
    private static final int LETTERS_A_TRANSACTION = 500;
    private static final int BYTES_A_TRANSACTION = 16 << 20;

    private final KafkaConnection connection;
    private final Topics topics;
    private final Wanted wanted;
    private final @Nullable KafkaProducer<byte[], byte[]> producer;
    private final SortedMap<String, Count> counts = new TreeMap<>();
    private final List<Chosen> chosen = new ArrayList<>();
    private final Set<LetterPlace> before = new HashSet<>();
    private int chosenBytes;
    private long left;

    private Redrive(
            KafkaConnection connection,
            Topics topics,
            Wanted wanted,
            @Nullable KafkaProducer<byte[], byte[]> producer) {
        this.connection = connection;
        this.topics = topics;
        this.wanted = wanted;
        this.producer = producer;
        this.left = wanted.most();
    }

    private record Chosen(RawPage page, LetterPlace place) {}

    /**
     * Which dead letters.
     *
     * @param reason {@code no-day}; empty for all
     * @param stage {@code read}; empty for all
     * @param most how many at most
     */
    public record Wanted(String reason, String stage, long most) {
        boolean takes(StoredDeadLetter letter) {
            return (reason.isEmpty() || reason.equals(letter.reason()))
                    && (stage.isEmpty() || stage.equals(letter.stage()));
        }
    }

    /**
     * Dead letters of one stage and reason.
     *
     * @param letters all that there are
     * @param before sent again by earlier calls
     * @param now sent again by this call; where nothing is sent, those that would be
     */
    public record Count(String stage, String reason, long letters, long before, long now) {
        private Count plus(boolean wasBefore, boolean isNow) {
            return new Count(stage, reason, letters + 1, before + (wasBefore ? 1 : 0), now + (isNow ? 1 : 0));
        }
    }

    /**
     * Sends them.
     *
     * @param transactionalId of this work alone; a call that still runs under it is ended
     * @return by stage and reason
     * @throws KafkaAccessException if the broker does not answer or refuses; what was not sent is sent by the next call
     */
    public static List<Count> send(KafkaConnection connection, Topics topics, String transactionalId, Wanted wanted) {
        Map<String, Object> settings = connection.clientSettings(Map.of(
                "transactional.id",
                transactionalId,
                "acks",
                "all",
                "compression.type",
                "zstd",
                "max.request.size",
                9 << 20,
                "max.block.ms",
                30_000));
        try (Redrive redrive = new Redrive(
                connection,
                topics,
                wanted,
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()))) {
            return redrive.work();
        }
    }

    /** Counts those that {@link #send} would send, and sends none. */
    public static List<Count> count(KafkaConnection connection, Topics topics, Wanted wanted) {
        try (Redrive redrive = new Redrive(connection, topics, wanted, null)) {
            return redrive.work();
        }
    }

    private List<Count> work() {
        String deadLetters = topics.deadLetters().name();
        try {
            if (producer == null) {
                CommittedMessages.read(connection, deadLetters, this::note);
            } else {
                producer.initTransactions(); // from here on no other call writes receipts
                CommittedMessages.readWhole(connection, deadLetters, this::note);
            }
            CommittedMessages.read(connection, deadLetters, this::take);
            if (producer != null && !chosen.isEmpty()) {
                sendChosen(producer);
            }
            return List.copyOf(counts.values());
        } catch (ProducerFencedException other) {
            throw new KafkaAccessException("Another redrive has begun meanwhile and goes on with the rest.", other);
        } catch (KafkaException e) {
            throw connection.fault(e);
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> message) {
        if (RedriveReceipt.isOne(message)) {
            RedriveReceipt.read(message, before);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> message) {
        if (RedriveReceipt.isOne(message)) {
            return;
        }
        StoredDeadLetter letter = StoredDeadLetter.of(message);
        LetterPlace place = LetterPlace.of(message);
        boolean wasBefore = before.contains(place);
        boolean isNow = !wasBefore && left > 0 && wanted.takes(letter);
        String name = letter.stage() + ' ' + letter.reason();
        Count count = counts.getOrDefault(name, new Count(letter.stage(), letter.reason(), 0, 0, 0));
        counts.put(name, count.plus(wasBefore, isNow));
        if (isNow) {
            left--;
            choose(letter.page(), place);
        }
    }

    private void choose(RawPage page, LetterPlace place) {
        if (producer == null) {
            return;
        }
        chosen.add(new Chosen(page, place));
        chosenBytes += page.value() == null ? 0 : page.value().length;
        if (chosen.size() >= LETTERS_A_TRANSACTION || chosenBytes >= BYTES_A_TRANSACTION) {
            sendChosen(producer);
        }
    }

    /** In one go: while a transaction is open, nobody reads the pages behind it. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails where one of them did
    private void sendChosen(KafkaProducer<byte[], byte[]> to) {
        String articles = topics.articles().name();
        List<LetterPlace> places = chosen.stream().map(Chosen::place).toList();
        to.beginTransaction();
        for (Chosen letter : chosen) {
            RawPage page = letter.page();
            to.send(new ProducerRecord<>(articles, null, page.key(), page.value(), KafkaHeaders.write(page.headers())));
        }
        to.send(RedriveReceipt.of(topics.deadLetters().name(), articles, places));
        try {
            to.commitTransaction();
        } catch (RecordTooLargeException tooLarge) {
            throw new KafkaAccessException(
                    "One of the dead letters " + places.get(0) + " to " + places.get(places.size() - 1)
                            + " is too large for the topic " + articles + "; none of them was sent.",
                    tooLarge);
        }
        chosen.clear();
        chosenBytes = 0;
    }

    /** Ends the connection; what was sent and not committed is as if it had not been. */
    @Override
    public void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
