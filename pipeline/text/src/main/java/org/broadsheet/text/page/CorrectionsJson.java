package org.broadsheet.text.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Corrections as the header writes them: {@code {"made":1,"mentions":[{"quote":"795个检测采样点","start":17,
 * "metric":"test_sites","value":705,"why":"误识"}]}}; a dropped mention has {@code "drop":true} for the value. Fields always in
 * this order, no white space, {@code start} and {@code metric} left out where they say nothing.
 */
final class CorrectionsJson {
    private static final Set<String> FIELDS = Set.of("made", "mentions");
    private static final Set<String> FIELDS_OF_ONE = Set.of("quote", "start", "metric", "drop", "value", "why");

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CorrectionsJson() {}

    /** A fault of the header, in plain words. */
    private static final class Fault extends Exception {
        Fault(String sentence) {
            super(sentence);
        }
    }

    /**
     * What a header says.
     *
     * @param header its text
     * @param faults takes what is wrong with it
     * @return null where something is
     */
    static @Nullable Corrections read(String header, List<String> faults) {
        try {
            JsonNode root = JSON.readTree(header);
            check(root.isObject(), "it is no JSON object");
            known(root, FIELDS);
            JsonNode made = root.path("made");
            check(
                    made.isIntegralNumber() && made.canConvertToLong() && made.longValue() > 0,
                    "made is no number from 1");
            check(root.path("mentions").isArray(), "mentions is no list");
            List<Correction> list = new ArrayList<>();
            for (JsonNode one : root.path("mentions")) {
                list.add(correction(one));
            }
            Corrections corrections = new Corrections(made.longValue(), list);
            for (int i = 1; i < list.size(); i++) {
                Correction one = corrections.list().get(i);
                check(!one.hasAimOf(corrections.list().get(i - 1)), "two of them are about " + one.quote());
            }
            return corrections;
        } catch (JsonProcessingException | NumberFormatException broken) {
            // the latter of 1e9999999992
            faults.add("corrections: it is no JSON");
        } catch (Fault fault) {
            faults.add("corrections: " + fault.getMessage());
        }
        return null;
    }

    private static Correction correction(JsonNode one) throws Fault {
        check(one.isObject(), "a mention is no JSON object");
        known(one, FIELDS_OF_ONE);
        JsonNode start = one.path("start");
        check(start.isMissingNode() || (start.isInt() && start.intValue() >= 0), "start is no offset");
        JsonNode metric = one.path("metric");
        check(metric.isMissingNode() || metric.isTextual(), "metric is no text");
        JsonNode drop = one.path("drop");
        JsonNode value = one.path("value");
        check(drop.isMissingNode() != value.isMissingNode(), "there must be one of drop and value");
        check(drop.isMissingNode() || (drop.isBoolean() && drop.booleanValue()), "drop can only be true");
        return new Correction(
                text(one, "quote"),
                start.asInt(Correction.ANYWHERE),
                metric.asText(""),
                value.isMissingNode() ? null : value(value),
                text(one, "why"));
    }

    private static BigDecimal value(JsonNode value) throws Fault {
        check(value.isNumber(), "value is no number");
        BigDecimal number = value.decimalValue();
        check(Correction.canBeValue(number), "value is negative or too long");
        return number;
    }

    private static String text(JsonNode one, String field) throws Fault {
        JsonNode text = one.path(field);
        check(text.isTextual() && !text.textValue().isBlank(), field + " is missing");
        return text.textValue();
    }

    private static void known(JsonNode object, Set<String> fields) throws Fault {
        for (var field : object.properties()) {
            check(fields.contains(field.getKey()), "there is no " + field.getKey());
        }
    }

    private static void check(boolean good, String fault) throws Fault {
        if (!good) {
            throw new Fault(fault);
        }
    }

    /** The header's bytes. */
    static byte[] write(Corrections corrections) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("made", corrections.made());
            json.writeArrayFieldStart("mentions");
            for (Correction one : corrections.list()) {
                write(one, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory can be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Correction one, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("quote", one.quote());
        if (one.start() != Correction.ANYWHERE) {
            json.writeNumberField("start", one.start());
        }
        if (!one.metric().isEmpty()) {
            json.writeStringField("metric", one.metric());
        }
        BigDecimal value = one.value();
        if (value == null) {
            json.writeBooleanField("drop", true);
        } else {
            json.writeFieldName("value");
            json.writeNumber(value.toPlainString());
        }
        json.writeStringField("why", one.why());
        json.writeEndObject();
    }
}
