package org.broadsheet.text.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of what was sent, as 64 lower-case hexadecimal digits: a page {@code 太原晚报讯} without headers and the same
 * page with the header {@code home} = {@code 140100} differ.
 *
 * <p>Of value and headers it is taken over these bytes: the length of the value (8 bytes, big-endian) and the value;
 * then for each header, sorted by name and value (as unsigned bytes, names in UTF-8), the length of the name (8 bytes),
 * the name, the length of the value (8 bytes), the value. The order in which headers were sent does not matter.
 */
final class Fingerprint {
    private static final Comparator<Named> BY_BYTES = Comparator.comparing(Named::name, Arrays::compareUnsigned)
            .thenComparing(Named::value, Arrays::compareUnsigned);

    private record Named(byte[] name, byte[] value) {}

    private Fingerprint() {}

    /** Of a value alone. */
    static String of(byte[] value) {
        return HexFormat.of().formatHex(sha256().digest(value));
    }

    /** Of a value and its headers, by the bytes above. */
    static String of(byte[] value, List<Header> headers) {
        MessageDigest digest = sha256();
        update(digest, value);
        if (headers.isEmpty()) {
            return HexFormat.of().formatHex(digest.digest());
        }
        Named[] named = new Named[headers.size()];
        for (int i = 0; i < named.length; i++) {
            Header header = headers.get(i);
            named[i] = new Named(header.name().getBytes(StandardCharsets.UTF_8), header.value());
        }
        Arrays.sort(named, BY_BYTES);
        for (Named header : named) {
            update(digest, header.name());
            update(digest, header.value());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
