package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.cli.Launcher.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.cli.Launcher.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code places}, called as a user calls it. */
class ITPlacesCommand {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT =
            "晋中日报 2018年11月22日 第3版\n\n本报讯 11月21日，太谷县明星镇设立采样点12个，全县行动。\n\n阳泉市城区、榆次区文苑街道和城区分别报告。\n";

    @TempDir
    private Path folder;

    @Test
    void printsOnePlaceALine() throws Exception {
        Path page = Files.writeString(folder.resolve("page.txt"), TEXT);
        Called called = call("places", "--json", page.toString());
        assertThat(called.code()).isZero();
        assertThat(called.err()).isEmpty();
        List<JsonNode> places = objects(called);
        List<String> names = new ArrayList<>();
        places.get(0).fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactly("file", "text", "region", "former", "place", "start", "end", "why", "sure");
        assertThat(places)
                .extracting(place -> String.join(
                        " ",
                        place.get("text").asText(),
                        place.get("region").asText(),
                        place.get("place").asText(),
                        place.get("why").asText(),
                        place.get("sure").asText()))
                .contains("太谷县明星镇 140703 明星镇 stated sure", "全县 140703  anaphor likely", "阳泉市城区 140302  stated sure");
        assertThat(places)
                .allSatisfy(place -> assertThat(TEXT.substring(
                                place.get("start").asInt(), place.get("end").asInt()))
                        .isEqualTo(place.get("text").asText()));
    }

    @Test
    void marksPlacesInTheText() throws Exception {
        Path page = Files.writeString(folder.resolve("page.txt"), TEXT);
        Called called = call("places", page.toString());
        assertThat(called.code()).isZero();
        assertThat(called.out())
                .contains("11月21日，【太谷县明星镇】设立采样点12个，【全县】行动。")
                .containsPattern("太谷县明星镇 +140703 +太谷区 +140726 +明星镇 +[0-9]+ +stated +sure");
    }

    @Test
    void theSamplePagesHaveTheirPlaces() throws Exception {
        String file = "config/samples/pages/003_d80b19d43e3d5215.txt";
        String page = Files.readString(Launcher.ROOT.resolve(file), UTF_8);
        List<JsonNode> places = objects(call("places", "--json", file));
        assertThat(places).hasSizeGreaterThan(60);
        assertThat(places)
                .extracting(place ->
                        place.get("text").asText() + " " + place.get("region").asText())
                .contains("迎泽区 140106", "霍尔果斯 654004", "阳曲县西凌井乡 140122");
        assertThat(places)
                .allSatisfy(place -> assertThat(page.substring(
                                        place.get("start").asInt(),
                                        place.get("end").asInt())
                                .replaceAll("\\s", ""))
                        .isEqualTo(place.get("text").asText()));
    }

    private static List<JsonNode> objects(Called called) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String line : called.lines()) {
            objects.add(JSON.readTree(line));
        }
        return objects;
    }
}
