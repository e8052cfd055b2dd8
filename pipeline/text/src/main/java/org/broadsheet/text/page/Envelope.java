package org.broadsheet.text.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;

/**
 * Opens a page sent as JSON: {@code {"text": "本报讯 …", "source": "太原晚报", "published": "2022-11-22"}}, or an
 * article of a press system with {@code "title"} and {@code "content"} instead of {@code "text"}.
 *
 * <p>Fields not known here are passed over. Thread-safe.
 */
final class Envelope {
    private static final List<String> FIELDS = List.of("source", "published", "home", "url", "revision");

    private final PressNames names;
    private final HtmlText html;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    Envelope(PressNames names, HtmlText html) {
        this.names = names;
        this.html = html;
    }

    /** Whether the text is meant to be a JSON object. */
    static boolean isEnvelope(String text) {
        int first = 0;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first < text.length() && text.charAt(first) == '{';
    }

    /** The {@code text} in the envelope; what else it says goes to {@code claims}. */
    Decoding open(String envelope, Claims claims) {
        JsonNode root;
        try {
            root = json.readTree(envelope);
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            return new Decoding.Refused(Reason.NO_TEXT, "a JSON object that breaks off or has a fault in line " + line);
        }
        for (String field : FIELDS) {
            JsonNode value = root.path(field);
            if (value.isContainerNode()) {
                claims.add(field, value.isArray() ? "[...]" : "{...}");
            } else if (!value.isMissingNode() && !value.isNull()) {
                claims.add(field, value.asText());
            }
        }
        JsonNode text = root.path("text");
        if (text.isTextual()) {
            String page = text.textValue();
            return new Decoding.Text(HtmlText.isHtml(page) ? html.of(page, claims) : page);
        }
        return text.isMissingNode() ? article(root, claims) : refused("a \"text\" that is no string");
    }

    private Decoding article(JsonNode root, Claims claims) {
        PressArticles articles = new PressArticles(names);
        root.properties().forEach(field -> {
            String part = names.data(field.getKey().toLowerCase(Locale.ROOT));
            if (part != null && field.getValue().isTextual()) {
                String value = field.getValue().textValue();
                articles.add(part, part.equals("body") ? html.ofPiece(value) : value);
            }
        });
        if (!articles.hasBody()) {
            return refused("no \"text\"");
        }
        articles.claim(claims);
        return new Decoding.Text(articles.written());
    }

    private static Decoding refused(String found) {
        return new Decoding.Refused(Reason.NO_TEXT, "a JSON object with " + found);
    }
}
