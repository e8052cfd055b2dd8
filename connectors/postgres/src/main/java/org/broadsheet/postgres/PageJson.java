package org.broadsheet.postgres;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.broadsheet.text.article.Repeat;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.mention.Sentence;
import org.broadsheet.text.page.Correction;

/** The lists of a page row as JSON: {@code [{"article":0,"text":"迎泽区有795个检测采样点。","start":12,"end":28}]}. */
final class PageJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private PageJson() {}

    static String repeats(List<Repeat> repeats) {
        return list(repeats, (json, repeat) -> {
            json.writeNumberField("article", repeat.article());
            json.writeStringField("text", CopyLine.storable(repeat.text()));
            json.writeNumberField("times", repeat.times());
            json.writeNumberField("removed", repeat.removed());
            json.writeStringField("kind", repeat.kind().name().toLowerCase(Locale.ROOT));
        });
    }

    static String articles(List<PageRow.ArticleRow> articles) {
        return list(articles, (json, article) -> {
            json.writeNumberField("index", article.index());
            json.writeStringField("kind", CopyLine.storable(article.kind()));
            json.writeStringField("headline", CopyLine.storable(article.headline()));
            json.writeNumberField("region", article.region());
            json.writeStringField("text", CopyLine.storable(article.text()));
        });
    }

    static String sentences(List<Sentence> sentences) {
        return list(sentences, (json, sentence) -> {
            json.writeNumberField("article", sentence.article());
            json.writeStringField("text", CopyLine.storable(sentence.text()));
            json.writeNumberField("start", sentence.start());
            json.writeNumberField("end", sentence.end());
        });
    }

    static String mentions(List<PageRow.MentionText> mentions) {
        return list(mentions, (json, mention) -> {
            json.writeNumberField("article", mention.article());
            json.writeNumberField("sentence", mention.sentence());
            json.writeNumberField("start", mention.start());
            json.writeNumberField("end", mention.end());
            json.writeStringField("quote", CopyLine.storable(mention.quote()));
            json.writeStringField("rule", CopyLine.storable(mention.rule()));
            json.writeStringField("region_why", CopyLine.storable(mention.regionWhy()));
            Correction correction = mention.correction();
            if (correction != null) {
                json.writeObjectFieldStart("correction");
                json.writeFieldName("read");
                json.writeNumber(
                        java.util.Objects.requireNonNull(mention.read()).toPlainString());
                says(json, correction);
                json.writeEndObject();
            }
        });
    }

    static String corrections(List<PageRow.CorrectionRow> corrections) {
        return list(corrections, (json, row) -> {
            Correction correction = row.correction();
            json.writeStringField("quote", CopyLine.storable(correction.quote()));
            if (correction.start() != Correction.ANYWHERE) {
                json.writeNumberField("start", correction.start());
            }
            if (!correction.metric().isEmpty()) {
                json.writeStringField("metric", CopyLine.storable(correction.metric()));
            }
            says(json, correction);
            json.writeArrayFieldStart("mentions");
            for (int number : row.mentions()) {
                json.writeNumber(number);
            }
            json.writeEndArray();
            if (row.mentions().isEmpty()) {
                json.writeBooleanField("unmatched", true);
            }
        });
    }

    private static void says(JsonGenerator json, Correction correction) throws IOException {
        BigDecimal value = correction.value();
        if (value == null) {
            json.writeBooleanField("dropped", true);
        } else {
            json.writeFieldName("value");
            json.writeNumber(value.toPlainString());
        }
        json.writeStringField("why", CopyLine.storable(correction.why()));
    }

    private static <T> String list(List<T> items, Fields<T> fields) {
        if (items.isEmpty()) {
            return "[]";
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartArray();
            for (T item : items) {
                json.writeStartObject();
                fields.write(json, item);
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes every character", e);
        }
        return text.toString();
    }

    /** What an item says of itself. */
    private interface Fields<T> {
        void write(JsonGenerator json, T item) throws IOException;
    }
}
