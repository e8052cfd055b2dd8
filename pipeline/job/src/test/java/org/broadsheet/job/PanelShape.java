package org.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.broadsheet.job.dashboard.Answer;
import org.broadsheet.job.dashboard.Panel;

/** Whether an answer has what its kind of panel draws: 时间 and numbers for a time series, 经纬度 for a map. */
final class PanelShape {
    private PanelShape() {}

    static void check(Panel panel, Answer answer) {
        assertThat(answer.columns()).as(panel.toString()).doesNotHaveDuplicates();
        assertThat(answer.columns()).as(panel.toString()).containsAll(panel.namedColumns());
        switch (panel.type()) {
            case "timeseries" -> timeSeries(panel, answer);
            case "stat" -> stat(panel, answer);
            case "barchart" -> barChart(panel, answer);
            case "geomap" -> map(panel, answer);
            case "table" -> assertThat(answer.columns()).as(panel.toString()).isNotEmpty();
            default -> throw new AssertionError(panel + " is of a kind that nobody has described: " + panel.type());
        }
    }

    private static void timeSeries(Panel panel, Answer answer) {
        assertThat(answer.columns().get(0)).as(panel.toString()).isEqualTo("time");
        assertThat(answer.type("time")).as(panel.toString()).isEqualTo("timestamptz");
        assertThat(answer.numbers()).as(panel.toString()).isNotEmpty();
        List<java.sql.Timestamp> times = answer.column("time").stream()
                .map(time -> (java.sql.Timestamp) Objects.requireNonNull(time))
                .toList();
        assertThat(times).as(panel.toString()).isSorted();
    }

    private static void stat(Panel panel, Answer answer) {
        String fields = panel.tree().at("/options/reduceOptions/fields").asText();
        String column = fields.replaceAll("^/\\^|\\$/$", "");
        assertThat(answer.columns()).as(panel.toString()).contains(column);
        assertThat(answer.isNumber(column))
                .as(panel.toString())
                .isEqualTo(!panel.unit().equals("string"));
    }

    private static void barChart(Panel panel, Answer answer) {
        String names = panel.tree().at("/options/xField").asText();
        assertThat(answer.type(names)).as(panel.toString()).isEqualTo("text");
        assertThat(answer.numbers()).as(panel.toString()).isNotEmpty();
    }

    private static void map(Panel panel, Answer answer) {
        var layer = panel.tree().at("/options/layers/0");
        String latitude = layer.at("/location/latitude").asText();
        String longitude = layer.at("/location/longitude").asText();
        assertThat(answer.isNumber(latitude)).as(panel.toString()).isTrue();
        assertThat(answer.column(latitude))
                .allSatisfy(degrees ->
                        assertThat((Double) Objects.requireNonNull(degrees)).isBetween(3.0, 54.0));
        assertThat(answer.column(longitude))
                .allSatisfy(degrees ->
                        assertThat((Double) Objects.requireNonNull(degrees)).isBetween(73.0, 136.0));
        for (String drawn : List.of("size", "color")) {
            assertThat(answer.isNumber(
                            layer.at("/config/style/" + drawn + "/field").asText()))
                    .as(panel + " " + drawn)
                    .isTrue();
        }
        assertThat(answer.columns())
                .contains(layer.at("/config/style/text/field").asText());
    }
}
