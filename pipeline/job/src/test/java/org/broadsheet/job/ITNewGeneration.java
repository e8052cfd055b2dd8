package org.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.job.SamplePages.JINZHONG;
import static org.broadsheet.job.SamplePages.SHUOZHOU;
import static org.broadsheet.job.SamplePages.TAIYUAN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.embedded.EmbeddedBroker;
import org.broadsheet.embedded.EmbeddedDatabase;
import org.broadsheet.postgres.FigureDifference;
import org.broadsheet.postgres.Generations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New rules are read by a second job beside the first, into tables of their own, and then take over, and back. */
class ITNewGeneration {
    private static final String SITES = "SELECT count(*) FROM region_figure WHERE metric = 'test_sites'";

    @TempDir
    private static Path folder;

    @Test
    void isFilledFromAllPagesWhileTheOldOneServes() throws Exception {
        Path catalogue = folder.resolve("metrics.yaml");
        Files.writeString(
                catalogue,
                Files.readString(Path.of(System.getProperty("broadsheet.root"), "config/metrics.yaml"))
                        .replace("  test_sites:\n", "  sampling_sites:\n"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("database"), 0);
                RunningJob first = RunningJob.start(broker, server, folder, "taiyuan", Map.of())) {
            Generations generations = Endpoints.generations(first.settings);
            first.feed(List.of(JINZHONG.sent(), TAIYUAN.sent()));
            first.awaitThrough();
            List<String> sites = first.query(SITES);
            assertThat(sites).isNotEqualTo(List.of("0"));
            Map<String, String> changed = Map.of("generation", "2", "rules.metrics", catalogue.toString());
            try (RunningJob second = RunningJob.start(broker, server, folder, "taiyuan", changed)) {
                first.feed(List.of(SHUOZHOU.sent()));
                first.awaitThrough();
                second.awaitThrough();
                assertThat(generations.serves()).contains("1");
                assertThat(generations.missing("2")).isZero();
                assertThat(second.query(SITES)).containsExactly("0");
                assertThat(second.audit().differences()).isEmpty();

                List<FigureDifference> differences = new ArrayList<>();
                generations.differences("1", "2", differences::add);
                assertThat(differences)
                        .extracting(FigureDifference::metric)
                        .containsOnly("test_sites", "sampling_sites")
                        .hasSize(2 * Integer.parseInt(first.query(SITES).get(0)));

                List<String> before = first.checksums();
                generations.promote("2");
                assertThat(first.queryServed(SITES)).containsExactly("0");
                generations.promote("1");
                assertThat(first.queryServed(SITES)).isEqualTo(first.query(SITES));
                assertThat(first.checksums()).isEqualTo(before);
            }
        }
    }
}
