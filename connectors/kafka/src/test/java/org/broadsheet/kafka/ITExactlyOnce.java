package org.broadsheet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.broadsheet.text.figure.Basis;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.broadsheet.text.page.DeadLetter;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reason;
import org.broadsheet.text.page.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A job that dies in the middle writes each dead letter and each figure once, for those who read committed messages. */
class ITExactlyOnce {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private static final int PAGES = 2000;
    private static final int POISON = 1500;
    private static final long BETWEEN_LOOKS_MILLISECONDS = 100;
    /** How often a page at which the job dies was met: it dies at the first time only. */
    private static final AtomicInteger MET = new AtomicInteger();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void deadLettersAndFiguresAreWrittenOnceAlthoughTheJobDies() throws Exception {
        Topics topics = BROKER.topics("once");
        MET.set(0);
        JobClient job = start(topics);
        feed(topics, 0, PAGES / 2);
        awaitLetters(topics, PAGES / 2);
        feed(topics, PAGES / 2, PAGES);
        awaitLetters(topics, PAGES);
        job.stopWithSavepoint(true, folder.resolve("savepoint").toUri().toString(), SavepointFormatType.NATIVE)
                .get(2, TimeUnit.MINUTES);

        assertThat(MET.get()).isEqualTo(2);
        List<String> every =
                IntStream.range(0, PAGES).mapToObj(ITExactlyOnce::key).toList();
        assertThat(BROKER.committed(topics.deadLetters()).stream().map(ITExactlyOnce::keyOf))
                .containsExactlyInAnyOrderElementsOf(every);
        assertThat(BROKER.committed(topics.figures()).stream().map(ITExactlyOnce::regionOf))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, PAGES).mapToObj(n -> 100000 + n).toList());
        theLetterIsWhole(topics);
    }

    private static void theLetterIsWhole(Topics topics) {
        StoredDeadLetter letter = DeadLetterReader.all(
                        BROKER.connection(), topics.deadLetters().name())
                .stream()
                .filter(found ->
                        found.page().key() != null && new String(found.page().key(), UTF_8).equals(key(7)))
                .findFirst()
                .orElseThrow();
        assertThat(letter.stage()).isEqualTo("read");
        assertThat(letter.reason()).isEqualTo("not-text");
        assertThat(letter.detail()).isEqualTo("图片");
        assertThat(letter.rules()).isEqualTo("2022.1");
        assertThat(letter.page().topic()).isEqualTo("once-articles");
        assertThat(letter.page().offset()).isNotNegative();
        assertThat(letter.page().value()).isEqualTo("第7页".getBytes(UTF_8));
        assertThat(letter.page().headers().stream()
                        .map(header -> header.name() + "=" + new String(header.value(), UTF_8)))
                .containsExactly("source=太原晚报");
    }

    private JobClient start(Topics topics) throws Exception {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(2, settings);
        DataStream<RawPage> pages = environment.fromSource(
                PageSource.of(BROKER.connection(), topics.articles().name(), "once")
                        .build(),
                WatermarkStrategy.noWatermarks(),
                "pages");
        DataStream<DeadLetter> letters = pages.map(ITExactlyOnce::reject);
        letters.sinkTo(
                DeadLetterSink.into(BROKER.connection(), topics.deadLetters().name(), "once-letters"));
        letters.map(ITExactlyOnce::figure)
                .sinkTo(FigureSink.into(BROKER.connection(), topics.figures().name(), "once-figures"));
        return environment.executeAsync("exactly once");
    }

    private static DeadLetter reject(RawPage page) {
        if (number(page) == POISON && MET.getAndIncrement() == 0) {
            throw new IllegalStateException("dies here, once");
        }
        return new DeadLetter(page, Stage.READ, Reason.NOT_TEXT, "图片", "2022.1");
    }

    private static FigureChange figure(DeadLetter letter) {
        return new FigureChange(
                null,
                new Figure(
                        100000 + number(letter.page()),
                        "test_sites",
                        Scope.CURRENT,
                        19318,
                        BigDecimal.ONE,
                        Modifier.EXACT,
                        Basis.STATED,
                        0,
                        0,
                        1));
    }

    private static void feed(Topics topics, int from, int to) {
        try (PageFeeder feeder =
                PageFeeder.into(BROKER.connection(), topics.articles().name())) {
            List<Header> headers = List.of(new Header("source", "太原晚报".getBytes(UTF_8)));
            IntStream.range(from, to)
                    .mapToObj(n -> feeder.send(key(n).getBytes(UTF_8), ("第" + n + "页").getBytes(UTF_8), headers))
                    .toList()
                    .forEach(sent -> assertThat(sent.join().offset()).isNotNegative());
        }
    }

    private static void awaitLetters(Topics topics, int count) throws InterruptedException {
        while (BROKER.committed(topics.deadLetters()).size() < count) {
            Thread.sleep(BETWEEN_LOOKS_MILLISECONDS);
        }
    }

    private static String key(int number) {
        return "太原晚报/2022-11-22/" + number;
    }

    private static int number(RawPage page) {
        String key = page.key() == null ? "" : new String(page.key(), UTF_8);
        return Integer.parseInt(key.substring(key.lastIndexOf('/') + 1));
    }

    private static String keyOf(ConsumerRecord<byte[], byte[]> message) {
        return new String(message.key(), UTF_8);
    }

    private static int regionOf(ConsumerRecord<byte[], byte[]> message) {
        return Integer.parseInt(keyOf(message).substring(0, 6));
    }
}
