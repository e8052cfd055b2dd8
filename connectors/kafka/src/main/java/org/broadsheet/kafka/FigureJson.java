package org.broadsheet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import org.broadsheet.text.figure.Figure;

/**
 * A figure as it stands in the topic (docs/TOPICS.md): {@code {"region":"140106","metric":"test_sites",…,"value":795,…}}
 * under the key {@code 140106/test_sites/current/2022-11-22}. Equal figures give equal bytes. Thread-safe.
 */
final class FigureJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private FigureJson() {}

    static byte[] key(Figure figure) {
        return String.join("/", region(figure), figure.metric(), figure.scope().label(), day(figure))
                .getBytes(UTF_8);
    }

    static byte[] value(Figure figure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("region", region(figure));
            json.writeStringField("metric", figure.metric());
            json.writeStringField("scope", figure.scope().label());
            json.writeStringField("day", day(figure));
            json.writeNumberField("value", figure.value());
            json.writeStringField("modifier", figure.modifier().label());
            json.writeStringField("basis", figure.basis().label());
            json.writeNumberField("parts", figure.parts());
            json.writeNumberField("parts_of", figure.partsOf());
            json.writeNumberField("reports", figure.reports());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String region(Figure figure) {
        return String.format(Locale.ROOT, "%06d", figure.region());
    }

    private static String day(Figure figure) {
        return LocalDate.ofEpochDay(figure.day()).toString();
    }
}
