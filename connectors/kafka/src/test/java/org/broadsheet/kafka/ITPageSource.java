package org.broadsheet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever a record is, the source gives it as it came: GB18030, a withdrawal, nothing at all. */
class ITPageSource {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private static final byte[] GBK = "太原晚报\n全市增设检测采样点795处".getBytes(Charset.forName("GB18030"));

    @Test
    void givesEveryRecordAsItCame() throws Exception {
        Topics topics = BROKER.topics("came");
        byte[] large = new byte[4 << 20];
        try (PageFeeder feeder =
                PageFeeder.into(BROKER.connection(), topics.articles().name())) {
            feeder.send(
                            bytes("1"),
                            GBK,
                            List.of(header("source", "太原晚报"), header("revision", "2"), header("source", "")))
                    .join();
            feeder.send(bytes("2"), null, List.of(header("revision", "3"))).join();
            feeder.send(null, new byte[0], List.of()).join();
            feeder.send(bytes("3"), large, List.of()).join();
        }
        List<RawPage> pages = read(topics.articles().name());

        RawPage page = one(pages, found -> is(found.key(), "1"));
        assertThat(page.topic()).isEqualTo("came-articles");
        assertThat(page.offset()).isZero();
        assertThat(page.value()).isEqualTo(GBK);
        assertThat(page.headers().stream().map(header -> header.name() + "=" + new String(header.value(), UTF_8)))
                .containsExactly("source=太原晚报", "revision=2", "source=");
        assertThat(one(pages, found -> is(found.key(), "2")).value()).isNull();
        assertThat(one(pages, found -> is(found.key(), "3")).value()).isEqualTo(large);
        assertThat(one(pages, found -> found.key() == null).value()).isEmpty();
        assertThat(pages).hasSize(4);
        assertThat(PartitionOffsets.end(BROKER.connection(), "came-articles").sum())
                .isEqualTo(4);
        assertThat(PartitionOffsets.first(BROKER.connection(), "came-articles").byPartition())
                .isEqualTo(Map.of(0, 0L, 1, 0L, 2, 0L, 3, 0L));
    }

    @Test
    void aPageTooLargeForItsTopicFailsInASentence() {
        Topics topics = BROKER.topics("large");
        byte[] noise = new byte[5 << 20];
        new java.util.Random(795).nextBytes(noise);
        try (PageFeeder feeder =
                PageFeeder.into(BROKER.connection(), topics.articles().name())) {
            assertThatThrownBy(() -> feeder.send(null, noise, List.of()).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(KafkaAccessException.class)
                    .hasRootCauseInstanceOf(org.apache.kafka.common.errors.RecordTooLargeException.class)
                    .hasMessageContaining("The page is too large for the topic large-articles.");
            assertThatThrownBy(() ->
                            feeder.send(null, new byte[9 << 20], List.of()).join())
                    .hasMessageContaining("The page is too large for the topic large-articles.");
            assertThat(feeder.send(null, GBK, List.of()).join().offset()).isZero();
        }
    }

    private static List<RawPage> read(String topic) throws Exception {
        Configuration strict = Configuration.fromMap(Map.of("collect-sink.batch-size.max", "16 mb"));
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(2, strict);
        var source = PageSource.of(BROKER.connection(), topic, "readers")
                .setBounded(OffsetsInitializer.latest())
                .build();
        List<RawPage> pages = new java.util.ArrayList<>();
        // Rebalanced: the pages go through their serialiser.
        try (CloseableIterator<RawPage> found = environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "pages")
                .rebalance()
                .map(page -> page)
                .returns(RawPage.class)
                .executeAndCollect("read pages")) {
            found.forEachRemaining(pages::add);
        }
        pages.sort(Comparator.comparing(RawPage::partition).thenComparing(RawPage::offset));
        return pages;
    }

    private static RawPage one(List<RawPage> pages, Predicate<RawPage> which) {
        List<RawPage> found = pages.stream().filter(which).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static boolean is(byte @Nullable [] key, String text) {
        return key != null && new String(key, UTF_8).equals(text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static Header header(String name, String value) {
        return new Header(name, bytes(value));
    }
}
