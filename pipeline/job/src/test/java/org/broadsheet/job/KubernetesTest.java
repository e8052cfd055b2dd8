package org.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.junit.jupiter.api.Test;

/** That the operator knows every field of {@code config/kubernetes}, by the schema in its own API jar. */
class KubernetesTest {
    private static final Path ROOT = Path.of(System.getProperty("broadsheet.root"));
    private static final String CRD = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

    private final JsonNode deployment = yaml("config/kubernetes/broadsheet.yaml");

    KubernetesTest() throws IOException {}

    /** The API jar on Maven Central ends before Flink 2: that one value it cannot know, and says so. */
    @Test
    void theOperatorKnowsEveryField() throws IOException {
        assertThat(faults(deployment)).containsExactly("/spec/flinkVersion");
        assertThat(deployment.at("/spec/flinkVersion").asText()).isEqualTo("v2_3");
    }

    @Test
    void aFieldThatIsNoneIsRefused() throws IOException {
        ObjectNode wrong = deployment.deepCopy();
        ((ObjectNode) wrong.at("/spec/job")).put("upgradeModus", "stateless");
        ((ObjectNode) wrong.at("/spec/taskManager/resource")).put("memory", 2);
        assertThat(faults(wrong))
                .containsExactlyInAnyOrder("/spec/flinkVersion", "/spec/job", "/spec/taskManager/resource/memory");
    }

    @Test
    void theJobIsConfiguredAsWithContainers() {
        Configuration containers = GlobalConfiguration.loadConfiguration(
                ROOT.resolve("config/flink").toString());
        JsonNode configuration = deployment.at("/spec/flinkConfiguration");
        configuration
                .properties()
                .forEach(entry -> assertThat(entry.getValue().asText())
                        .as(entry.getKey())
                        .isEqualTo(containers.toMap().get(entry.getKey())));
        assertThat(configuration.path("web.submit.enable").asText()).isEqualTo("false");
        assertThat(deployment.at("/spec/jobManager/resource/memory").asText())
                .isEqualTo(containers.toMap().get("jobmanager.memory.process.size"));
        assertThat(deployment.at("/spec/taskManager/resource/memory").asText())
                .isEqualTo(containers.toMap().get("taskmanager.memory.process.size"));
        assertThat(deployment.at("/spec/job/entryClass").asText()).isEqualTo(ClusterJob.class.getName());
    }

    @Test
    void theImageHasTheJarThatIsRun() throws IOException {
        String dockerfile = Files.readString(ROOT.resolve("config/kubernetes/Dockerfile"));
        String compose = Files.readString(ROOT.resolve("docker-compose.yml"));
        assertThat(dockerfile).contains("-thin.jar /broadsheet/broadsheet-job.jar\n");
        assertThat(deployment.at("/spec/job/jarURI").asText()).isEqualTo("local:///broadsheet/broadsheet-job.jar");
        String image = dockerfile
                .lines()
                .filter(line -> line.startsWith("FROM"))
                .findAny()
                .orElseThrow();
        assertThat(compose).contains("image: " + image.replace("FROM ", "").replace("PREFIX}", "PREFIX:-}") + "\n");
    }

    @Test
    void noSecretIsWrittenDown() throws IOException {
        for (String file : Set.of("broadsheet.yaml", "check.yaml")) {
            for (JsonNode variable :
                    yaml("config/kubernetes/" + file).findValues("env").get(0)) {
                if (variable.path("name").asText().contains("PASSWORD")) {
                    assertThat(variable.has("value")).isFalse();
                    assertThat(variable.at("/valueFrom/secretKeyRef/name").asText())
                            .isEqualTo("broadsheet-database");
                }
            }
        }
    }

    @Test
    void prometheusFindsThePods() throws IOException {
        JsonNode monitor = yaml("config/kubernetes/podmonitor.yaml");
        JsonNode labels = deployment.at("/spec/podTemplate/metadata/labels");
        assertThat(monitor.at("/spec/selector/matchLabels")).isEqualTo(labels);
        JsonNode port = deployment.at("/spec/podTemplate/spec/containers/0/ports/0");
        assertThat(port.path("name")).isEqualTo(monitor.at("/spec/podMetricsEndpoints/0/port"));
        assertThat(port.path("containerPort").asText())
                .isEqualTo(deployment
                        .at("/spec/flinkConfiguration")
                        .path("metrics.reporter.prometheus.port")
                        .asText());
    }

    /** Where the schema refuses something. */
    private static Set<String> faults(JsonNode tree) throws IOException {
        Set<String> places = new TreeSet<>();
        for (ValidationMessage fault : JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(schema())
                .validate(tree)) {
            places.add(fault.getInstanceLocation().toString().replace("$", "").replace('.', '/'));
        }
        return places;
    }

    /** The published one, made strict: what it does not name is a fault, where a cluster would drop it without a word. */
    private static JsonNode schema() throws IOException {
        try (InputStream published = KubernetesTest.class.getResourceAsStream(CRD)) {
            JsonNode schema = new YAMLMapper().readTree(published).at("/spec/versions/0/schema/openAPIV3Schema");
            tighten(schema);
            ObjectNode named = (ObjectNode) schema.path("properties");
            for (String field : Set.of("apiVersion", "kind", "metadata")) {
                named.putObject(field);
            }
            return schema;
        }
    }

    private static void tighten(JsonNode schema) {
        boolean isOfFields = schema.path("type").asText().equals("object")
                && schema.path("properties").isObject();
        if (isOfFields && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(KubernetesTest::tighten);
    }

    private static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(Files.readString(ROOT.resolve(file)));
    }
}
