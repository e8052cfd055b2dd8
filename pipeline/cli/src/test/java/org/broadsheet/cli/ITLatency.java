package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That it measures; how long pages take is for {@code docs/BENCHMARKS.md}, not for a test. */
class ITLatency {
    static Stream<HelpExamples.Example> examples() {
        return HelpExamples.all().stream().filter(example -> example.is("bench latency"));
    }

    /** As the help shows it, in less time. */
    @ParameterizedTest
    @MethodSource("examples")
    void measuresLivePagesAloneAndBesideAReplay(HelpExamples.Example example) throws Exception {
        List<String> arguments = new ArrayList<>(
                HelpExamples.arguments(example.text().replaceAll(" --(seconds|rate) \\d+| --json", "")));
        arguments.addAll(List.of("--seconds", "4", "--warm-up", "3", "--rate", "5", "--most", "40", "--json"));
        List<String> lines = Launcher.call(arguments.toArray(String[]::new)).lines();
        assertThat(lines).hasSize(2);
        List<JsonNode> parts = new ArrayList<>();
        for (String line : lines) {
            parts.add(JsonMapper.builder().build().readTree(line));
        }
        assertThat(parts).extracting(part -> part.path("part").asText()).containsExactly("alone", "beside a replay");
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.path("pages").asInt()).isPositive();
            assertThat(part.path("p50_ms").asLong())
                    .isBetween(1L, part.path("p99_ms").asLong());
            assertThat(part.path("p99_ms").asLong())
                    .isLessThanOrEqualTo(part.path("longest_ms").asLong());
        });
        assertThat(parts.get(0).path("archive_pages_per_second").asLong()).isZero();
        assertThat(parts.get(1).path("archive_pages_per_second").asLong()).isPositive();
    }
}
