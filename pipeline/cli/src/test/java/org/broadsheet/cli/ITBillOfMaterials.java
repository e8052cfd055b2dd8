package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The build leaves a list of what is delivered, {@code pipeline/cli/target/bom.json}. */
class ITBillOfMaterials {
    @Test
    void itNamesWhatIsDeliveredAndNothingOfTheTests() throws IOException {
        JsonNode bill =
                new ObjectMapper().readTree(Files.readString(Launcher.ROOT.resolve("pipeline/cli/target/bom.json")));
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        List<String> components = new ArrayList<>();
        bill.path("components").forEach(one -> components.add(one.path("name").asText()));
        assertThat(components)
                .contains(
                        "kafka-clients", "postgresql", "flink-streaming-java", "flyway-core", "hanlp", "broadsheet-job")
                .doesNotContain("junit-jupiter", "assertj-core", "selenium-chrome-driver");
        assertThat(bill.path("components"))
                .filteredOn(one -> one.path("name").asText().equals("kafka-clients"))
                .allMatch(one -> one.path("version").asText().equals("4.2.2")
                        && !one.path("hashes").isEmpty());
    }
}
