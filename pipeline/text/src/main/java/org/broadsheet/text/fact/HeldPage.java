package org.broadsheet.text.fact;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code resolve-revisions} keeps of a page: which content of 太原晚报/2022-11-22/003 holds, and what its mentions claim.
 *
 * @param revision of the content that holds
 * @param content SHA-256 of value and headers
 * @param page reference of the content; that of nothing where it has no mentions
 * @param claims the claim of each mention, by its number
 */
public record HeldPage(long revision, String content, Reference page, List<Reference> claims) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Reference NONE = new Reference(0, 0);

    /** What is kept of a page that came. */
    static HeldPage of(PageElements arrived) {
        List<Reference> claims = new ArrayList<>();
        arrived.elements().forEach(element -> claims.add(element.claim().reference()));
        Reference page = claims.isEmpty() ? NONE : arrived.elements().get(0).page();
        return new HeldPage(arrived.id().revision(), arrived.id().content(), page, List.copyOf(claims));
    }

    /** Reads what {@link #toBytes} wrote. */
    public static HeldPage read(byte[] bytes) {
        PackedReader in = new PackedReader(bytes);
        long revision = in.signed();
        boolean hashed = in.number() == 1;
        String content = hashed ? HexFormat.of().formatHex(in.some()) : in.text();
        List<Reference> claims = new ArrayList<>();
        Reference page = in.isAtEnd() ? NONE : in.reference();
        while (!in.isAtEnd()) {
            claims.add(in.reference());
        }
        return new HeldPage(revision, content, page, List.copyOf(claims));
    }

    /** As few bytes as it takes: 36, and 16 more for the page and for each mention. */
    public byte[] toBytes() {
        PackedWriter out = new PackedWriter().signed(revision);
        if (SHA_256.matcher(content).matches()) {
            out.number(1).bytes(HexFormat.of().parseHex(content));
        } else {
            out.number(0).text(content);
        }
        if (!claims.isEmpty()) {
            out.reference(page);
            claims.forEach(out::reference);
        }
        return out.toBytes();
    }

    boolean isBefore(PageElements other) {
        int byRevision = Long.compare(revision, other.id().revision());
        return byRevision != 0 ? byRevision < 0 : content.compareTo(other.id().content()) < 0;
    }
}
