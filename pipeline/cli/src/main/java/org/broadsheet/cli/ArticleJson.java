package org.broadsheet.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.Bylines;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Repeat;
import org.broadsheet.text.article.Role;
import org.broadsheet.text.mention.Extraction;

/** An article as {@code read --json} prints it. */
final class ArticleJson {
    private ArticleJson() {}

    static Map<String, Object> of(String file, Article article, CleanPage clean, Extraction.ArticleContext context) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("index", article.index());
        json.put("kind", article.kind().name().toLowerCase(java.util.Locale.ROOT));
        json.put("headline", article.text(Role.HEADLINE));
        json.put("kicker", article.text(Role.KICKER));
        json.put("subhead", article.text(Role.SUBHEAD));
        json.put("byline", new Bylines().of(article));
        json.put("dateline", context.dateline() == Integer.MIN_VALUE ? "" : day(context.dateline()));
        json.put("region", context.region() == 0 ? "" : Integer.toString(context.region()));
        List<CleanText> body = body(article);
        json.put("text", String.join("\n", body));
        json.put("start", body.isEmpty() ? 0 : body.get(0).origin(0));
        json.put("end", body.isEmpty() ? 0 : end(body.get(body.size() - 1)));
        json.put("continues_on", article.continuesOn());
        json.put("continued_from", article.continuedFrom());
        json.put("repeats", repeats(article, clean));
        return json;
    }

    static String day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }

    private static List<CleanText> body(Article article) {
        return article.paragraphs().stream()
                .filter(paragraph -> paragraph.role() == Role.BODY
                        || paragraph.role() == Role.SECTION
                        || paragraph.role() == Role.JUMP)
                .map(Paragraph::text)
                .filter(text -> text.length() > 0)
                .toList();
    }

    private static int end(CleanText text) {
        return text.originEnd(text.length());
    }

    private static List<Map<String, Object>> repeats(Article article, CleanPage clean) {
        List<Map<String, Object>> repeats = new ArrayList<>();
        for (Repeat repeat : clean.repeats()) {
            if (repeat.article() == article.index()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("text", repeat.text());
                json.put("times", repeat.times());
                json.put("removed", repeat.removed());
                json.put("kind", repeat.kind().name().toLowerCase(java.util.Locale.ROOT));
                repeats.add(json);
            }
        }
        return repeats;
    }
}
