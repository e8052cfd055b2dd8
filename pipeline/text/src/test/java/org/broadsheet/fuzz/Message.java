package org.broadsheet.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.text.page.Header;

/**
 * A record as a file: headers a line each, {@code source: 太原晚报}, an empty line, the value. Whatever the bytes are, they are one.
 *
 * @param headers in their order; the one named {@code key} is among them
 */
public record Message(List<Header> headers, byte[] value) {
    /** Reads one; lines without a colon are headers without a value. */
    public static Message of(byte[] bytes) {
        List<Header> headers = new ArrayList<>();
        int at = 0;
        while (at < bytes.length && bytes[at] != '\n') {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            headers.add(header(bytes, at, end));
            at = Math.min(bytes.length, end + 1);
        }
        return new Message(headers, Arrays.copyOfRange(bytes, Math.min(bytes.length, at + 1), bytes.length));
    }

    private static Header header(byte[] bytes, int start, int end) {
        int colon = start;
        while (colon < end && bytes[colon] != ':') {
            colon++;
        }
        String name = new String(bytes, start, colon - start, UTF_8);
        return new Header(name, Arrays.copyOfRange(bytes, Math.min(end, colon + 2), Math.max(end, colon + 2)));
    }
}
