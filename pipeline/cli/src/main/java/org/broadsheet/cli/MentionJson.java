package org.broadsheet.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadsheet.text.mention.Mention;

/** A mention as {@code extract --json} prints it. */
final class MentionJson {
    private MentionJson() {}

    static Map<String, Object> of(String file, Mention mention) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("metric", mention.metric());
        json.put("value", mention.value());
        json.put("modifier", mention.modifier().label());
        json.put("region", mention.region() == 0 ? "" : Integer.toString(mention.region()));
        json.put("place", mention.place());
        json.put("scope", mention.scope().label());
        json.put("date", ArticleJson.day(mention.day()));
        json.put("quote", mention.quote());
        json.put("article", mention.article());
        json.put("start", mention.start());
        json.put("end", mention.end());
        json.put("rule", mention.rule());
        return json;
    }
}
