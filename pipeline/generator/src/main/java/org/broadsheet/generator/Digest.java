package org.broadsheet.generator;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.broadsheet.text.page.Header;
import org.jspecify.annotations.Nullable;

/** SHA-256 of what is sent, by the words of TOPICS.md: lengths and bytes of the value and of the headers by name. */
final class Digest {
    private Digest() {}

    static String of(byte @Nullable [] value, List<Header> headers) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, value == null ? new byte[0] : value);
            List<Header> sorted = new ArrayList<>(headers);
            sorted.sort(java.util.Comparator.comparing(Header::name));
            for (Header header : sorted) {
                write(out, header.name().getBytes(StandardCharsets.UTF_8));
                write(out, header.value());
            }
            return of(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory can be written", impossible);
        }
    }

    /** Of the bytes alone: the key of a page that was sent without one. */
    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeLong(bytes.length);
        out.write(bytes);
    }
}
