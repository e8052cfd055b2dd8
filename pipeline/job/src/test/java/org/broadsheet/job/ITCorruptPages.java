package org.broadsheet.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.generator.Archive;
import org.broadsheet.generator.Delivery;
import org.broadsheet.generator.KnownTables;
import org.broadsheet.generator.Told;
import org.broadsheet.job.SamplePages.Sent;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.kafka.Redrive;
import org.broadsheet.kafka.StoredDeadLetter;
import org.broadsheet.postgres.TableLines;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that cannot be read: a few among many, and nothing else. */
class ITCorruptPages {
    private static final int RECORDS = 1_200;
    private static final int ONE_IN = 100;

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static EmbeddedDatabase database;

    /** A way to spoil a page, with the reason that must be given. */
    private record Way(String reason, UnaryOperator<byte[]> spoil) {}

    private static final List<Way> WAYS = List.of(
            new Way("empty", page -> new byte[0]),
            new Way("empty", page -> "\n　 \n".getBytes(UTF_8)),
            new Way("not-text", page -> behind("ÿØÿà\0\u0010JFIF\0", page)),
            new Way("not-text", page -> behind("%PDF-1.7\n", page)),
            new Way("not-text", ITCorruptPages::compressed),
            new Way("not-text", ITCorruptPages::sevenBits),
            new Way("no-text", page -> behind("{\"text\": \"", page)),
            new Way("no-text", page -> "{\"source\": \"太原新报\"}".getBytes(UTF_8)),
            new Way("bad-header", page -> "{\"text\": \"本报讯\", \"revision\": \"neu\"}".getBytes(UTF_8)),
            new Way("too-large", page -> "本报讯 ".repeat(110_000).getBytes(UTF_8)));

