package org.broadsheet.text.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the encoding of a page and decodes it: {@code D6 D0 B9 FA} is {@code 中国} in GB18030.
 *
 * <p>In this order: a known kind of file by its magic number is no text; a byte-order mark decides; bytes that are
 * UTF-8 without fault and hold no zero byte are UTF-8; bytes of which nearly all pairs are characters of Chinese print in
 * UTF-16 are that; UTF-8 without fault; what reads as Chinese in GB18030; UTF-8 with a fault in at most one of a thousand
 * characters (a page cut in the middle of one). A fault that is let pass is shown as U+FFFD. All else is refused.
 * Thread-safe.
 */
final class TextDecoder {
    /** Of a hundred characters, more than so many control characters are no text. */
    private static final int CONTROLS_PER_HUNDRED = 5;

    private static final char FAULT = '\uFFFD';

    private final MagicNumbers magicNumbers = new MagicNumbers();
    private final Gb18030 gb18030 = new Gb18030();

    Decoding decode(byte[] value) {
        Optional<String> known = magicNumbers.nameOf(value);
        if (known.isPresent()) {
            return new Decoding.Refused(Reason.NOT_TEXT, known.get());
        }
        String plain = Utf8.decode(value, startsWith(value, 0xEF, 0xBB, 0xBF) ? 3 : 0);
        if (plain != null) {
            return new Decoding.Text(withoutMark(plain));
        }
        Optional<String> marked = decodeMarked(value);
        if (marked.isPresent()) {
            return checked(marked.get());
        }
        String utf8 = new String(value, StandardCharsets.UTF_8);
        boolean faultless = utf8.indexOf(FAULT) < 0;
        if (faultless && utf8.indexOf('\0') < 0) {
            return checked(utf8);
        }
        Optional<String> utf16 = Utf16.guess(value);
        if (utf16.isPresent()) {
            return checked(utf16.get());
        }
        if (faultless || isFaultless(value)) {
            return checked(utf8);
        }
        Optional<String> chinese = gb18030.decode(value);
        return chinese.isPresent() ? checked(chinese.get()) : decodeDamaged(utf8);
    }

    private static Optional<String> decodeMarked(byte[] value) {
        if (startsWith(value, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new String(value, 3, value.length - 3, StandardCharsets.UTF_8));
        }
        if (startsWith(value, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(new String(value, 4, value.length - 4, Charset.forName("UTF-32LE")));
        }
        if (startsWith(value, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(new String(value, 4, value.length - 4, Charset.forName("UTF-32BE")));
        }
        if (startsWith(value, 0xFF, 0xFE)) {
            return Optional.of(Utf16.decode(value, 2, false));
        }
        if (startsWith(value, 0xFE, 0xFF)) {
            return Optional.of(Utf16.decode(value, 2, true));
        }
        if (startsWith(value, 0x84, 0x31, 0x95, 0x33)) {
            return Optional.of(new String(value, 4, value.length - 4, Gb18030.CHARSET));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] value, int... mark) {
        if (value.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((value[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the bytes are UTF-8, though they write U+FFFD themselves. */
    private static boolean isFaultless(byte[] value) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
            return true;
        } catch (CharacterCodingException fault) {
            return false;
        }
    }

    private static Decoding decodeDamaged(String text) {
        int faults = 0;
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            faults += text.charAt(i) == FAULT ? 1 : 0;
            written += text.charAt(i) > 0x7F ? 1 : 0;
        }
        if (written > faults && faults <= Math.max(1, text.length() / 1000)) {
            return checked(text);
        }
        boolean zeros = text.indexOf('\0') >= 0;
        return new Decoding.Refused(
                Reason.NOT_TEXT, zeros ? "binary data" : "text in an encoding not read here; save it as UTF-8");
    }

    private static Decoding checked(String text) {
        String bare = withoutMark(text);
        int controls = 0;
        for (int i = 0; i < bare.length(); i++) {
            controls += isControl(bare.charAt(i)) ? 1 : 0;
        }
        if (controls > 1 && controls * 100L > (long) bare.length() * CONTROLS_PER_HUNDRED) {
            return new Decoding.Refused(Reason.NOT_TEXT, "binary data");
        }
        return new Decoding.Text(bare);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean isControl(char c) {
        return c < ' ' ? c < '\t' || c > '\r' : c >= 0x7F && c <= 0x9F && c != 0x85;
    }
}
