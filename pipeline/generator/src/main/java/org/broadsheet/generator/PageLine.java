package org.broadsheet.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;
import org.jspecify.annotations.Nullable;

/** A page as a line of a file: {@code {"text":"…","source":"太原新报","published":"2013-03-18","page":"0012-07"}}. */
final class PageLine {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final ObjectMapper JSON = new ObjectMapper();

    private PageLine() {}

    /** The same page, all that was said of it in one JSON object; its content is another, and so is the key of one that has none. */
    static Delivery of(Delivery delivery) {
        RawPage raw = delivery.raw();
        Told.Printed told = (Told.Printed) delivery.told();
        byte[] line = line(raw);
        Told.Printed page = new Told.Printed(
                raw.key() == null ? Digest.of(line) : told.key(),
                told.revision(),
                told.corrected(),
                Digest.of(line, List.of()),
                told.source(),
                told.published(),
                told.home(),
                told.paragraphs(),
                told.repeated(),
                told.removed(),
                told.mentions());
        return new Delivery(new RawPage("", 0, 0, raw.key(), line, List.of()), page, delivery.ingredients());
    }

    private static byte[] line(RawPage raw) {
        Map<String, String> said = new LinkedHashMap<>();
        String text = text(Objects.requireNonNull(raw.value()));
        try {
            if (text.startsWith("{")) {
                for (Map.Entry<String, JsonNode> field : JSON.readTree(text).properties()) {
                    said.put(field.getKey(), field.getValue().asText());
                }
            } else {
                said.put("text", text);
            }
            for (Header header : raw.headers()) {
                said.put(header.name(), new String(header.value(), UTF_8));
            }
            byte @Nullable [] key = raw.key();
            if (key != null) {
                String name = new String(key, UTF_8);
                said.put("page", name.substring(name.lastIndexOf('/') + 1));
            }
            return JSON.writeValueAsBytes(said);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("what was written as JSON can be read", impossible);
        }
    }

    private static String text(byte[] value) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException other) {
            return new String(value, GB18030);
        }
    }
}
