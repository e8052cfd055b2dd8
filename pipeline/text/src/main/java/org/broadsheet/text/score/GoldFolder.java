package org.broadsheet.text.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A folder of labels: {@code 003.mentions.jsonl} speaks of the text {@code 003_d80b19d43e3d5215.txt}.
 *
 * <p>The texts are found by {@code items.jsonl} in the folder, or by {@code ../pages/pages.jsonl} beside it.
 */
public final class GoldFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LABELS = ".mentions.jsonl";
    private static final String ARTICLES = ".articles.json";

    private GoldFolder() {}

    /**
     * A labelled text.
     *
     * @param name as {@code 003}
     * @param file where its text is
     * @param published epoch days
     * @param home six-digit code; 0 where unknown
     */
    public record Text(String name, Path file, String source, int published, int home, List<Label> labels) {}

    /** A labelled page: its text (without labels of mentions) and the articles on it, in the order of the page. */
    public record Outline(Text text, List<ArticleLabel> articles) {}

    /**
     * The labelled texts of a folder, by name.
     *
     * @throws IOException where labels or manifest cannot be read, with the file named
     */
    public static List<Text> read(Path folder) throws IOException {
        Path manifest = manifest(folder);
        List<JsonNode> rows = lines(manifest);
        List<Text> texts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + LABELS)) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(LABELS, "");
                List<Label> labels = new ArrayList<>();
                for (JsonNode line : lines(file)) {
                    labels.add(label(line));
                }
                texts.add(text(name, manifest, rows, labels));
            }
        }
        texts.sort(Comparator.comparing(Text::name));
        return List.copyOf(texts);
    }

    /**
     * The pages of a folder whose articles are labelled ({@code NNN.articles.json}), by name.
     *
     * @throws IOException where labels or manifest cannot be read, with the file named
     */
    public static List<Outline> outlines(Path folder) throws IOException {
        Path manifest = manifest(folder);
        List<JsonNode> rows = lines(manifest);
        List<Outline> outlines = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ARTICLES)) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(ARTICLES, "");
                List<ArticleLabel> articles = new ArrayList<>();
                JSON.readTree(Files.readAllBytes(file)).forEach(node -> articles.add(article(node)));
                outlines.add(new Outline(text(name, manifest, rows, List.of()), List.copyOf(articles)));
            }
        }
        outlines.sort(Comparator.comparing(outline -> outline.text().name()));
        return List.copyOf(outlines);
    }

    private static Path manifest(Path folder) throws IOException {
        Path items = folder.resolve("items.jsonl");
        if (Files.exists(items)) {
            return items;
        }
        Path pages = folder.resolveSibling("pages").resolve("pages.jsonl");
        if (Files.exists(pages)) {
            return pages;
        }
        throw new IOException(folder + ": neither items.jsonl in it nor ../pages/pages.jsonl beside it");
    }

    private static Text text(String name, Path manifest, List<JsonNode> rows, List<Label> labels) throws IOException {
        for (JsonNode row : rows) {
            String file = row.path("file").asText();
            if (file.startsWith(name + "_") || file.startsWith(name + ".")) {
                return new Text(
                        name,
                        manifest.resolveSibling(file),
                        row.path("source").asText(),
                        (int) LocalDate.parse(row.path("published").asText()).toEpochDay(),
                        Integer.parseInt(row.path("home").asText("0")),
                        List.copyOf(labels));
            }
        }
        throw new IOException(manifest + ": no text for the labels of " + name);
    }

    private static ArticleLabel article(JsonNode node) {
        Set<Integer> regions = new LinkedHashSet<>();
        if (!node.path("region").asText("").isEmpty()) {
            regions.add(node.path("region").asInt());
        }
        node.path("region_or").forEach(other -> regions.add(other.asInt()));
        return new ArticleLabel(
                node.path("kind").asText(),
                node.path("headline").asText(""),
                node.path("kicker").asText(""),
                node.path("subhead").asText(""),
                node.path("byline").asText(""),
                node.path("starts_with").asText(),
                node.path("ends_with").asText(),
                regions);
    }

    private static Label label(JsonNode line) {
        Set<Integer> regions = new LinkedHashSet<>();
        regions.add(line.path("region").asInt());
        line.path("region_or").forEach(other -> regions.add(other.asInt()));
        return new Label(
                line.path("metric").asText(),
                line.path("value").decimalValue(),
                regions,
                line.path("modifier").asText(),
                line.path("place").asText(),
                line.path("scope").asText(),
                line.path("date").asText(),
                line.path("quote").asText());
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank()) {
                nodes.add(JSON.readTree(line));
            }
        }
        return nodes;
    }
}
