package org.broadsheet.job.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A panel of a dashboard: {@code regions: 排名 Top regions}. */
public record Panel(String dashboard, JsonNode tree) {
    /** 最新数字 Latest figure. */
    public String title() {
        return tree.path("title").asText();
    }

    /** {@code timeseries}, {@code table} … */
    public String type() {
        return tree.path("type").asText();
    }

    /** The unit of its values, by Grafana's name. */
    public String unit() {
        return tree.at("/fieldConfig/defaults/unit").asText();
    }

    /** What it asks the database, macros and variables not yet filled in. */
    public List<String> queries() {
        return texts("rawSql");
    }

    /** What it asks Prometheus. */
    public List<String> expressions() {
        return texts("expr");
    }

    private List<String> texts(String field) {
        return tree.path("targets")
                .valueStream()
                .map(target -> target.path(field).asText())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The names of columns that it treats in a way of their own. */
    public List<String> namedColumns() {
        return tree.at("/fieldConfig/overrides")
                .valueStream()
                .map(override -> override.path("matcher"))
                .filter(matcher -> matcher.path("id").asText().equals("byName"))
                .map(matcher -> matcher.path("options").asText())
                .toList();
    }

    @Override
    public String toString() {
        return dashboard + ": " + title();
    }
}
