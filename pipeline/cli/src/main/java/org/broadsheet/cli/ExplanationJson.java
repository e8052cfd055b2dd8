package org.broadsheet.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadsheet.text.mention.Explanation;

/** Why a number is a mention or none, as {@code extract --explain --json} prints it. */
final class ExplanationJson {
    private ExplanationJson() {}

    static Map<String, Object> of(String file, Explanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("number", explanation.number());
        json.put("metrics", explanation.metrics());
        json.put("reason", explanation.reason());
        json.put("around", explanation.around());
        json.put("article", explanation.article());
        json.put("start", explanation.start());
        json.put("end", explanation.end());
        return json;
    }
}
