package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bench run} counts; how long it takes is for {@code docs/BENCHMARKS.md}, not for a test. */
class ITBench {
    private static final int PAGES = 60;
    /** The first tenth of each of two tasks warms up. */
    private static final int MEASURED = PAGES - 2 * 3;

    @TempDir
    private Path folder;

    @Test
    void eachPartCountsTheSamePagesAndTheWholeJobTheSameFigures() throws Exception {
        Map<String, JsonNode> parts =
                measured("--pages", "60", "--rounds", "1", "--warm-up", "0", "--parts", "null,heap,rocksdb,postgres")
                        .stream()
                        .collect(Collectors.toMap(part -> part.path("part").asText(), Function.identity()));
        assertThat(parts).containsOnlyKeys("null", "heap", "rocksdb", "postgres");
        assertThat(parts.values()).allSatisfy(part -> {
            assertThat(part.path("pages").asInt()).isEqualTo(MEASURED);
            assertThat(part.path("bytes").asLong()).isBetween(MEASURED * 17_996L, MEASURED * 19_784L);
        });
        JsonNode heap = part(parts, "heap").path("sums");
        assertThat(heap.path("page rows").asInt()).isEqualTo(PAGES);
        assertThat(heap.path("dead letters").asInt()).isZero();
        assertThat(heap.path("facts").asInt()).isPositive();
        assertThat(part(parts, "rocksdb").path("sums")).isEqualTo(heap);
        JsonNode tables = part(parts, "postgres").path("sums");
        assertThat(tables.path("page rows").asInt()).isEqualTo(PAGES);
        assertThat(tables.path("facts")).isEqualTo(heap.path("facts"));
        assertThat(tables.path("figures")).isEqualTo(heap.path("figures"));
        assertThat(tables.path("differences in the audit").asInt()).isZero();
    }

    @Test
    void livePagesOfTextsAreAudited() throws Exception {
        Path texts = Files.writeString(folder.resolve("texts.jsonl"), """
                {"title": "迎泽区增设检测点", "text": "太原市迎泽区增设检测采样点70余处。"}
                {"text": "太原市有5000名党员下沉社区。"}
                """.repeat(30));
        List<JsonNode> parts = measured(
                "--parts",
                "postgres",
                "--minutes",
                "0.05",
                "--rate",
                "10",
                "--texts",
                texts.toString(),
                "--page-bytes",
                "1");
        assertThat(parts).hasSize(1);
        JsonNode sums = parts.get(0).path("sums");
        assertThat(sums.path("page rows").asInt()).isEqualTo(30);
        assertThat(sums.path("differences in the audit").asInt()).isZero();
    }

    private static JsonNode part(Map<String, JsonNode> parts, String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    private static List<JsonNode> measured(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("bench", "run", "--json"));
        all.addAll(List.of(arguments));
        Launcher.Called called = Launcher.call(all.toArray(String[]::new));
        assertThat(called.code()).as(called.err()).isZero();
        List<JsonNode> parts = new ArrayList<>();
        for (String line : called.lines()) {
            parts.add(JsonMapper.builder().build().readTree(line));
        }
        return parts;
    }
}
