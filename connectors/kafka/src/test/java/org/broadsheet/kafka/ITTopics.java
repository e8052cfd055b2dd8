package org.broadsheet.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.broadsheet.embedded.LoopbackPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ITTopics {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @Test
    void haveTheNamesOfTheDesign() {
        assertThat(Topics.standard().all())
                .extracting(Topic::name)
                .containsExactly("articles", "articles-archive", "region-figures", "dead-letters");
    }

    @Test
    void areMadeOnceAndThenWithoutFault() {
        Topics topics = Topics.named("made-", "");
        assertThat(topics.create(BROKER.connection()))
                .containsExactly("made-articles", "made-articles-archive", "made-region-figures", "made-dead-letters");
        assertThat(topics.create(BROKER.connection())).isEmpty();
        assertThat(topics.faults(BROKER.connection())).isEmpty();
    }

    @Test
    void allFaultsAreSaidAtOnce() throws Exception {
        try (Admin admin = BROKER.connection().admin()) {
            admin.createTopics(List.of(
                            new NewTopic("bad-articles", 1, (short) 1)
                                    .configs(Map.of("cleanup.policy", "compact", "retention.ms", "604800000")),
                            new NewTopic("bad-region-figures", 1, (short) 1),
                            new NewTopic("bad-dead-letters", 1, (short) 1)
                                    .configs(Map.of("max.message.bytes", "1048588"))))
                    .all()
                    .get();
        }
        String rebuild = "old pages would be lost, and a rebuild needs every page.";
        assertThat(Topics.named("bad-", "").faults(BROKER.connection()))
                .containsExactly(
                        "Topic bad-articles has cleanup.policy compact, but needs delete: messages would be lost, or pile"
                                + " up.",
                        "Topic bad-articles has retention.ms 604800000, but needs -1: " + rebuild,
                        "Topic bad-articles-archive is missing.",
                        "Topic bad-region-figures has cleanup.policy delete, but needs compact: messages would be lost,"
                                + " or pile up.",
                        "Topic bad-dead-letters has max.message.bytes 1048588, but needs at least 8454144: large pages"
                                + " would be refused.");
    }

    @Test
    void aBrokerThatIsNotThereIsOneSentence() {
        String nowhere = "127.0.0.1:" + LoopbackPort.free();
        KafkaConnection impatient =
                new KafkaConnection(nowhere, Map.of("default.api.timeout.ms", "500", "request.timeout.ms", "400"));
        assertThatThrownBy(() -> Topics.standard().faults(impatient))
                .isInstanceOf(KafkaAccessException.class)
                .hasMessage("No Kafka broker answers at " + nowhere + ".");
    }
}
