package org.broadsheet.text.fact;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes numbers and names in few bytes: {@code 795} is two, {@code 桃园街道} thirteen. What it writes a {@link
 * PackedReader} reads in the same order. Not thread-safe.
 */
public final class PackedWriter {
    private static final int SEVEN = 7;
    private static final int MORE = 0x80;

    private byte[] bytes = new byte[64];
    private int length;

    /** A number that is hardly ever negative: one byte below 128, ten bytes at most. */
    public PackedWriter number(long value) {
        long rest = value;
        while ((rest & -MORE) != 0) {
            one((int) ((rest & (MORE - 1)) | MORE));
            rest >>>= SEVEN;
        }
        return one((int) rest);
    }

    /** A number of either sign. */
    public PackedWriter signed(long value) {
        return number((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    /** A number of which every bit is as likely, in eight bytes. */
    public PackedWriter whole(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            one((int) (value >>> shift));
        }
        return this;
    }

    /** A reference, in sixteen bytes. */
    public PackedWriter reference(Reference reference) {
        return whole(reference.high()).whole(reference.low());
    }

    /** Some bytes, behind their number. */
    public PackedWriter bytes(byte[] some) {
        number(some.length);
        reserve(some.length);
        System.arraycopy(some, 0, bytes, length, some.length);
        length += some.length;
        return this;
    }

    /** A name, in UTF-8. */
    public PackedWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A decimal, exactly. */
    public PackedWriter decimal(BigDecimal value) {
        return signed(value.scale()).bytes(value.unscaledValue().toByteArray());
    }

    /** 64 bits that follow from what was written, spread evenly. */
    public long hash() {
        return Mixer.mix(toBytes());
    }

    /** What was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private PackedWriter one(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
        return this;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
