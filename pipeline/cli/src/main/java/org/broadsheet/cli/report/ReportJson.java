package org.broadsheet.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.postgres.FigureRow;
import org.broadsheet.postgres.ReferenceData.MetricRow;
import org.broadsheet.postgres.ReferenceData.RegionRow;

/**
 * The report's data as JSON, rows as lists: {@code [140106,17,"current",19318,795,"exact","stated",0,0,1]} is a figure of 迎泽区.
 * What the columns are, {@code data.js} names.
 */
final class ReportJson {
    /** Digits that a number of JavaScript holds for certain; longer values are written as text. */
    private static final int DIGITS = 15;

    private final ReportData data;
    private final Map<String, Integer> metrics;

    private ReportJson(ReportData data) {
        this.data = data;
        this.metrics = IntStream.range(0, data.metrics().size())
                .boxed()
                .collect(Collectors.toMap(i -> data.metrics().get(i).id(), i -> i));
    }

    static String of(ReportData data) {
        return EscapedJson.of(new ReportJson(data)::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeTotals(json);
        json.writeArrayFieldStart("regions");
        for (RegionRow region : data.regions()) {
            row(json, region.code(), region.name(), region.level(), region.parent());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("metrics");
        for (MetricRow metric : data.metrics()) {
            row(json, metric.id(), metric.labelZh(), metric.labelEn(), metric.unit(), metric.kind());
        }
        json.writeEndArray();
        writeFigures(json, "figures", data.figures());
        writeFigures(json, "months", data.months());
        json.writeFieldName("evidence");
        new EvidenceJson(data).write(json);
        json.writeEndObject();
    }

    private void writeTotals(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("totals");
        json.writeNumberField("pages", data.totals().pages());
        json.writeNumberField("facts", data.totals().facts());
        json.writeNumberField("figures", data.totals().figures());
        json.writeEndObject();
        json.writeObjectFieldStart("held");
        json.writeNumberField("since", data.since().toEpochDay());
        json.writeNumberField("figures", data.figures().size());
        json.writeNumberField("months", data.months().size());
        json.writeNumberField("explained", data.evidence().figures());
        json.writeEndObject();
    }

    private void writeFigures(JsonGenerator json, String name, List<FigureRow> figures) throws IOException {
        json.writeArrayFieldStart(name);
        for (FigureRow figure : figures) {
            row(
                    json,
                    figure.region(),
                    metrics.getOrDefault(figure.metric(), -1),
                    figure.scope(),
                    figure.day().toEpochDay(),
                    number(figure.value()),
                    figure.modifier(),
                    figure.basis(),
                    figure.parts(),
                    figure.partsOf(),
                    figure.reports());
        }
        json.writeEndArray();
    }

    static void row(JsonGenerator json, Object... columns) throws IOException {
        json.writeStartArray();
        for (Object column : columns) {
            if (column instanceof BigDecimal number) {
                json.writeNumber(number);
            } else if (column instanceof Integer number) {
                json.writeNumber(number);
            } else if (column instanceof Long number) {
                json.writeNumber(number);
            } else {
                json.writeString(column.toString());
            }
        }
        json.writeEndArray();
    }

    static Object number(BigDecimal value) {
        return value.precision() <= DIGITS && value.scale() <= DIGITS && value.scale() > -DIGITS
                ? value
                : value.toPlainString();
    }
}
