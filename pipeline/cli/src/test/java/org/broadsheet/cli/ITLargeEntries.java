package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.broadsheet.cli.Launcher.Called;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.PartitionOffsets;
import org.broadsheet.kafka.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small archive whose entries swell: 200 MB go through a {@code feed} that has 128. */
class ITLargeEntries {
    private static final int ENTRIES = 24;
    /** Just below the largest file that is taken. */
    private static final int CHARACTERS = (8 << 20) / 3 - 100_000;

    @TempDir
    private Path folder;

    @Test
    void manyLargeEntriesNeedNoMoreMemoryThanAFew() throws Exception {
        Path zip = folder.resolve("large.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int entry = 0; entry < ENTRIES; entry++) {
                out.putNextEntry(new ZipEntry(entry + ".txt"));
                out.write((entry + "报".repeat(CHARACTERS)).getBytes(UTF_8));
            }
            out.putNextEntry(new ZipEntry("larger.txt"));
            out.write(new byte[(8 << 20) + 1]);
        }
        assertThat(Files.size(zip)).isLessThan(1 << 20);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
            KafkaConnection connection = KafkaConnection.to(broker.bootstrapServers());
            Topics topics = Topics.named("large-", "");
            topics.create(connection);
            Called called = Launcher.call(
                    Map.of(
                            "BROADSHEET_JAVA_OPTIONS",
                            "-Xmx128m",
                            "BROADSHEET_KAFKA_SERVERS",
                            broker.bootstrapServers(),
                            "BROADSHEET_KAFKA_TOPIC_PREFIX",
                            "large-",
                            "BROADSHEET_JOB_STATE_FOLDER",
                            folder.resolve("state").toString()),
                    "feed",
                    zip.toString(),
                    "--json");
            assertThat(called.out())
                    .as(called.err())
                    .isEqualTo("{\"topic\":\"large-articles\",\"sent\":24,\"skipped\":0,\"unreadable\":1}\n");
            assertThat(called.err()).contains("larger.txt: ");
            assertThat(PartitionOffsets.end(connection, topics.articles().name())
                            .sum())
                    .isEqualTo(ENTRIES);
        }
    }
}
