package org.broadsheet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.page.PageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page is found where it was sent, 太原晚报/2022-11-22/003 in the partition of its key. */
class ITPageSearch {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @Test
    void everyKeyLiesInItsPartition() {
        Topics topics = BROKER.topics("keys");
        List<String> names = List.of(topics.articles().name(), topics.archive().name(), "keys-none");
        List<Integer> partitions = new ArrayList<>();
        try (PageFeeder feeder = PageFeeder.into(BROKER.connection(), names.get(0))) {
            for (int i = 0; i < 40; i++) {
                partitions.add(feeder.send(key(i), bytes("第" + i + "版"), List.of())
                        .join()
                        .partition());
            }
        }
        assertThat(partitions).contains(0, 1, 2, 3);
        try (PageSearch search = PageSearch.in(BROKER.connection(), names)) {
            assertThat(search.partitions()).hasSize(8);
            for (int i = 0; i < partitions.size(); i++) {
                assertThat(search.partitionsOf(key(i)))
                        .containsExactly(
                                new PageSearch.Partition("keys-articles", partitions.get(i)),
                                new PageSearch.Partition("keys-articles-archive", partitions.get(i)));
            }
        }
    }

    @Test
    void handsOverWhatThereWasWhenItBegan() {
        Topics topics = BROKER.topics("began");
        String topic = topics.articles().name();
        byte[] key = key(3);
        try (PageFeeder feeder = PageFeeder.into(BROKER.connection(), topic)) {
            int partition = feeder.send(key, bytes("一"), List.of()).join().partition();
            feeder.send(key, bytes("二"), List.of()).join();
            PageSearch.Partition where = new PageSearch.Partition(topic, partition);
            try (PageSearch search = PageSearch.in(BROKER.connection(), List.of(topic))) {
                long end = search.end(where);
                feeder.send(key, null, List.of()).join();
                assertThat(found(search, where, 0)).containsExactly("一", "二");
                try (PageSearch later = PageSearch.in(BROKER.connection(), List.of(topic))) {
                    assertThat(found(later, where, end)).containsExactly("none");
                    assertThat(found(later, where, 1)).containsExactly("二", "none");
                }
            }
        }
    }

    private static List<String> found(PageSearch search, PageSearch.Partition where, long from) {
        List<String> found = new ArrayList<>();
        search.readFrom(where, from, page -> {
            assertThat(PageReader.key(page)).isEqualTo("太原晚报/2022-11-22/3");
            byte[] value = page.value();
            found.add(value == null ? "none" : new String(value, UTF_8));
        });
        return found;
    }

    private static byte[] key(int page) {
        return bytes("太原晚报/2022-11-22/" + page);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
