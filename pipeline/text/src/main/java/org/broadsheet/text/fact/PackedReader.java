package org.broadsheet.text.fact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a {@link PackedWriter} wrote, in the same order: {@code 795}, {@code 桃园街道}. Not thread-safe.
 */
public final class PackedReader {
    private static final int SEVEN = 7;
    private static final int MORE = 0x80;

    private final byte[] bytes;
    private int next;

    /** @param bytes what was written; nobody may change it meanwhile */
    public PackedReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether all was read. */
    public boolean isAtEnd() {
        return next == bytes.length;
    }

    /** What {@link PackedWriter#number} wrote. */
    public long number() {
        long value = 0;
        int shift = 0;
        byte one = bytes[next++];
        while ((one & MORE) != 0) {
            value |= (long) (one & (MORE - 1)) << shift;
            shift += SEVEN;
            one = bytes[next++];
        }
        return value | ((long) one << shift);
    }

    /** The same, of what is an {@code int}. */
    public int small() {
        return (int) number();
    }

    /** What {@link PackedWriter#signed} wrote. */
    public long signed() {
        long folded = number();
        return (folded >>> 1) ^ -(folded & 1);
    }

    /** What {@link PackedWriter#whole} wrote. */
    public long whole() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << Byte.SIZE) | (bytes[next++] & 0xFF);
        }
        return value;
    }

    /** What {@link PackedWriter#reference} wrote. */
    public Reference reference() {
        long high = whole();
        return new Reference(high, whole());
    }

    /** What {@link PackedWriter#bytes} wrote. */
    public byte[] some() {
        int length = small();
        next += length;
        return Arrays.copyOfRange(bytes, next - length, next);
    }

    /** What {@link PackedWriter#text} wrote. */
    public String text() {
        int length = small();
        next += length;
        return new String(bytes, next - length, length, StandardCharsets.UTF_8);
    }

    /** Passes over a {@link #reference}. */
    void skipReference() {
        next += 2 * Long.BYTES;
    }

    /** Passes over a {@link #text}. */
    void skipText() {
        int length = small();
        next += length;
    }

    /** What {@link PackedWriter#decimal} wrote. */
    public BigDecimal decimal() {
        int scale = (int) signed();
        return new BigDecimal(new BigInteger(some()), scale);
    }
}
