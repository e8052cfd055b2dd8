package org.broadsheet.text.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells Chinese in GB18030 from other bytes: of {@code D6 D0 B9 FA} nearly all pairs are in GB2312, the everyday
 * characters; in traditional print ({@code 澳門特別行政區}) the commonest characters of the language are there. Other
 * encodings and binaries hit neither. Thread-safe.
 */
final class Gb18030 {
    static final Charset CHARSET = Charset.forName("GB18030");

    /** Of a hundred two-byte characters, at least so many are in GB2312. */
    private static final int EVERYDAY_PER_HUNDRED = 90;
    /** Or of a hundred Han characters at least so many are among the commonest of the language. */
    private static final int COMMON_PER_HUNDRED = 30;

    private static final int CHARACTERS_PER_FAULT = 1000;

    private final BitSet common = new BitSet();

    Gb18030() {
        try (InputStream resource = Objects.requireNonNull(Gb18030.class.getResourceAsStream("everyday.txt"))) {
            new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c > 0x7F)
                    .forEach(common::set);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The text where the bytes are Chinese in GB18030, at most one fault in a thousand characters. */
    Optional<String> decode(byte[] value) {
        boolean everyday = isEveryday(value);
        String text = new String(value, CHARSET);
        int faults = 0;
        int han = 0;
        int known = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            faults += c == '\uFFFD' ? 1 : 0;
            han += c >= 0x4E00 && c <= 0x9FFF ? 1 : 0;
            known += common.get(c) ? 1 : 0;
        }
        boolean chinese = everyday || (han > 0 && known * 100L >= han * (long) COMMON_PER_HUNDRED);
        boolean cut = text.endsWith("\uFFFD");
        int allowed = text.length() / CHARACTERS_PER_FAULT + (cut && everyday && han > faults ? 1 : 0);
        return chinese && faults <= allowed ? Optional.of(text) : Optional.empty();
    }

    private static boolean isEveryday(byte[] value) {
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
}
