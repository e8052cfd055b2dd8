package org.broadsheet.text.fact;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.text.page.ClosedYears;
import org.broadsheet.text.page.Reading;

/**
 * What {@code resolve-revisions} keeps of a page: which content of 太原晚报/2022-11-22/003 holds, and what its mentions claim.
 *
 * @param revision of the content that holds
 * @param corrected how many corrections were made of that revision
 * @param content SHA-256 of value and headers
 * @param day as of {@link PageElements#day}
 * @param page reference of the content; that of nothing where it has no mentions
 * @param claims the claim of each mention, by its number
 */
public record HeldPage(long revision, long corrected, String content, int day, Reference page, List<Reference> claims) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int HASHED = 1;
    private static final int CORRECTED = 2;
    private static final int DATED = 4;
    private static final Reference NONE = new Reference(0, 0);

    /** What is kept of a page that came. */
    static HeldPage of(PageElements arrived) {
        List<Reference> claims = new ArrayList<>();
        arrived.elements().forEach(element -> claims.add(element.claim().reference()));
        Reference page = claims.isEmpty() ? NONE : arrived.elements().get(0).page();
        return new HeldPage(
                arrived.id().revision(),
                arrived.id().corrected(),
                arrived.id().content(),
                arrived.day(),
                page,
                List.copyOf(claims));
    }

    /** Reads what {@link #toBytes} wrote. */
    public static HeldPage read(byte[] bytes) {
        PackedReader in = new PackedReader(bytes);
        long revision = in.signed();
        int flags = in.small();
        long corrected = (flags & CORRECTED) == 0 ? 0 : in.number();
        int day = (flags & DATED) == 0 ? Reading.Withdrawn.NO_DAY : (int) in.signed();
        String content = (flags & HASHED) != 0 ? HexFormat.of().formatHex(in.some()) : in.text();
        List<Reference> claims = new ArrayList<>();
        Reference page = in.isAtEnd() ? NONE : in.reference();
        while (!in.isAtEnd()) {
            claims.add(in.reference());
        }
        return new HeldPage(revision, corrected, content, day, page, List.copyOf(claims));
    }

    /** As few bytes as it takes: 39 (a few more where it was corrected), and 16 more for the page and for each mention. */
    public byte[] toBytes() {
        PackedWriter out = new PackedWriter().signed(revision);
        boolean hashed = SHA_256.matcher(content).matches();
        boolean dated = day != Reading.Withdrawn.NO_DAY;
        out.number((hashed ? HASHED : 0) | (corrected == 0 ? 0 : CORRECTED) | (dated ? DATED : 0));
        if (corrected != 0) {
            out.number(corrected);
        }
        if (dated) {
            out.signed(day);
        }
        if (hashed) {
            out.bytes(HexFormat.of().parseHex(content));
        } else {
            out.text(content);
        }
        if (!claims.isEmpty()) {
            out.reference(page);
            claims.forEach(out::reference);
        }
        return out.toBytes();
    }

    /** Whether all that may come under this key is refused from now on, so that nothing need be kept. */
    public boolean isClosed(ClosedYears closed) {
        return closed.holds(day);
    }

    boolean isBefore(PageElements other) {
        int byRevision = Long.compare(revision, other.id().revision());
        if (byRevision != 0) {
            return byRevision < 0;
        }
        int byCorrections = Long.compare(corrected, other.id().corrected());
        return byCorrections != 0
                ? byCorrections < 0
                : content.compareTo(other.id().content()) < 0;
    }
}
