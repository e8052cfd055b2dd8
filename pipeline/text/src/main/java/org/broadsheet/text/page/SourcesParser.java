package org.broadsheet.text.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the list of papers token by token, so that every fault has its line: {@code line 3: 太原晚报: ...}. */
final class SourcesParser {
    private final JsonParser parser;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Sources.Paper> byName = new HashMap<>();

    SourcesParser(JsonParser parser) {
        this.parser = parser;
    }

    Sources parse() throws IOException {
        try {
            parseDocument();
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            faults.add("line " + line + ": this is no YAML: "
                    + broken.getOriginalMessage().lines().findFirst().orElse("it breaks off"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidSourcesException(faults);
        }
        return new Sources(byName);
    }

    private void parseDocument() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            fault("wanted 'papers:' and below it one line a paper, such as '太原晚报: 140100'");
            return;
        }
        boolean found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!name.equals("papers")) {
                fault("'" + name + "' is not known here; wanted 'papers'");
                parser.skipChildren();
            } else if (value != JsonToken.START_OBJECT) {
                fault("papers: wanted one line a paper, such as '太原晚报: 140100'");
                parser.skipChildren();
                found = true;
            } else {
                parsePapers();
                found = true;
            }
        }
        if (!found) {
            fault("'papers' is missing");
        }
    }

    private void parsePapers() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName().strip();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                parsePaper(name);
            } else if (value.isScalarValue()) {
                add(name, parser.getText(), List.of());
            } else {
                fault(name + ": wanted a six-digit code or {home: ..., also: [...]}");
                parser.skipChildren();
            }
        }
    }

    private void parsePaper(String name) throws IOException {
        @Nullable String home = null;
        List<String> also = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("home") && value.isScalarValue()) {
                home = parser.getText();
            } else if (field.equals("also") && value == JsonToken.START_ARRAY) {
                parseNames(name, also);
            } else {
                fault(name + ": '" + field + "' is not known here; wanted 'home: 140100' or 'also: [...]'");
                parser.skipChildren();
            }
        }
        if (home == null) {
            fault(name + ": 'home' is missing");
        } else {
            add(name, home, also);
        }
    }

    private void parseNames(String name, List<String> also) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                also.add(parser.getText().strip());
            } else {
                fault(name + ": 'also' holds names only");
                parser.skipChildren();
            }
        }
    }

    private void add(String name, String home, List<String> also) {
        int code = RegionCodes.parse(home);
        if (code == 0) {
            fault(name + ": home is " + home + ", wanted a six-digit code such as 140100");
        }
        List<String> names = new ArrayList<>();
        names.add(name);
        names.addAll(also);
        Sources.Paper paper = new Sources.Paper(name, code, List.copyOf(names));
        for (String each : names) {
            if (each.isBlank()) {
                fault(name + ": an empty name");
            }
            Sources.Paper other = byName.putIfAbsent(each, paper);
            if (other != null) {
                fault(each + ": stands here twice" + (other.name().equals(name) ? "" : ", also under " + other.name()));
            }
        }
    }

    private void fault(String words) {
        faults.add("line " + parser.currentTokenLocation().getLineNr() + ": " + words);
    }
}
