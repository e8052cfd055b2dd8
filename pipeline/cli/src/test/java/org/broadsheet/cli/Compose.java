package org.broadsheet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code docker-compose.yml} as it stands, its variables not yet filled in. */
record Compose(JsonNode tree) {
    /** One service, such as {@code kafka}. */
    record Service(String name, JsonNode tree) {
        String image() {
            return tree.path("image").asText();
        }

        /** The image without prefix: {@code apache/kafka:4.2.2}. */
        String imageName() {
            return image().substring(image().indexOf('}') + 1);
        }

        List<String> texts(String field) {
            List<String> texts = new ArrayList<>();
            tree.path(field).forEach(element -> texts.add(element.asText()));
            return texts;
        }

        Map<String, String> environment() {
            Map<String, String> environment = new TreeMap<>();
            tree.path("environment")
                    .properties()
                    .forEach(entry ->
                            environment.put(entry.getKey(), entry.getValue().asText()));
            return environment;
        }

        Stream<JsonNode> mounts(String type) {
            return tree.path("volumes")
                    .valueStream()
                    .filter(mount -> type.equals(mount.path("type").asText()));
        }

        /** It does its work once and ends. */
        boolean runsOnce() {
            return tree.path("restart").asText().equals("no");
        }

        /** Service → condition. */
        Map<String, String> dependsOn() {
            Map<String, String> conditions = new TreeMap<>();
            tree.path("depends_on")
                    .properties()
                    .forEach(entry -> conditions.put(
                            entry.getKey(), entry.getValue().path("condition").asText()));
            return conditions;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Compose read() throws IOException {
        return new Compose(yaml("docker-compose.yml"));
    }

    static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(text(file));
    }

    static String text(String file) throws IOException {
        return Files.readString(root().resolve(file));
    }

    static Path root() {
        return Launcher.ROOT;
    }

    Stream<Service> services() {
        return tree.path("services").properties().stream().map(entry -> new Service(entry.getKey(), entry.getValue()));
    }

    Service service(String name) {
        return services()
                .filter(service -> service.name().equals(name))
                .findAny()
                .orElseThrow();
    }
}
