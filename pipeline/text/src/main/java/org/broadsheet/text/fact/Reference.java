package org.broadsheet.text.fact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * A name of 128 bits that follows from what it names: the first half of a SHA-256. Written as a UUID.
 *
 * <p>A page's is made of key, revision, content and rules; a fact's of metric, region, place, scope, value, modifier
 * and day.
 */
public record Reference(long high, long low) implements Comparable<Reference> {
    /** The reference of a sequence of parts; {@code of("a", "b")} and {@code of("ab")} differ. */
    public static Reference of(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new Reference(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** In the order of the text form: both halves unsigned. */
    @Override
    public int compareTo(Reference other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** {@code 0b3f…-…}: 36 characters, as PostgreSQL's {@code uuid} reads and writes it. */
    @Override
    public String toString() {
        return new UUID(high, low).toString();
    }
}
