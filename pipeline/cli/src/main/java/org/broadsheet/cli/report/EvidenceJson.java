package org.broadsheet.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.postgres.ArticleText;
import org.broadsheet.postgres.EvidenceRow;
import org.broadsheet.postgres.FigureRow;

/** The evidence as JSON, each page, fact and mention once: figure 0 has the facts [0, 1], fact 0 the mention 3, 迎泽区卫体局设立了…. */
final class EvidenceJson {
    private final ReportData data;
    private final Map<String, Integer> pages = new LinkedHashMap<>();
    private final List<EvidenceRow> pageRows = new ArrayList<>();
    private final Map<String, Integer> facts = new LinkedHashMap<>();
    private final List<EvidenceRow> factRows = new ArrayList<>();
    private final List<Set<Integer>> mentionsOfFacts = new ArrayList<>();
    private final Map<String, Integer> mentions = new LinkedHashMap<>();
    private final List<EvidenceRow> mentionRows = new ArrayList<>();
    private final Map<Evidence.Key, Set<Integer>> why = new LinkedHashMap<>();

    EvidenceJson(ReportData data) {
        this.data = data;
        data.evidence().rows().forEach(this::add);
    }

    private void add(EvidenceRow row) {
        pages.computeIfAbsent(row.page(), name -> {
            pageRows.add(row);
            return pageRows.size() - 1;
        });
        int fact = facts.computeIfAbsent(row.fact(), name -> {
            factRows.add(row);
            mentionsOfFacts.add(new LinkedHashSet<>());
            return factRows.size() - 1;
        });
        int mention = mentions.computeIfAbsent(row.page() + row.number(), name -> {
            mentionRows.add(row);
            return mentionRows.size() - 1;
        });
        mentionsOfFacts.get(fact).add(mention);
        why.computeIfAbsent(Evidence.Key.of(row), key -> new LinkedHashSet<>()).add(fact);
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("why");
        for (FigureRow figure : data.figures().subList(0, data.evidence().figures())) {
            numbers(json, why.getOrDefault(Evidence.Key.of(figure), Set.of()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("leftOut");
        for (FigureRow figure : data.figures().subList(0, data.evidence().figures())) {
            json.writeNumber(data.evidence().leftOut().getOrDefault(Evidence.Key.of(figure), 0));
        }
        json.writeEndArray();
        writeFacts(json);
        writeMentions(json);
        writePages(json);
        json.writeArrayFieldStart("articles");
        for (ArticleText article : data.evidence().articles()) {
            ReportJson.row(
                    json,
                    java.util.Objects.requireNonNull(pages.get(article.page())),
                    article.index(),
                    article.headline(),
                    article.text());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeFacts(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("facts");
        for (int i = 0; i < factRows.size(); i++) {
            EvidenceRow row = factRows.get(i);
            ReportJson.row(
                    json, row.factRegion(), row.place(), ReportJson.number(row.value()), row.modifier(), row.reports());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("mentionsOfFacts");
        for (Set<Integer> of : mentionsOfFacts) {
            numbers(json, of);
        }
        json.writeEndArray();
    }

    private void writeMentions(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("mentions");
        for (EvidenceRow row : mentionRows) {
            BigDecimal read = row.read();
            ReportJson.row(
                    json,
                    java.util.Objects.requireNonNull(pages.get(row.page())),
                    row.number(),
                    row.article(),
                    row.sentence(),
                    row.quote(),
                    row.start(),
                    row.end(),
                    row.fate(),
                    row.rule(),
                    read == null ? "" : read.toPlainString(),
                    row.correction());
        }
        json.writeEndArray();
    }

    private void writePages(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("pages");
        for (EvidenceRow row : pageRows) {
            ReportJson.row(json, row.paper(), row.published().toEpochDay(), row.pageKey(), row.url(), row.rules());
        }
        json.writeEndArray();
    }

    private static void numbers(JsonGenerator json, Iterable<Integer> numbers) throws IOException {
        json.writeStartArray();
        for (int number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }
}
