package org.broadsheet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.text.page.Header;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two records are the same, key, headers and value: the first half of a SHA-256. Another day in the header
 * {@code published} makes it another.
 */
public record Fingerprint(long high, long low) {
    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{32}");

    /** Of a record; what is missing differs from what is empty. */
    public static Fingerprint of(byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
        MessageDigest digest = sha256();
        add(digest, key);
        add(digest, value);
        for (Header header : headers) {
            add(digest, header.name().getBytes(UTF_8));
            add(digest, header.value());
        }
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new Fingerprint(bytes.getLong(), bytes.getLong());
    }

    /** The length before it keeps {@code ab, c} and {@code a, bc} apart. */
    private static void add(MessageDigest digest, byte @Nullable [] part) {
        int length = part == null ? -1 : part.length;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        if (part != null) {
            digest.update(part);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** From its 32 hexadecimal digits; empty where it is something else. */
    public static Optional<Fingerprint> parse(String digits) {
        return WRITTEN.matcher(digits).matches()
                ? Optional.of(new Fingerprint(
                        HexFormat.fromHexDigitsToLong(digits, 0, 16), HexFormat.fromHexDigitsToLong(digits, 16, 32)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
