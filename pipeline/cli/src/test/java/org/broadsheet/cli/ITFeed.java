package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.LoopbackPort;
import org.broadsheet.kafka.FedTopic;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.kafka.Topics;
import org.broadsheet.text.page.RawPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code feed}, called as a user calls it. */
class ITFeed {
    private static final long LOOK_MILLISECONDS = 50;

    @TempDir
    private static Path servers;

    private static EmbeddedBroker broker;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(servers.resolve("broker"), 0);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void pagesOfAllKindsOfFilesAreSentOnce() throws Exception {
        Topics topics = made("kinds-");
        Path pages = Files.createDirectories(folder.resolve("存档/太原晚报/2022-11-22"));
        Path third = Files.writeString(pages.resolve("003.txt"), "三");
        Files.writeString(pages.resolve("004.html"), "四");
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(folder.resolve("存档/朔州日报.zip")), StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("朔州日报/20221114/002.txt"));
            zip.write("二".getBytes(UTF_8));
        }
        String[] feed = {
            "feed", folder.resolve("存档").toString(), "--pattern", "{source}/{published}/{page}.txt", "--home", "140100"
        };
        Called first = call("kinds-", feed);
        assertThat(first.code()).as(first.err()).isEqualTo(Broadsheet.FOUND);
        assertThat(first.err())
                .contains("004.html: its path does not fit {source}/{published}/{page}.txt\n")
                .endsWith("2 pages are safe in kinds-articles, 1 files could not be read.\n");
        assertThat(keys(topics)).containsExactlyInAnyOrder("太原晚报/2022-11-22/003=三", "朔州日报/2022-11-14/002=二");

        Files.writeString(third, "三版");
        Called second = call(
                "kinds-", Stream.concat(Stream.of(feed), Stream.of("--json")).toArray(String[]::new));
        assertThat(second.out())
                .isEqualTo("{\"topic\":\"kinds-articles\",\"sent\":1,\"skipped\":1,\"unreadable\":1}\n");
        assertThat(keys(topics))
                .containsExactlyInAnyOrder("太原晚报/2022-11-22/003=三", "太原晚报/2022-11-22/003=三版", "朔州日报/2022-11-14/002=二");
    }

    @Test
    void linesAndFlagsMakePagesAndWhatIsMissingIsNamed() throws Exception {
        Topics topics = made("lines-");
        Path lines = folder.resolve("feed.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(lines))) {
            out.write("{\"text\":\"一\"}\n{\"text\":\"二\"}\n".getBytes(UTF_8));
        }
        String none = folder.resolve("none.txt").toString();
        Called called = call("lines-", "feed", lines.toString(), none, "--source", "太原晚报", "--published", "2022-11-22");
        assertThat(called.code()).isEqualTo(Broadsheet.FOUND);
        assertThat(called.err()).startsWith(none + ": there is no such file\n2 pages are safe in lines-articles");
        assertThat(keys(topics))
                .containsExactlyInAnyOrder(
                        "太原晚报/2022-11-22/feed.jsonl#1={\"text\":\"一\"}",
                        "太原晚报/2022-11-22/feed.jsonl#2={\"text\":\"二\"}");
        Called wrong = call("lines-", "feed", lines.toString(), "--pattern", "{paper}/{page}");
        assertThat(wrong.err())
                .contains("'{paper}/{page}' is no pattern: there is no {paper}.")
                .doesNotContain("\tat ");
        Called nowhere = call("nowhere-", "feed", lines.toString());
        assertThat(nowhere.err())
                .isEqualTo("broadsheet: Topic nowhere-articles is missing: ./broadsheet check --create makes it.\n");
    }

    /** The second file comes while the first is still on its way. */
    @Test
    void filesThatMakeTheSameRecordAreSentOnce() throws Exception {
        Topics topics = made("twins-");
        Path pages = Files.createDirectories(folder.resolve("twins"));
        for (int page = 0; page < 50; page++) {
            for (String copy : List.of("%03d.txt", "%03d.copy.txt")) {
                Files.writeString(pages.resolve(copy.formatted(page)), "第" + page + "页");
            }
        }
        Called called = call("twins-", "feed", pages.toString(), "--json");
        assertThat(called.out())
                .isEqualTo("{\"topic\":\"twins-articles\",\"sent\":50,\"skipped\":50,\"unreadable\":0}\n");
        assertThat(sent(topics)).isEqualTo(50);
    }

    /** What the broker refuses is safe nowhere, and its twin no more than it. */
    @Test
    void ofTwoFilesThatTheBrokerDoesNotTakeEachIsNamed() throws Exception {
        Topics topics = made("large-");
        Path pages = Files.createDirectories(folder.resolve("large"));
        String large = "长".repeat(3 << 20);
        Files.writeString(pages.resolve("001.txt"), large);
        Files.writeString(pages.resolve("001.copy.txt"), large);
        Called called = call("large-", "feed", pages.toString(), "--json");
        assertThat(called.out())
                .isEqualTo("{\"topic\":\"large-articles\",\"sent\":0,\"skipped\":0,\"unreadable\":2}\n");
        assertThat(called.err()).contains("001.txt: ").contains("001.copy.txt: ");
        assertThat(sent(topics)).isZero();
    }

    /** Killed in the middle, and again: each page once. */
    @Test
    void killedAndCalledAgainItGoesOnWhereItWas() throws Exception {
        Topics topics = made("killed-");
        int pages = 3000;
        List<String> lines = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            lines.add("{\"text\":\"第" + page + "页\"}");
        }
        Path file = Files.write(folder.resolve("feed.jsonl"), lines);
        for (int kill = 1; kill <= 2; kill++) {
            Path printed = folder.resolve("killed.txt");
            Process feed = Launcher.start(printed, environment("killed-"), "feed", file.toString(), "--rate", "300");
            while (sent(topics) < kill * 900L && feed.isAlive()) {
                Thread.sleep(LOOK_MILLISECONDS);
            }
            assertThat(feed.isAlive()).as(Files.readString(printed)).isTrue();
            feed.destroyForcibly().waitFor();
        }
        long before = sent(topics);
        assertThat(before).isBetween(1800L, pages - 1L);
        Called called = call("killed-", "feed", file.toString(), "--json");
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(called.out())
                .isEqualTo("{\"topic\":\"killed-articles\",\"sent\":%d,\"skipped\":%d,\"unreadable\":0}\n"
                        .formatted(pages - before, before));
        List<String> keys = keys(topics);
        assertThat(keys).hasSize(pages);
        assertThat(new HashSet<>(keys)).hasSize(pages);
    }

    @Test
    void aBrokerThatIsAwayIsWaitedForAlsoInTheMiddle() throws Exception {
        int port = LoopbackPort.free();
        Path home = folder.resolve("other");
        List<String> lines = new ArrayList<>();
        for (int page = 0; page < 600; page++) {
            lines.add("{\"text\":\"第" + page + "页\"}");
        }
        Path file = Files.write(folder.resolve("feed.jsonl"), lines);
        Path printed = folder.resolve("printed.txt");
        Map<String, String> environment = new TreeMap<>(environment("away-"));
        environment.put("BROADSHEET_KAFKA_SERVERS", "127.0.0.1:" + port);
        KafkaConnection connection = KafkaConnection.to("127.0.0.1:" + port);
        Topics topics = Topics.named("away-", "");
        EmbeddedBroker first = EmbeddedBroker.start(home, port);
        topics.create(connection);
        first.close();
        Process feed = Launcher.start(printed, environment, "feed", file.toString(), "--rate", "100");
        try {
            awaitPrinted(printed, "No Kafka broker answers at 127.0.0.1:" + port + ". Waiting for it.");
            EmbeddedBroker second = EmbeddedBroker.start(home, port);
            while (sent(connection, topics) < 100) {
                Thread.sleep(LOOK_MILLISECONDS);
            }
            second.close();
            awaitPrinted(printed, "; waiting, ");
            try (EmbeddedBroker third = EmbeddedBroker.start(home, port)) {
                assertThat(feed.waitFor()).as(Files.readString(printed)).isZero();
                assertThat(Files.readString(printed))
                        .contains("600 pages are safe in away-articles, 0 files could not be read.")
                        .contains("answers again.")
                        .doesNotContain("\tat ");
                assertThat(sent(KafkaConnection.to(third.bootstrapServers()), topics))
                        .isEqualTo(600);
            }
        } finally {
            feed.destroyForcibly().waitFor();
        }
    }

    @Test
    void aFolderIsWatchedAndCtrlCEndsIt() throws Exception {
        Topics topics = made("watch-");
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.writeString(inbox.resolve("001.txt"), "一");
        Path printed = folder.resolve("printed.txt");
        Process feed =
                Launcher.start(printed, environment("watch-"), "feed", inbox.toString(), "--watch", "--still", "1");
        try {
            awaitSent(topics, 1);
            Path part = Files.writeString(inbox.resolve("002.txt.part"), "二");
            Files.writeString(inbox.resolve("003.txt"), "三");
            awaitSent(topics, 2);
            Files.move(part, inbox.resolve("002.txt"), StandardCopyOption.ATOMIC_MOVE);
            awaitSent(topics, 3);
            awaitPrinted(printed, "Fed 1 pages from 1 files.");
            feed.destroy(); // as Ctrl-C does
            feed.waitFor();
            assertThat(Files.readString(printed))
                    .endsWith("3 pages are safe in watch-articles, 0 files could not be read.\n");
        } finally {
            feed.destroyForcibly().waitFor();
        }
        Called again = call("watch-", "feed", inbox.toString());
        assertThat(again.err())
                .isEqualTo("0 pages are safe in watch-articles, 3 were there before, 0 files could not be read.\n");
    }

    private Called call(String prefix, String... arguments) throws Exception {
        return Launcher.call(environment(prefix), arguments);
    }

    private Map<String, String> environment(String prefix) {
        return Map.of(
                "BROADSHEET_KAFKA_SERVERS",
                broker.bootstrapServers(),
                "BROADSHEET_KAFKA_TOPIC_PREFIX",
                prefix,
                "BROADSHEET_JOB_STATE_FOLDER",
                folder.resolve("state").toString(),
                "LC_ALL",
                "C",
                "TZ",
                "America/New_York");
    }

    private static Topics made(String prefix) {
        Topics topics = Topics.named(prefix, "");
        topics.create(connection());
        return topics;
    }

    private static KafkaConnection connection() {
        return KafkaConnection.to(broker.bootstrapServers());
    }

    private static long sent(Topics topics) {
        return sent(connection(), topics);
    }

    private static long sent(KafkaConnection connection, Topics topics) {
        return PartitionOffsets.end(connection, topics.articles().name()).sum();
    }

    private static void awaitSent(Topics topics, long pages) throws InterruptedException {
        while (sent(topics) < pages) {
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    private static void awaitPrinted(Path printed, String text) throws Exception {
        while (!Files.readString(printed).contains(text)) {
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    private static List<String> keys(Topics topics) {
        List<String> keys = new ArrayList<>();
        PartitionOffsets from = new PartitionOffsets(topics.articles().name(), new TreeMap<>());
        FedTopic.read(connection(), from, page -> keys.add(named(page)));
        return keys;
    }

    private static String named(RawPage page) {
        byte[] key = page.key();
        byte[] value = page.value();
        return (key == null ? "" : new String(key, UTF_8)) + "=" + (value == null ? "" : new String(value, UTF_8));
    }
}
