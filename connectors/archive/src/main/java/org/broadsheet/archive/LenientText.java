package org.broadsheet.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** Names and manifests in the two encodings they come in: UTF-8, or the GB18030 of Chinese Windows. Thread-safe. */
final class LenientText {
    private static final Charset CHINESE_WINDOWS = Charset.forName("GB18030");

    private LenientText() {}

    static boolean isUtf8(byte[] bytes) {
        return strictly(UTF_8, bytes).isPresent();
    }

    /** UTF-8 where the bytes are nothing else, otherwise GB18030. */
    static String decode(byte[] bytes) {
        return strictly(UTF_8, bytes).orElseGet(() -> chinese(bytes));
    }

    static String chinese(byte[] bytes) {
        return new String(bytes, CHINESE_WINDOWS);
    }

    private static Optional<String> strictly(Charset encoding, byte[] bytes) {
        try {
            return Optional.of(encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
