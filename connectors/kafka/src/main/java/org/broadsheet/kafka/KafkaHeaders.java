package org.broadsheet.kafka;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.broadsheet.text.page.Header;

/** Headers of a record, {@code source: 太原晚报}, from Kafka's form to ours and back, in their order. */
final class KafkaHeaders {
    private static final byte[] NOTHING = {};

    private KafkaHeaders() {}

    /** A header without a value becomes one with an empty value. */
    static List<Header> read(Headers headers) {
        List<Header> read = new ArrayList<>();
        for (org.apache.kafka.common.header.Header header : headers) {
            read.add(new Header(header.key(), header.value() == null ? NOTHING : header.value()));
        }
        return List.copyOf(read);
    }

    static RecordHeaders write(List<Header> headers) {
        RecordHeaders written = new RecordHeaders();
        headers.forEach(header -> written.add(header.name(), header.value()));
        return written;
    }
}
