package org.broadsheet.generator;

import java.util.List;
import java.util.Locale;

/**
 * A sentence with gaps: {@code {r}新增{b1}，…。}
 *
 * @param city whether it is of a city and two of its counties
 * @param span of all its figures
 * @param groups of its figures in their order; {@code same}: the thing of the first
 * @param head up to the last comma, with the gaps
 * @param tail behind the last comma, the full stop included; may be worn
 */
record Frame(boolean city, Span span, List<String> groups, String head, String tail) {
    /** What stands for the thing of the first figure. */
    static final String SAME = "same";

    static Frame of(List<String> row) {
        String template = row.get(3);
        int comma = template.lastIndexOf('，');
        return new Frame(
                row.get(0).equals("city"),
                Span.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                List.of(row.get(2).split(",", -1)),
                template.substring(0, comma),
                template.substring(comma + 1));
    }
}
