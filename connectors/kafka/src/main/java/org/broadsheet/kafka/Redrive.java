package org.broadsheet.kafka;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Sends pages that were rejected once more: those of 太原晚报 that a version could not read, after it was mended. Each goes to
 * {@code articles} with the key, the value and the headers that it came with, and to none twice: a receipt among the dead
 * letters says before that some are about to be sent, another afterwards that they were; where the second is missing, {@code
 * articles} itself is asked. The pages are in no transaction: its end would take an offset, and the books of a partition
 * count offsets.
 */
public final class Redrive implements AutoCloseable {
    private static final int LETTERS_A_RECEIPT = 500;
    private static final int BYTES_A_RECEIPT = 16 << 20;

    private final KafkaConnection connection;
    private final Topics topics;
    private final Wanted wanted;
    private final @Nullable KafkaProducer<byte[], byte[]> receipts;
    private final SortedMap<String, Count> counts = new TreeMap<>();
    private final List<Chosen> chosen = new ArrayList<>();
    private final Set<LetterPlace> before = new HashSet<>();
    /** Those that a call was about to send which then did not say that it did. */
    private final Set<LetterPlace> perhaps = new HashSet<>();

    private final SortedMap<Integer, Long> perhapsFrom = new TreeMap<>();
    private final Set<Fingerprint> found = new HashSet<>();
    private int chosenBytes;
    private long left;

    private Redrive(
            KafkaConnection connection,
            Topics topics,
            Wanted wanted,
            @Nullable KafkaProducer<byte[], byte[]> receipts) {
        this.connection = connection;
        this.topics = topics;
        this.wanted = wanted;
        this.receipts = receipts;
        this.left = wanted.most();
    }

    private record Chosen(RawPage page, LetterPlace place) {}

    /**
     * Which dead letters. Those of closed years are never sent: they would be refused again.
     *
     * @param reason {@code no-day}; empty for all
     * @param stage {@code read}; empty for all
     * @param most how many at most
     */
    public record Wanted(String reason, String stage, long most) {
        boolean takes(StoredDeadLetter letter) {
            return !letter.reason().equals(Reason.CLOSED.label())
                    && (reason.isEmpty() || reason.equals(letter.reason()))
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
        Map<String, Object> settings =
                Map.of("transactional.id", transactionalId, "acks", "all", "max.block.ms", 30_000);
        try (Redrive redrive = new Redrive(connection, topics, wanted, connection.producer(settings))) {
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
            if (receipts == null) {
                CommittedMessages.read(connection, deadLetters, this::note);
            } else {
                receipts.initTransactions(); // from here on no other call writes receipts
                CommittedMessages.readWhole(connection, deadLetters, this::note);
            }
            if (!perhaps.isEmpty()) {
                CommittedMessages.read(
                        connection,
                        topics.articles().name(),
                        perhapsFrom,
                        message -> found.add(
                                Fingerprint.of(message.key(), message.value(), KafkaHeaders.read(message.headers()))));
            }
            CommittedMessages.read(connection, deadLetters, this::take);
            sendChosen();
            return List.copyOf(counts.values());
        } catch (ProducerFencedException other) {
            throw new KafkaAccessException("Another redrive has begun meanwhile and goes on with the rest.", other);
        } catch (KafkaException e) {
            throw connection.fault(e);
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> message) {
        if (!RedriveReceipt.isOne(message)) {
            return;
        }
        RedriveReceipt receipt = RedriveReceipt.of(message);
        if (receipt.done()) {
            before.addAll(receipt.letters());
            receipt.letters().forEach(perhaps::remove);
        } else {
            perhaps.addAll(receipt.letters());
            receipt.ends().forEach((partition, end) -> perhapsFrom.merge(partition, end, Math::min));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> message) {
        if (RedriveReceipt.isOne(message)) {
            return;
        }
        StoredDeadLetter letter = StoredDeadLetter.of(message);
        LetterPlace place = LetterPlace.of(message);
        boolean wasBefore = before.contains(place) || (perhaps.contains(place) && found.contains(of(letter.page())));
        boolean isNow = !wasBefore && left > 0 && wanted.takes(letter);
        String name = letter.stage() + ' ' + letter.reason();
        Count count = counts.getOrDefault(name, new Count(letter.stage(), letter.reason(), 0, 0, 0));
        counts.put(name, count.plus(wasBefore, isNow));
        if (isNow) {
            left--;
            choose(letter.page(), place);
        }
    }

    private static Fingerprint of(RawPage page) {
        return Fingerprint.of(page.key(), page.value(), page.headers());
    }

    private void choose(RawPage page, LetterPlace place) {
        if (receipts == null) {
            return;
        }
        chosen.add(new Chosen(page, place));
        chosenBytes += page.value() == null ? 0 : page.value().length;
        if (chosen.size() >= LETTERS_A_RECEIPT || chosenBytes >= BYTES_A_RECEIPT) {
            sendChosen();
        }
    }

    private void sendChosen() {
        if (receipts == null || chosen.isEmpty()) {
            return;
        }
        String articles = topics.articles().name();
        List<LetterPlace> places = chosen.stream().map(Chosen::place).toList();
        write(
                receipts,
                new RedriveReceipt(
                        false,
                        places,
                        PartitionOffsets.end(connection, articles).byPartition()));
        try (PageFeeder feeder = PageFeeder.into(connection, articles)) {
            List<CompletableFuture<PageFeeder.Sent>> sent = new ArrayList<>();
            for (Chosen letter : chosen) {
                RawPage page = letter.page();
                sent.add(feeder.send(page.key(), page.value(), page.headers()));
            }
            for (int i = 0; i < sent.size(); i++) {
                awaitSafe(sent.get(i), places.get(i));
            }
        }
        write(receipts, new RedriveReceipt(true, places, new TreeMap<>()));
        chosen.clear();
        chosenBytes = 0;
    }

    private static void awaitSafe(CompletableFuture<PageFeeder.Sent> sent, LetterPlace place) {
        try {
            sent.join();
        } catch (CompletionException e) {
            throw new KafkaAccessException(
                    "The dead letter " + place + " could not be sent: "
                            + (e.getCause() == null
                                    ? e.getMessage()
                                    : e.getCause().getMessage()),
                    e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails where it did
    private void write(KafkaProducer<byte[], byte[]> to, RedriveReceipt receipt) {
        to.beginTransaction();
        to.send(receipt.message(topics.deadLetters().name()));
        to.commitTransaction();
    }

    /** Ends the connection; a call that was ended before its last receipt is gone on with by the next. */
    @Override
    public void close() {
        if (receipts != null) {
            receipts.close();
        }
    }
}
