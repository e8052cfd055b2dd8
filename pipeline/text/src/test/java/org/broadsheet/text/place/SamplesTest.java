package org.broadsheet.text.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The places of the sample pages, read through by hand, and of the labelled mentions. */
class SamplesTest {
    private static final Path SAMPLES = Path.of(System.getProperty("broadsheet.root"), "config/samples");
    private static final Path GOLDEN = Path.of(
            System.getProperty("broadsheet.root"), "pipeline/text/src/test/resources/org/broadsheet/text/place");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PlaceFinder FINDER = new PlaceFinder(Gazetteer.load());

    /** A paragraph without its line breaks, and its places. */
    private record Read(String text, List<Spot> spots) {}

    /** {@code -Dgolden.update} writes the files anew. */
    @ParameterizedTest
    @ValueSource(strings = {"000_59c609900fa6e9bf", "002_7cb0d6f90dc5d7f1", "003_d80b19d43e3d5215"})
    void findsThePlacesOfTheSamplePages(String page) throws IOException {
        StringBuilder found = new StringBuilder();
        for (JsonNode item : rows(SAMPLES.resolve("pages/pages.jsonl"))) {
            if (item.get("file").asText().startsWith(page)) {
                for (Read paragraph : read(SAMPLES.resolve("pages"), item)) {
                    paragraph.spots().forEach(spot -> found.append(line(paragraph.text(), spot)));
                }
            }
        }
        Path golden = GOLDEN.resolve(page + ".places.tsv");
        if (System.getProperty("golden.update") != null) {
            Files.writeString(golden, found);
        }
        assertThat(found.toString()).isEqualTo(Files.readString(golden));
    }

    @Test
    void meetsTheRegionsAndPlacesOfTheLabelledMentions() throws IOException {
        List<String> missed = new ArrayList<>();
        int mentions = 0;
        for (String folder : List.of("pages", "gold/items")) {
            Path texts = SAMPLES.resolve(folder);
            for (JsonNode item : rows(texts.resolve(folder.equals("pages") ? "pages.jsonl" : "items.jsonl"))) {
                List<Read> paragraphs = read(texts, item);
                for (JsonNode mention : labels(item.get("file").asText(), texts)) {
                    mentions++;
                    if (!isMet(mention, paragraphs, item.get("home").asInt())) {
                        missed.add(item.get("file").asText() + " " + mention);
                    }
                }
            }
        }
        assertThat(mentions).isEqualTo(581);
        assertThat(missed).isEmpty();
    }

    /** Whether region and place are those of a spot up to the paragraph of the mention, or the home. */
    private static boolean isMet(JsonNode mention, List<Read> paragraphs, int home) {
        int region = mention.get("region").asInt();
        String place = mention.get("place").asText();
        String quote = mention.get("quote").asText().replaceAll("\\s+", "");
        boolean met = region == home && place.isEmpty();
        for (Read paragraph : paragraphs) {
            for (Spot spot : paragraph.spots()) {
                boolean same = spot.region() == region
                        || mention.path("region_or").toString().contains("" + spot.region());
                met |= same && (place.isEmpty() || spot.place().equals(place));
            }
            if (paragraph.text().contains(quote)) {
                return met;
            }
        }
        return met;
    }

    private static String line(String text, Spot spot) {
        String before = text.substring(Math.max(0, spot.start() - 6), spot.start());
        String after = text.substring(spot.end(), Math.min(text.length(), spot.end() + 6));
        return before + "\t" + PlaceFinderTest.written(text, spot) + "\t" + after + "\n";
    }

    private static List<Read> read(Path folder, JsonNode item) throws IOException {
        PlaceContext context = new PlaceContext(item.get("home").asInt());
        List<Read> paragraphs = new ArrayList<>();
        for (String paragraph :
                Files.readString(folder.resolve(item.get("file").asText())).split("\n\\s*\n", -1)) {
            String text = paragraph.replaceAll("\\s+", "");
            paragraphs.add(new Read(text, FINDER.find(text, context)));
        }
        return paragraphs;
    }

    private static List<JsonNode> labels(String file, Path texts) throws IOException {
        Path beside = texts.resolve(file.replace(".txt", ".mentions.jsonl"));
        return rows(
                Files.exists(beside) ? beside : SAMPLES.resolve("gold/" + file.substring(0, 3) + ".mentions.jsonl"));
    }

    private static List<JsonNode> rows(Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                rows.add(JSON.readTree(line));
            }
        }
        return rows;
    }
}
