package org.broadsheet.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The key that a JSON object on a line gives its page: {@code {"text": "…", "source": "太原晚报", "published": "2022-11-22",
 * "page": "003"}} is 太原晚报/2022-11-22/003, as a manifest would name it; or its {@code "key"} as it stands.
 */
final class LineKey {
    private static final JsonFactory FACTORY = new JsonFactory();

    private String key = "";
    private String source = "";
    private String published = "";
    private String page = "";

    private LineKey() {}

    /** The key; null where the line does not say enough for one, or is no JSON object. */
    static byte @Nullable [] of(byte[] line) {
        LineKey said = new LineKey();
        try (JsonParser json = FACTORY.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            said.read(json);
        } catch (IOException broken) {
            return null;
        }
        return said.bytes();
    }

    private void read(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            boolean scalar = value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT;
            switch (name) {
                case "key" -> key = scalar ? json.getText() : "";
                case "source" -> source = scalar ? json.getText().strip() : "";
                case "published" -> published = scalar ? json.getText().strip() : "";
                case "page" -> page = scalar ? json.getText().strip() : "";
                default -> {}
            }
            json.skipChildren();
        }
    }

    private byte @Nullable [] bytes() {
        if (!key.isEmpty()) {
            return key.getBytes(UTF_8);
        }
        boolean named = !source.isEmpty() && !published.isEmpty() && !page.isEmpty();
        return named ? String.join("/", source, published, page).getBytes(UTF_8) : null;
    }
}
