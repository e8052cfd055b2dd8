package org.broadsheet.text.page;

import java.util.Optional;

/** Reads UTF-16 and tells it by its characters where no mark does: {@code 2D 4E FD 56} is {@code 中国}, low byte first. */
final class Utf16 {
    /** Of a hundred units, so many at least are characters of Chinese print in the right order of bytes. */
    private static final int PRINTED_PER_HUNDRED = 95;
    /** The other order makes at most so many. */
    private static final int OTHER_PER_HUNDRED = 75;

    private static final int FEWEST_UNITS = 8;

    private Utf16() {}

    /** The text where the bytes are UTF-16 without a mark. */
    static Optional<String> guess(byte[] value) {
        int units = value.length / 2;
        if (units < FEWEST_UNITS) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i + 1 < value.length; i += 2) {
            high += isPrinted(unit(value, i, true)) ? 1 : 0;
            low += isPrinted(unit(value, i, false)) ? 1 : 0;
        }
        boolean highFirst = high > low;
        boolean clear = Math.max(high, low) * 100 >= units * (long) PRINTED_PER_HUNDRED
                && Math.min(high, low) * 100 <= units * (long) OTHER_PER_HUNDRED;
        return clear ? Optional.of(decode(value, 0, highFirst)) : Optional.empty();
    }

    /** Unit by unit: lone surrogates stay what they are; a last odd byte is dropped. */
    static String decode(byte[] value, int start, boolean highFirst) {
        char[] text = new char[Math.max(0, value.length - start) / 2];
        for (int i = 0; i < text.length; i++) {
            text[i] = unit(value, start + 2 * i, highFirst);
        }
        return new String(text);
    }

    private static char unit(byte[] value, int at, boolean highFirst) {
        int first = value[at] & 0xFF;
        int second = value[at + 1] & 0xFF;
        return (char) (highFirst ? (first << 8) | second : (second << 8) | first);
    }

    private static boolean isPrinted(char c) {
        return (c >= 0x4E00 && c <= 0x9FA5)
                || (c >= ' ' && c < 0x7F)
                || c == '\n'
                || c == '\r'
                || c == '\t'
                || (c >= 0x3000 && c <= 0x301F)
                || (c >= 0xFF01 && c <= 0xFF5E)
                || (c >= 0x2010 && c <= 0x2030)
                || c == 0xB7
                || c == 0xA0
                || (c >= 0x2460 && c <= 0x2473)
                || (c >= 0x25A0 && c <= 0x2606);
    }
}
