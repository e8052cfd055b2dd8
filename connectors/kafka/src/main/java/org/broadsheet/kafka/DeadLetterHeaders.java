package org.broadsheet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.text.page.DeadLetter;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;

/**
 * What a dead letter says about itself in headers behind the page's own: {@code dead-letter-reason: not-text}. All
 * values are UTF-8.
 */
final class DeadLetterHeaders {
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";
    static final String STAGE = "dead-letter-stage";
    static final String REASON = "dead-letter-reason";
    static final String DETAIL = "dead-letter-detail";
    static final String RULES = "dead-letter-rules";

    private static final Charset ENCODING = UTF_8;
    private static final List<String> NAMES = List.of(TOPIC, PARTITION, OFFSET, STAGE, REASON, DETAIL, RULES);

    private DeadLetterHeaders() {}

    /** The page's own headers, then ours; those of an earlier rejection are left out. */
    static List<Header> of(DeadLetter letter) {
        RawPage page = letter.page();
        Map<String, String> ours = new LinkedHashMap<>();
        ours.put(TOPIC, page.topic());
        ours.put(PARTITION, Integer.toString(page.partition()));
        ours.put(OFFSET, Long.toString(page.offset()));
        ours.put(STAGE, letter.stage().label());
        ours.put(REASON, letter.reason().label());
        ours.put(DETAIL, letter.detail());
        ours.put(RULES, letter.rules());
        List<Header> all = new ArrayList<>(own(page.headers()));
        ours.forEach((name, value) -> all.add(new Header(name, value.getBytes(ENCODING))));
        return all;
    }

    /** The page's own headers, as it came. */
    static List<Header> own(List<Header> headers) {
        return headers.stream().filter(header -> !NAMES.contains(header.name())).toList();
    }

    /** What the header of that name says; the empty string where there is none. */
    static String text(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .map(header -> new String(header.value(), ENCODING))
                .reduce("", (before, last) -> last);
    }
}