    @BeforeAll
    static void startServers() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        database = EmbeddedDatabase.start(folder.resolve("database"), 0);
    }

    @AfterAll
    static void stopServers() {
        broker.close();
        database.close();
    }

    /**
     * One page in a hundred comes spoilt, and once more as it should be after its sender has mended it; others were
     * rejected by a version that had a bug, and are redriven.
     */
    @Test
    void onePageInAHundredGoesToTheDeadLettersAndMendedTheKnownTablesComeOut() throws Exception {
        Gazetteer gazetteer = Gazetteer.load();
        Archive archive = Archive.of(gazetteer, 4, RECORDS);
        Path sources = Files.writeString(folder.resolve("sources.yaml"), archive.sources(), UTF_8);
        List<Delivery> deliveries = archive.deliveries().toList();
        KnownTables known = KnownTables.of(deliveries.stream(), gazetteer);
        List<RawPage> buggy = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        List<Sent> mended = new ArrayList<>();
        List<String> spoilt = new ArrayList<>();
        int printed = 0;
        for (Delivery delivery : deliveries) {
            RawPage raw = delivery.raw();
            int turn = delivery.told() instanceof Told.Printed ? printed++ % ONE_IN : -1;
            if (turn == 0) {
                Way way = WAYS.get(spoilt.size() % WAYS.size());
                spoilt.add(way.reason());
                sent.add(as(raw, way.spoil().apply(requireNonNull(raw.value()))));
                mended.add(as(raw, raw.value()));
            } else if (turn == 1) {
                buggy.add(raw);
            } else {
                sent.add(as(raw, raw.value()));
            }
        }
        assertThat(spoilt).hasSizeGreaterThanOrEqualTo(WAYS.size());

        try (RunningJob job =
                RunningJob.start(broker, database, folder, "corrupt", Map.of("rules.sources", sources.toString()))) {
            rejectedByAnEarlierVersion(job, buggy);
            job.feed(sent);
            job.awaitThrough();
            Map<String, Long> reasons = new TreeMap<>(Map.of("bug", (long) buggy.size()));
            known.refused().forEach((reason, count) -> reasons.merge(reason, (long) count, Long::sum));
            spoilt.forEach(reason -> reasons.merge(reason, 1L, Long::sum));
            assertThat(reasons(job)).isEqualTo(reasons);

            job.feed(mended);
            assertThat(redrive(job)).isEqualTo(buggy.size());
            assertThat(redrive(job)).isZero();
            job.awaitThrough();
            Map<String, List<String>> lines = TableLines.of(job.database);
            known.lines()
                    .forEach((table, expected) ->
                            assertThat(lines.get(table)).as(table).containsExactlyElementsOf(expected));
            long rejected = reasons.values().stream().mapToLong(Long::longValue).sum() - buggy.size();
            assertThat(Passed.of(job.database)).isEqualTo(new Passed(known.read(), rejected, known.read() + rejected));
            assertThat(reasons(job)).isEqualTo(reasons);
            assertThat(job.audit().differences()).isEmpty();
            assertThat(job.faults()).contains("\"exceptionHistory\":{\"entries\":[],");
        }
    }

    @Test
    void whereMostAreRejectedTheJobStopsAndGoesOnWhenItIsTold() throws Exception {
        List<Sent> good = new ArrayList<>();
        List<Sent> bad = new ArrayList<>();
        for (int page = 0; page < 200; page++) {
            Sent sample = SamplePages.TAIYUAN.sent();
            String key = "太原晚报/2022-11-22/" + page;
            good.add(new Sent(key.getBytes(UTF_8), sample.value(), sample.headers()));
            bad.add(new Sent((key + "-x").getBytes(UTF_8), behind("%PDF-1.7\n", new byte[9]), sample.headers()));
        }
        Map<String, String> flags = Map.of("job.parallelism", "1", "job.rejected-window", "100");
        try (RunningJob job = RunningJob.start(broker, database, folder, "stopped", flags)) {
            job.feed(good.subList(0, 100));
            job.awaitThrough();
            job.feed(bad);
            assertThat(job.failure())
                    .startsWith(
                            "51 of the last 100 pages were rejected (51 not-text), the last being stopped-articles ")
                    .contains("The job has stopped", "job.rejected-share=1", "./broadsheet redrive --dry-run");
            assertThat(Passed.of(job.database).passed()).isBetween(100L, 151L);
        }
        Map<String, String> goOn = new TreeMap<>(flags);
        goOn.put("job.rejected-share", "1");
        try (RunningJob job = RunningJob.start(broker, database, folder, "stopped", goOn)) {
            job.feed(good.subList(100, 200));
            job.awaitThrough();
            assertThat(Passed.of(job.database)).isEqualTo(new Passed(200, 200, 400));
            assertThat(letters(job).stream()
                            .map(letter -> letter.page().partition() + ":"
                                    + letter.page().offset()))
                    .hasSize(200)
                    .doesNotHaveDuplicates();
        }
    }

    private static long redrive(RunningJob job) {
        return Redrive.send(
                        job.kafka,
                        Endpoints.topics(job.settings),
                        "corrupt-redrive",
                        new Redrive.Wanted("bug", "extract", Long.MAX_VALUE))
                .stream()
                .mapToLong(Redrive.Count::now)
                .sum();
    }

    /** As a version would have left them that failed at them. */
    private static void rejectedByAnEarlierVersion(RunningJob job, List<RawPage> pages) {
        String topic = Endpoints.topics(job.settings).deadLetters().name();
        try (PageFeeder feeder = PageFeeder.into(job.kafka, topic)) {
            for (RawPage page : pages) {
                List<Header> headers = new ArrayList<>(page.headers());
                headers.add(new Header("dead-letter-stage", "extract".getBytes(UTF_8)));
                headers.add(new Header("dead-letter-reason", "bug".getBytes(UTF_8)));
                headers.add(new Header("dead-letter-rules", "0-0000".getBytes(UTF_8)));
                feeder.send(page.key(), page.value(), headers).join();
            }
        }
    }

    private static List<StoredDeadLetter> letters(RunningJob job) throws Exception {
        return Letters.of(job.settings);
    }

    private static Map<String, Long> reasons(RunningJob job) throws Exception {
        return letters(job).stream()
                .collect(Collectors.groupingBy(StoredDeadLetter::reason, TreeMap::new, Collectors.counting()));
    }

    private static Sent as(RawPage page, byte @org.jspecify.annotations.Nullable [] value) {
        return new Sent(page.key(), value, page.headers());
    }

    private static byte[] behind(String start, byte[] page) {
        byte[] first = start.getBytes(Charset.forName("ISO-8859-1"));
        byte[] all = java.util.Arrays.copyOf(first, first.length + page.length);
        System.arraycopy(page, 0, all, first.length, page.length);
        return all;
    }

    /** As a line that is made for ASCII leaves Chinese. */
    private static byte[] sevenBits(byte[] page) {
        byte[] stripped = page.clone();
        for (int i = 0; i < stripped.length; i++) {
            stripped[i] &= 0x7F;
        }
        return stripped;
    }

    private static byte[] compressed(byte[] page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(page);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
