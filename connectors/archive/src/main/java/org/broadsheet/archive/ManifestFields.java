package org.broadsheet.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one line of a manifest, {@code "home": "140100"} or {@code "home": 140100}.
 *
 * @param before stands before each fault: file and line
 * @param faults gets those that are found
 */
record ManifestFields(JsonNode object, String before, List<String> faults) {

    /** The line as a whole; empty where it has a fault. */
    Optional<ManifestEntry> entry() {
        int found = faults.size();
        String file = Manifest.normal(text("file"));
        if (file.isEmpty()) {
            faults.add(before + "file is missing");
        }
        ManifestEntry entry =
                new ManifestEntry(file, text("source"), published(), home(), text("page"), text("url"), revision());
        return faults.size() == found ? Optional.of(entry) : Optional.empty();
    }

    /** Numbers are taken for their digits; null and missing are the empty string. */
    private String text(String name) {
        JsonNode node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isTextual() && !node.isIntegralNumber()) {
            faults.add(before + name + " is neither a string nor a whole number");
            return "";
        }
        return node.asText().strip();
    }

    private String published() {
        String day = text("published");
        try {
            return day.isEmpty() ? "" : LocalDate.parse(day).toString();
        } catch (DateTimeException e) {
            faults.add(before + "published is no day (2022-11-22): " + day);
            return "";
        }
    }

    private String home() {
        String code = text("home");
        if (!code.isEmpty() && !(code.length() == 6 && isDigits(code))) {
            faults.add(before + "home is no six-digit code (140100): " + code);
            return "";
        }
        return code;
    }

    private @Nullable Long revision() {
        String number = text("revision");
        if (number.isEmpty()) {
            return null;
        }
        if (number.length() > 18 || !isDigits(number)) {
            faults.add(before + "revision is no whole number: " + number);
            return null;
        }
        return Long.valueOf(number);
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
