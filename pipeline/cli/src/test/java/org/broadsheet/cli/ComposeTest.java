package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.cli.Compose.Service;
import org.junit.jupiter.api.Test;

/** What must hold of {@code docker-compose.yml}, whatever else is changed in it. */
class ComposeTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:-|:\\?)[^}]*}");
    private static final Set<String> BUILT = Set.of(
            "./pipeline/cli/target/classes",
            "./pipeline/cli/target/libraries",
            "./pipeline/job/target/broadsheet-job-" + Pom.version() + "-thin.jar");

    private final Compose compose;

    ComposeTest() throws IOException {
        compose = Compose.read();
    }

    @Test
    void theFileFollowsThePublishedSchema() throws IOException {
        assertThat(schema().validate(compose.tree())).isEmpty();
    }

    @Test
    void theSchemaRefusesAFieldThatIsNone() throws IOException {
        ObjectNode wrong = compose.tree().deepCopy();
        ((ObjectNode) wrong.path("services").path("kafka")).put("restarts", "always");
        assertThat(schema().validate(wrong))
                .singleElement()
                .asString()
                .contains("restarts")
                .contains("kafka");
    }

    @Test
    void everyImageHasATagAndMayHaveAPrefix() {
        assertThat(compose.services())
                .allSatisfy(service ->
                        assertThat(service.image()).matches("\\$\\{IMAGE_PREFIX:-}[a-z]+/[a-z]+:v?[0-9]+\\.[0-9]+.*"));
    }

    @Test
    void theServersAreOfTheVersionsTheBuildIsTestedWith() {
        assertThat(compose.service("kafka").imageName()).isEqualTo("apache/kafka:" + Pom.property("kafka.version"));
        assertThat(compose.service("postgres").imageName() + ".0")
                .isEqualTo("library/postgres:" + Pom.property("postgresql-binaries.version"));
        assertThat(List.of("check", "state", "jobmanager", "taskmanager"))
                .allSatisfy(name -> assertThat(compose.service(name).imageName())
                        .isEqualTo("library/flink:" + Pom.property("flink.version") + "-scala_2.12-java17"));
    }

    @Test
    void everythingIsPublishedOnLoopbackOnly() {
        assertThat(compose.services()
                        .flatMap(service -> service.texts("ports").stream())
                        .toList())
                .hasSize(5)
                .allMatch(port -> port.matches("127\\.0\\.0\\.1:\\$\\{[A-Z]+_PORT:-[0-9]+}:[0-9]+"));
    }

    @Test
    void noPasswordIsWrittenDown() {
        assertThat(compose.services())
                .allSatisfy(service -> service.environment().forEach((name, value) -> {
                    if (name.contains("PASSWORD") || value.contains("PASSWORD")) {
                        assertThat(value).as(name).matches("\\$\\{[A-Z_]+_PASSWORD:\\?[^}]+}");
                    }
                }));
        assertThat(compose.services()
                        .flatMap(service -> service.environment().keySet().stream())
                        .filter(name -> name.contains("PASSWORD")))
                .hasSize(8);
    }

    @Test
    void everyVariableIsInTheExampleAndNoPasswordIs() throws IOException {
        Set<String> asked = new TreeSet<>();
        Matcher variable = VARIABLE.matcher(Compose.text("docker-compose.yml"));
        while (variable.find()) {
            asked.add(variable.group(1));
        }
        List<String> example = Compose.text(".env.example")
                .lines()
                .filter(line -> line.matches("#?[A-Z_]+=.*"))
                .toList();
        assertThat(example.stream().map(line -> line.replaceAll("#|=.*", "")))
                .containsExactlyInAnyOrderElementsOf(asked);
        assertThat(example.stream().filter(line -> line.contains("PASSWORD")))
                .hasSize(5)
                .allMatch(line -> line.endsWith("PASSWORD="));
        assertThat(Compose.text(".gitignore").lines()).contains(".env");
    }

    @Test
    void whatIsMountedIsThereAndCannotBeWritten() {
        assertThat(compose.services().flatMap(service -> service.mounts("bind")))
                .allSatisfy(mount -> {
                    String source = mount.path("source").asText();
                    assertThat(BUILT.contains(source)
                                    || Files.exists(Compose.root().resolve(source)))
                            .as(source)
                            .isTrue();
                    assertThat(mount.path("read_only").asBoolean()).as(source).isTrue();
                    // a folder that is not there is a fault, not an empty folder of root's
                    assertThat(mount.at("/bind/create_host_path").asBoolean(true))
                            .as(source)
                            .isFalse();
                });
    }

    @Test
    void everyVolumeHasANameAndIsUsed() {
        Set<String> used = compose.services()
                .flatMap(service -> service.mounts("volume"))
                .map(mount -> mount.path("source").asText())
                .collect(Collectors.toSet());
        assertThat(used).isEqualTo(names(compose.tree().path("volumes")));
        assertThat(compose.services().map(service -> service.tree().path("volumes")))
                .allSatisfy(mounts -> assertThat(mounts).allMatch(JsonNode::isObject));
    }

    @Test
    void whatIsWaitedForCanBeWaitedFor() {
        assertThat(compose.services())
                .allSatisfy(service -> service.dependsOn().forEach((name, condition) -> {
                    Service awaited = compose.service(name);
                    assertThat(condition)
                            .as(service + " waits for " + name)
                            .isEqualTo(awaited.runsOnce() ? "service_completed_successfully" : "service_healthy");
                }));
        assertThat(compose.service("jobmanager").dependsOn().keySet())
                .containsExactly("check", "kafka", "postgres", "state");
    }

    @Test
    void everyServiceHasItsHealthAndItsLimits() {
        assertThat(compose.services()).allSatisfy(service -> {
            assertThat(service.tree().has("healthcheck")).isEqualTo(!service.runsOnce());
            assertThat(service.tree().path("mem_limit").asText()).matches("[0-9]+[mg]");
            assertThat(service.texts("security_opt")).containsExactly("no-new-privileges:true");
            assertThat(service.tree().has("privileged")).isFalse();
        });
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream published = ComposeTest.class.getResourceAsStream("compose/compose-spec.json")) {
            ObjectNode schema = (ObjectNode) new JsonMapper().readTree(Objects.requireNonNull(published));
            // the published one names itself by a file name, the validator wants a URI
            schema.put("$id", "urn:compose-specification");
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
