package org.broadsheet.job.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A dashboard of {@code config/grafana/dashboards}: {@code regions} is 地区. */
public record Dashboard(String name, JsonNode tree) {
    private static final Path FOLDER = root().resolve("config/grafana/dashboards");

    /** The checkout. */
    public static Path root() {
        return Path.of(System.getProperty("broadsheet.root"));
    }

    /** All of them, by name. */
    public static List<Dashboard> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .map(Dashboard::named)
                    .toList();
        }
    }

    /**
     * One of them.
     *
     * @param name of the file without its ending
     */
    public static Dashboard named(String name) {
        try {
            return new Dashboard(
                    name, JsonMapper.builder().build().readTree(Files.readString(FOLDER.resolve(name + ".json"))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Its panels in their order; the headings between them are none. */
    public List<Panel> panels() {
        return tree.path("panels")
                .valueStream()
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .map(panel -> new Panel(name, panel))
                .toList();
    }

    /** The panel with a title that begins so. */
    public Panel panel(String title) {
        return panels().stream()
                .filter(panel -> panel.title().startsWith(title))
                .findAny()
                .orElseThrow();
    }

    /** What can be chosen, in the order it is asked for. */
    public List<JsonNode> variables() {
        return tree.path("templating").path("list").valueStream().toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
