package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.kafka.FedTopic;
import org.broadsheet.kafka.Fingerprint;
import org.broadsheet.kafka.PageFeeder.Sent;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.text.page.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedJournalTest {
    private static final Fingerprint ONE = page("一");
    private static final Fingerprint TWO = page("二");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasAcknowledgedIsKnownAfterwards() throws IOException {
        try (FeedJournal journal = open("t1")) {
            assertThat(journal.has(ONE)).isFalse();
            journal.add(ONE, new Sent(1, 41), "存档/a\tb\n.txt");
        }
        try (FeedJournal journal = open("t1")) {
            assertThat(journal.has(ONE)).isTrue();
            assertThat(journal.has(TWO)).isFalse();
            assertThat(journal.unread().byPartition()).isEqualTo(Map.of(0, 7L, 1, 42L));
        }
        assertThat(Files.readAllLines(file()))
                .containsExactly("broadsheet-feed-1\tarticles\tt1\t0:7 1:9", ONE + "\t1\t41\t存档/a b .txt");
    }

    @Test
    void aLineThatACrashToreIsNoLineAndTheNextIsWhole() throws IOException {
        try (FeedJournal journal = open("t1")) {
            journal.add(ONE, new Sent(1, 41), "a");
        }
        Files.writeString(file(), TWO.toString().substring(0, 20), StandardOpenOption.APPEND);
        try (FeedJournal journal = open("t1")) {
            assertThat(journal.has(ONE)).isTrue();
            journal.add(TWO, new Sent(0, 8), "b");
        }
        Files.write(file(), new byte[500], StandardOpenOption.APPEND);
        Files.writeString(file(), "\n" + ONE + "\t0\t-5\tc\n" + ONE + "\n", StandardOpenOption.APPEND);
        try (FeedJournal journal = open("t1")) {
            assertThat(journal.size()).isEqualTo(2);
            assertThat(journal.unread().byPartition()).isEqualTo(Map.of(0, 9L, 1, 42L));
        }
    }

    @Test
    void aTopicThatWasMadeAnewHasAJournalOfItsOwn() throws IOException {
        try (FeedJournal journal = open("t1")) {
            journal.add(ONE, new Sent(1, 41), "a");
        }
        try (FeedJournal journal = open("t2")) {
            assertThat(journal.isOfAnotherTopic()).isTrue();
            assertThat(journal.has(ONE)).isFalse();
        }
        assertThat(FeedJournal.before(file())).content().contains(ONE.toString());
        try (FeedJournal journal = open("t2")) {
            assertThat(journal.isOfAnotherTopic()).isFalse();
        }
    }

    @Test
    void twoFeedsDoNotShareAJournalAndOtherFilesAreNone() throws IOException {
        try (FeedJournal journal = open("t1")) {
            assertThat(journal.size()).isZero();
            assertThatThrownBy(() -> open("t1"))
                    .isInstanceOf(PlainFault.class)
                    .hasMessageStartingWith("Another feed is at work with the journal ");
        }
        Files.writeString(file(), "太原晚报\n");
        assertThatThrownBy(() -> open("t1"))
                .isInstanceOf(PlainFault.class)
                .hasMessage(file() + " is no journal of a feed; name another --journal.");
        assertThat(file()).content().isEqualTo("太原晚报\n");
    }

    @Test
    void aFingerprintTellsKeysHeadersAndValuesApart() {
        List<Header> source = List.of(new Header("source", "太原晚报".getBytes(UTF_8)));
        assertThat(List.of(
                        Fingerprint.of(null, bytes("ab"), List.of()),
                        Fingerprint.of(bytes(""), bytes("ab"), List.of()),
                        Fingerprint.of(bytes("a"), bytes("b"), List.of()),
                        Fingerprint.of(null, bytes("ab"), source)))
                .doesNotHaveDuplicates();
        assertThat(Fingerprint.of(bytes("a"), bytes("b"), source))
                .isEqualTo(Fingerprint.of(bytes("a"), bytes("b"), source));
        assertThat(Fingerprint.parse(ONE.toString())).contains(ONE);
    }

    private FeedJournal open(String topicId) throws IOException {
        return FeedJournal.open(
                file(),
                new FedTopic(
                        "articles", topicId, new PartitionOffsets("articles", new TreeMap<>(Map.of(0, 7L, 1, 9L)))));
    }

    private Path file() {
        return folder.resolve("feed/存档.journal");
    }

    private static Fingerprint page(String text) {
        return Fingerprint.of(null, bytes(text), List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
