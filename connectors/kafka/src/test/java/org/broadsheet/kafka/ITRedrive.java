package org.broadsheet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.broadsheet.kafka.Redrive.Count;
import org.broadsheet.kafka.Redrive.Wanted;
import org.broadsheet.text.page.DeadLetter;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reason;
import org.broadsheet.text.page.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ITRedrive {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private static final long ALL = Long.MAX_VALUE;

    @Test
    void eachLetterIsSentOnceAsItCame() {
        Topics topics = BROKER.topics("whole");
        reject(topics, Reason.NO_DAY, 0, 1);
        assertThat(send(topics, "", "", ALL)).containsExactly(new Count("read", "no-day", 1, 0, 1));
        assertThat(BROKER.committed(topics.articles())).singleElement().satisfies(message -> {
            assertThat(new String(message.key(), UTF_8)).isEqualTo("太原晚报/2022-11-22/0");
            assertThat(new String(message.value(), UTF_8)).isEqualTo("第0页");
            assertThat(KafkaHeaders.read(message.headers()))
                    .singleElement()
                    .satisfies(header -> assertThat(header.name() + "=" + new String(header.value(), UTF_8))
                            .isEqualTo("source=太原晚报"));
        });
        assertThat(send(topics, "", "", ALL)).containsExactly(new Count("read", "no-day", 1, 1, 0));
        assertThat(BROKER.committed(topics.articles())).hasSize(1);
        assertThat(DeadLetterReader.all(
                        BROKER.connection(), topics.deadLetters().name()))
                .hasSize(1);
    }

    @Test
    void whatWasChosenBeforeStaysSentWhateverIsChosenNext() {
        Topics topics = BROKER.topics("chosen");
        reject(topics, Reason.NOT_TEXT, 0, 5);
        reject(topics, Reason.NO_DAY, 5, 9);
        reject(topics, Reason.NOT_TEXT, 9, 11);
        Wanted noDay = new Wanted("no-day", "", ALL);
        assertThat(Redrive.count(BROKER.connection(), topics, noDay))
                .containsExactly(new Count("read", "no-day", 4, 0, 4), new Count("read", "not-text", 7, 0, 0));
        assertThat(BROKER.committed(topics.articles())).isEmpty();
        send(topics, "no-day", "", 3);
        assertThat(pages(topics)).containsExactlyInAnyOrder(5, 6, 7);
        assertThat(send(topics, "not-text", "read", 2))
                .containsExactly(new Count("read", "no-day", 4, 3, 0), new Count("read", "not-text", 7, 0, 2));
        assertThat(send(topics, "", "clean", ALL)).noneMatch(count -> count.now() > 0);
        assertThat(send(topics, "", "", ALL))
                .containsExactly(new Count("read", "no-day", 4, 3, 1), new Count("read", "not-text", 7, 2, 5));
        assertThat(pages(topics)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void moreThanOneTransactionHolds() {
        Topics topics = BROKER.topics("many");
        reject(topics, Reason.EMPTY, 0, 1201);
        assertThat(send(topics, "", "", ALL)).containsExactly(new Count("read", "empty", 1201, 0, 1201));
        assertThat(send(topics, "", "", ALL)).containsExactly(new Count("read", "empty", 1201, 1201, 0));
        assertThat(pages(topics))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 1201).boxed().toList());
    }

    /** Ended when two of three pages had been sent and their receipt was not written. */
    @Test
    void aCallThatWasKilledIsGoneOnWith() throws Exception {
        Topics topics = BROKER.topics("killed");
        reject(topics, Reason.BUG, 0, 3);
        List<Header> source = List.of(new Header("source", "太原晚报".getBytes(UTF_8)));
        try (KafkaProducer<byte[], byte[]> killed = producer(null);
                PageFeeder feeder =
                        PageFeeder.into(BROKER.connection(), topics.articles().name())) {
            List<LetterPlace> three = List.of(new LetterPlace(0, 0), new LetterPlace(0, 1), new LetterPlace(0, 2));
            PartitionOffsets ends =
                    PartitionOffsets.end(BROKER.connection(), topics.articles().name());
            killed.send(new RedriveReceipt(false, three, ends.byPartition())
                            .message(topics.deadLetters().name()))
                    .get();
            for (int sent : new int[] {0, 2}) {
                feeder.send(("太原晚报/2022-11-22/" + sent).getBytes(UTF_8), ("第" + sent + "页").getBytes(UTF_8), source)
                        .join();
            }
        }
        assertThat(send(topics, "", "", ALL)).containsExactly(new Count("read", "bug", 3, 2, 1));
        assertThat(pages(topics)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(send(topics, "", "", ALL)).containsExactly(new Count("read", "bug", 3, 3, 0));
    }

    /** The books of a partition count offsets: nothing but pages may take one. */
    @Test
    void pagesTakeAllTheOffsets() {
        Topics topics = BROKER.topics("offsets");
        reject(topics, Reason.EMPTY, 0, 40);
        send(topics, "", "", ALL);
        assertThat(PartitionOffsets.end(BROKER.connection(), topics.articles().name())
                        .sum())
                .isEqualTo(40);
    }

    /** A job that writes letters holds a transaction open: the receipt behind it must be seen all the same. */
    @Test
    void aTransactionThatIsOpenIsWaitedFor() throws Exception {
        Topics topics = BROKER.topics("open");
        reject(topics, Reason.NO_TEXT, 0, 2);
        try (KafkaProducer<byte[], byte[]> job = producer("open-job")) {
            job.initTransactions();
            job.beginTransaction();
            job.send(letter(topics, Reason.NO_TEXT, 2)).get();
            try (KafkaProducer<byte[], byte[]> earlier = producer("open-earlier")) {
                earlier.initTransactions();
                earlier.beginTransaction();
                RedriveReceipt receipt = new RedriveReceipt(true, List.of(new LetterPlace(0, 0)), new TreeMap<>());
                earlier.send(receipt.message(topics.deadLetters().name())).get();
                earlier.commitTransaction();
            }
            Thread later = new Thread(() -> send(topics, "", "", ALL));
            later.start();
            job.commitTransaction();
            later.join();
        }
        assertThat(pages(topics)).containsExactlyInAnyOrder(1, 2);
    }

    private static List<Count> send(Topics topics, String reason, String stage, long most) {
        return Redrive.send(
                BROKER.connection(), topics, topics.articles().name() + "-redrive", new Wanted(reason, stage, most));
    }

    private static List<Integer> pages(Topics topics) {
        return BROKER.committed(topics.articles()).stream()
                .map(ConsumerRecord::key)
                .map(key -> Integer.parseInt(new String(key, UTF_8).replaceFirst(".*/", "")))
                .toList();
    }

    private static void reject(Topics topics, Reason reason, int from, int to) {
        try (KafkaProducer<byte[], byte[]> producer = producer(null)) {
            for (int number = from; number < to; number++) {
                var unused = producer.send(letter(topics, reason, number));
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> letter(Topics topics, Reason reason, int number) {
        RawPage page = new RawPage(
                topics.articles().name(),
                1,
                number,
                ("太原晚报/2022-11-22/" + number).getBytes(UTF_8),
                ("第" + number + "页").getBytes(UTF_8),
                List.of(new Header("source", "太原晚报".getBytes(UTF_8))));
        DeadLetter letter = new DeadLetter(page, Stage.READ, reason, "试", "9-x");
        return new ProducerRecord<>(
                topics.deadLetters().name(),
                null,
                page.key(),
                page.value(),
                KafkaHeaders.write(DeadLetterHeaders.of(letter)));
    }

    private static KafkaProducer<byte[], byte[]> producer(@org.jspecify.annotations.Nullable String transactionalId) {
        Map<String, Object> settings = new HashMap<>();
        if (transactionalId != null) {
            settings.put("transactional.id", transactionalId);
        }
        return new KafkaProducer<>(
                BROKER.connection().clientSettings(settings), new ByteArraySerializer(), new ByteArraySerializer());
    }
}
