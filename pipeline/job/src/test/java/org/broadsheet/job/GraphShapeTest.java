package org.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.broadsheet.job.settings.Settings;
import org.junit.jupiter.api.Test;

/**
 * The graph as it is submitted, node by node with its uid and its edges. State and transactions are addressed by uid:
 * a change of this file is a change of contract. {@code -Dgolden.update} rewrites it.
 */
class GraphShapeTest {
    private static final Path ROOT = Path.of(System.getProperty("broadsheet.root"));
    private static final Path GOLDEN = ROOT.resolve("pipeline/job/src/test/resources/graph.txt");

    @Test
    void uidsAndEdgesAreThoseOfTheGoldenFile() throws Exception {
        Settings settings = Settings.read(ROOT.resolve("config/broadsheet.yaml"), Map.of(), Map.of());
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(LocalCluster.configuration(settings));
        environment.setParallelism(2);
        BroadsheetJob.define(settings, environment, org.broadsheet.text.page.ClosedYears.NONE);

        String shape = String.join("\n", shape(environment.getStreamGraph())) + "\n";
        if (System.getProperty("golden.update") != null) {
            Files.writeString(GOLDEN, shape);
        }
        assertThat(shape).isEqualTo(golden());
    }

    private static String golden() throws IOException {
        return Files.readString(GOLDEN, StandardCharsets.UTF_8);
    }

    private static List<String> shape(StreamGraph graph) {
        Map<Integer, String> names = new TreeMap<>();
        for (StreamNode node : graph.getStreamNodes()) {
            names.put(node.getId(), node.getTransformationUID());
        }
        List<String> lines = new ArrayList<>();
        List<StreamNode> nodes = new ArrayList<>(graph.getStreamNodes());
        nodes.sort(Comparator.comparing(node -> names.getOrDefault(node.getId(), "")));
        for (StreamNode node : nodes) {
            lines.add(names.get(node.getId()) + "  (" + node.getOperatorName() + ")");
            for (StreamEdge edge : node.getOutEdges()) {
                String partitioner = String.valueOf(edge.getPartitioner());
                lines.add("    " + partitioner + " -> " + names.get(edge.getTargetId())
                        + (edge.getOutputTag() == null
                                ? ""
                                : " [" + edge.getOutputTag().getId() + "]"));
            }
        }
        return lines;
    }
}
