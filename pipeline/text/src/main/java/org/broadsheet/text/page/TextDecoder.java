package org.broadsheet.text.page;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the encoding of a page and decodes it: {@code D6 D0 B9 FA} is {@code 中国} in GB18030.
 *
 * <p>In this order: a known kind of file by its magic number is no text; a byte-order mark decides; bytes that are
 * UTF-8 without fault are UTF-8; bytes that are GB18030 without fault, and nearly all of whose characters are in
 * everyday use, are GB18030; UTF-8 with a fault in at most one of a thousand characters (a page cut in the middle of
 * one) is UTF-8, each fault shown as U+FFFD. All else is refused. Thread-safe.
 */
final class TextDecoder {
    /** Of a hundred characters, more than so many control characters are no text. */
    private static final int CONTROLS_PER_HUNDRED = 5;
    /** Of a hundred two-byte characters of GB18030, at least so many are in GB2312, the everyday ones. */
    private static final int EVERYDAY_PER_HUNDRED = 90;

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final MagicNumbers magicNumbers = new MagicNumbers();

    Decoding decode(byte[] value) {
        Optional<String> known = magicNumbers.nameOf(value);
        if (known.isPresent()) {
            return new Decoding.Refused(Reason.NOT_TEXT, known.get());
        }
        Optional<String> marked = decodeMarked(value);
        if (marked.isPresent()) {
            return checked(marked.get());
        }
        Optional<String> utf8 = decodeStrictly(value, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return checked(utf8.get());
        }
        if (isEverydayGb18030(value)) {
            Optional<String> gb18030 = decodeStrictly(value, GB18030);
            if (gb18030.isPresent()) {
                return checked(gb18030.get());
            }
        }
        return decodeDamaged(value);
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
            return Optional.of(units(value, 1, 0));
        }
        if (startsWith(value, 0xFE, 0xFF)) {
            return Optional.of(units(value, 0, 1));
        }
        if (startsWith(value, 0x84, 0x31, 0x95, 0x33)) {
            return Optional.of(new String(value, 4, value.length - 4, GB18030));
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

    /** UTF-16 unit by unit: lone surrogates stay what they are. */
    private static String units(byte[] value, int high, int low) {
        StringBuilder text = new StringBuilder(value.length / 2);
        for (int i = 2; i + 1 < value.length; i += 2) {
            text.append((char) (((value[i + high] & 0xFF) << 8) | (value[i + low] & 0xFF)));
        }
        return text.toString();
    }

    private static Optional<String> decodeStrictly(byte[] value, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(value));
            return Optional.of(text.toString());
        } catch (CharacterCodingException fault) {
            return Optional.empty();
        }
    }

    /** Whether nearly all two-byte characters are in GB2312: mojibake and binaries use the rare ones just as often. */
    private static boolean isEverydayGb18030(byte[] value) {
        int pairs = 0;
        int everyday = 0;
        int at = 0;
        while (at + 1 < value.length) {
            int lead = value[at] & 0xFF;
            if (lead < 0x80) {
                at++;
                continue;
            }
            int trail = value[at + 1] & 0xFF;
            boolean fourBytes = trail >= '0' && trail <= '9';
            boolean used = (lead >= 0xA1 && lead <= 0xA9) || (lead >= 0xB0 && lead <= 0xF7);
            pairs++;
            everyday += used && trail >= 0xA1 ? 1 : 0;
            at += fourBytes ? 4 : 2;
        }
        return pairs > 0 && everyday * 100L >= pairs * (long) EVERYDAY_PER_HUNDRED;
    }

    private static Decoding decodeDamaged(byte[] value) {
        String text = new String(value, StandardCharsets.UTF_8);
        long faults = text.chars().filter(c -> c == 0xFFFD).count();
        long written = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        if (written > 0 && faults <= Math.max(1, text.length() / 1000)) {
            return checked(text);
        }
        boolean zeros = text.indexOf('\0') >= 0;
        return new Decoding.Refused(Reason.NOT_TEXT, zeros ? "binary data" : "text in an encoding not read here");
    }

    private static Decoding checked(String text) {
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        long controls = bare.chars().filter(TextDecoder::isControl).count();
        if (controls > 1 && controls * 100L > (long) bare.length() * CONTROLS_PER_HUNDRED) {
            return new Decoding.Refused(Reason.NOT_TEXT, "binary data");
        }
        return new Decoding.Text(bare);
    }

    private static boolean isControl(int c) {
        boolean white = (c >= '\t' && c <= '\r') || c == 0x85;
        return Character.isISOControl(c) && !white;
    }
}
