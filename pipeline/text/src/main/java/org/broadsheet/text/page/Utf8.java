package org.broadsheet.text.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 that has nothing strange in it, two characters at a step: {@code E4 B8 AD E5 9B BD} is {@code 中国}. What
 * has a fault, a control character or U+FFFD is left to others. Not thread-safe.
 */
final class Utf8 {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The bits that tell two characters of three bytes each, and what they are. */
    private static final long MARKS_OF_TWO = 0xC0C0F0_C0C0F0L;

    private static final long TWO_THREES = 0x8080E0_8080E0L;
    /** The bits that tell a character of three bytes with one of one byte behind it, and what they are. */
    private static final int MARKS_AND_ASCII = 0x80_C0C0F0;

    private static final int THREE = 0x8080E0;
    /** Of the sixteen first bytes of three those that may begin a fault: {@code E0} and {@code ED}. */
    private static final int DOUBTFUL = 1 | 1 << 0xD;

    /** Characters for which there is always room. */
    private static final int ROOM = 4;

    private static final int SHORTEST_OF_THREE = 0x800;
    private static final int BEHIND_CONTROLS = 0xA0;
    private static final char FAULT = '\uFFFD';
    private static final int DELETE = 0x7F;
    /** 1 for each ASCII character that is no text. */
    private static final byte[] CONTROLS = new byte[DELETE + 1];

    static {
        for (int c = 0; c <= DELETE; c++) {
            CONTROLS[c] = (byte) (c < '\t' || (c > '\r' && c < ' ') || c == DELETE ? 1 : 0);
        }
    }

    private final byte[] bytes;
    private char[] text;
    private int at;
    private int length;

    private Utf8(byte[] bytes, int start) {
        this.bytes = bytes;
        this.text = new char[(bytes.length - start) / 2 + ROOM];
        this.at = start;
    }

    /** The text from the byte {@code start} on; null where something is strange. */
    static @Nullable String decode(byte[] bytes, int start) {
        Utf8 utf8 = new Utf8(bytes, start);
        while (utf8.at < bytes.length) {
            utf8.readPairs();
            if (utf8.at < bytes.length && !utf8.readOne()) {
                return null;
            }
            if (utf8.length + ROOM > utf8.text.length) {
                utf8.text = Arrays.copyOf(utf8.text, bytes.length - start + ROOM);
            }
        }
        String text = new String(utf8.text, 0, utf8.length);
        return text.indexOf(FAULT) < 0 ? text : null;
    }

    /** Reads what has three bytes a character, or one, two characters at a step where that goes. */
    private void readPairs() {
        int i = at;
        int n = length;
        while (i + Long.BYTES <= bytes.length && n + ROOM <= text.length) {
            long word = (long) WORDS.get(bytes, i);
            if ((word & MARKS_OF_TWO) == TWO_THREES && !isDoubtful((int) word) && !isDoubtful((int) (word >>> 24))) {
                long two = ((word & 0x00000F_00000FL) << 12)
                        | ((word >> 2) & 0x000FC0_000FC0L)
                        | ((word >> 16) & 0x00003F_00003FL);
                text[n] = (char) two;
                text[n + 1] = (char) (two >>> 24);
                n += 2;
                i += 6;
                continue;
            }
            int first = (int) word;
            if ((first & MARKS_AND_ASCII) == THREE && !isDoubtful(first) && CONTROLS[first >>> 24] == 0) {
                text[n] = (char) (((first & 0xF) << 12) | ((first >> 2) & 0xFC0) | ((first >> 16) & 0x3F));
                text[n + 1] = (char) (first >>> 24);
                n += 2;
                i += 4;
            } else if ((first & 0x80) == 0 && CONTROLS[first & DELETE] == 0) {
                text[n++] = (char) (first & DELETE);
                i++;
            } else {
                break;
            }
        }
        at = i;
        length = n;
    }

    private static boolean isDoubtful(int three) {
        return ((DOUBTFUL >>> (three & 0xF)) & 1) != 0;
    }

    /** Reads a character of any length; false where it is strange. */
    private boolean readOne() {
        int first = bytes[at] & 0xFF;
        if (first <= DELETE) {
            text[length++] = (char) first;
            at++;
            return CONTROLS[first] == 0;
        }
        int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        if (first < 0xC0 || first >= 0xF8 || at + more >= bytes.length) {
            return false;
        }
        int c = first & (0x3F >> more);
        for (int i = 1; i <= more; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return false;
            }
            c = (c << 6) | (bytes[at + i] & 0x3F);
        }
        at += more + 1;
        int least =
                more == 3 ? Character.MIN_SUPPLEMENTARY_CODE_POINT : more == 2 ? SHORTEST_OF_THREE : BEHIND_CONTROLS;
        if (c < least
                || c > Character.MAX_CODE_POINT
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            return false;
        }
        length += Character.toChars(c, text, length);
        return true;
    }
}
