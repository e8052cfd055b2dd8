package org.broadsheet.text.page;

import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 without fault: {@code E4 B8 AD E5 9B BD} is {@code 中国}. Chinese pages are nearly all characters of three
 * bytes, for which the decoder of the JDK is slow: a third of the time in which such a page is read. Thread-safe.
 */
final class Utf8 {
    private static final int CONTINUATION = 0x80;
    private static final int CONTINUATION_BITS = 6;

    private final byte[] value;
    private final char[] text;
    private int at;
    private int length;

    private Utf8(byte[] value) {
        this.value = value;
        this.text = new char[characters(value)];
    }

    /** The text, or null where a byte is no part of well-formed UTF-8. */
    static @Nullable String decode(byte[] value) {
        Utf8 utf8 = new Utf8(value);
        return utf8.readAll() ? new String(utf8.text, 0, utf8.length) : null;
    }

    /** At least as many as the text has UTF-16 units. */
    private static int characters(byte[] value) {
        int characters = 0;
        for (byte each : value) {
            characters += (each & 0xC0) == CONTINUATION ? 0 : 1;
            characters += (each & 0xF8) == 0xF0 ? 1 : 0;
        }
        return characters;
    }

    private boolean readAll() {
        byte[] bytes = value;
        int i = 0;
        int to = 0;
        while (i < bytes.length) {
            int first = bytes[i];
            if (first >= 0) {
                text[to++] = (char) first;
                i++;
            } else if ((first & 0xF0) == 0xE0 && i + 2 < bytes.length) {
                int second = bytes[i + 1] ^ CONTINUATION;
                int third = bytes[i + 2] ^ CONTINUATION;
                int c = (first & 0xF) << 2 * CONTINUATION_BITS | (second & 0x3F) << CONTINUATION_BITS | third & 0x3F;
                if (((second | third) & 0xC0) != 0 || c < 0x800 || Character.isSurrogate((char) c)) {
                    return false;
                }
                text[to++] = (char) c;
                i += 3;
            } else {
                at = i;
                length = to;
                if (!readRare()) {
                    return false;
                }
                i = at;
                to = length;
            }
        }
        length = to;
        return true;
    }

    /** Reads a character of two bytes or of four. */
    private boolean readRare() {
        int first = value[at] & 0xFF;
        int bytes = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xF0 && first < 0xF8 ? 4 : 0;
        if (bytes == 0 || at + bytes > value.length) {
            return false;
        }
        int codePoint = bytes == 2 ? first & 0x1F : first & 0x7;
        for (int i = 1; i < bytes; i++) {
            if ((value[at + i] & 0xC0) != CONTINUATION) {
                return false;
            }
            codePoint = codePoint << CONTINUATION_BITS | value[at + i] & 0x3F;
        }
        if (bytes == 4 && (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT || codePoint > Character.MAX_CODE_POINT)) {
            return false;
        }
        length += Character.toChars(codePoint, text, length);
        at += bytes;
        return true;
    }
}
