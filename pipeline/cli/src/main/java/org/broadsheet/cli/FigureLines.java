package org.broadsheet.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.broadsheet.postgres.EvidenceRow;
import org.broadsheet.postgres.FigureRow;

/** Figures for programs: comma-separated for a spreadsheet, one JSON object a line for a script. */
final class FigureLines {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FigureLines() {}

    /** With a byte-order mark and a line of names; a spreadsheet would else take 迎泽区 for Latin. */
    static void printCsv(PrintWriter out, List<FigureRow> figures) {
        out.print(BYTE_ORDER_MARK);
        out.println("region,name,metric,label,scope,day,value,modifier,basis,parts,parts_of,reports");
        for (FigureRow figure : figures) {
            out.println(String.join(
                    ",",
                    Integer.toString(figure.region()),
                    quoted(figure.regionName()),
                    figure.metric(),
                    quoted(figure.metricLabel()),
                    figure.scope(),
                    figure.day().toString(),
                    figure.value().toPlainString(),
                    figure.modifier(),
                    figure.basis(),
                    Integer.toString(figure.parts()),
                    Integer.toString(figure.partsOf()),
                    Integer.toString(figure.reports())));
        }
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A figure with the fields of the topic {@code region-figures}, and its names. */
    static Map<String, Object> json(FigureRow figure) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("region", code(figure.region()));
        object.put("name", figure.regionName());
        object.put("metric", figure.metric());
        object.put("label", figure.metricLabel());
        object.put("scope", figure.scope());
        object.put("day", figure.day().toString());
        object.put("value", figure.value());
        object.put("modifier", figure.modifier());
        object.put("basis", figure.basis());
        object.put("parts", figure.parts());
        object.put("parts_of", figure.partsOf());
        object.put("reports", figure.reports());
        return object;
    }

    /** The same with {@code why}: the mentions behind it, down to the sentence. */
    static Map<String, Object> json(FigureRow figure, List<EvidenceRow> evidence) {
        Predicate<EvidenceRow> behind = row -> row.region() == figure.region()
                && row.metric().equals(figure.metric())
                && row.scope().equals(figure.scope())
                && row.day().equals(figure.day());
        List<Map<String, Object>> why = new ArrayList<>();
        evidence.stream().filter(behind).forEach(row -> why.add(mention(row)));
        Map<String, Object> object = json(figure);
        object.put("why", why);
        return object;
    }

    private static Map<String, Object> mention(EvidenceRow row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("region", code(row.factRegion()));
        object.put("name", row.factRegionName());
        object.put("place", row.place());
        object.put("value", row.value());
        object.put("modifier", row.modifier());
        object.put("reports", row.reports());
        object.put("paper", row.paper());
        object.put("published", row.published().toString());
        object.put("page", row.pageKey());
        object.put("number", row.number());
        object.put("url", row.url());
        object.put("start", row.start());
        object.put("end", row.end());
        object.put("quote", row.quote());
        object.put("sentence", row.sentence());
        object.put("fate", row.fate());
        object.put("read", row.read());
        object.put("correction", row.correction());
        object.put("rule", row.rule());
        object.put("rules", row.rules());
        return object;
    }

    private static String code(int region) {
        return String.format(Locale.ROOT, "%06d", region);
    }
}
