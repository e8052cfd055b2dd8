package org.broadsheet.text.mention;

import java.util.List;
import org.broadsheet.text.place.Spot;

/** Tells how far a place reaches in its sentence: not over its part of {@code 40例，其中藁城区31例；}. */
final class Visibility {
    /** What stands before the place that people come from; it says nothing of the next: {@code 来自江西的100名医生与2460名采样员}. */
    private static final String ORIGIN = "来自";

    private static final String EACH = "分别";

    private Visibility() {}

    /**
     * Whether a place may own what stands at {@code at}: the parts of {@code 40例，其中藁城区31例；} own nothing behind
     * them, nor does what stands in brackets.
     */
    static boolean visible(String sentence, Spot spot, int at, List<Claim> claims) {
        int close = closing(sentence, spot.start());
        if (close >= 0 && close < at) {
            return false;
        }
        boolean origin = sentence.startsWith(ORIGIN, spot.start() - ORIGIN.length());
        if (origin && claims.stream().anyMatch(claim -> isBetween(claim, spot.end(), at))) {
            return false;
        }
        int part = sentence.lastIndexOf("其中", spot.start());
        if (part >= 0) {
            int end = partsEnd(sentence, part);
            return spot.start() >= end || at <= end;
        }
        for (Claim claim : claims) {
            boolean ofElided =
                    claim.phrase().rule().equals("elided") && claim.quantity().start() < at;
            if (ofElided
                    && spot.start() >= claim.phrase().start()
                    && spot.end() <= claim.quantity().start()
                    && !sentence.substring(claim.phrase().start(), at).contains(EACH)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBetween(Claim claim, int from, int to) {
        return claim.quantity().start() >= from && claim.quantity().start() < to;
    }

    private static int partsEnd(String sentence, int part) {
        for (int i = part; i < sentence.length(); i++) {
            if ("；;。！？".indexOf(sentence.charAt(i)) >= 0) {
                return i;
            }
        }
        return Math.max(part, sentence.length() - 1);
    }

    /** Where the bracket around a place closes; -1 where it stands in none. */
    private static int closing(String sentence, int at) {
        int open = Math.max(sentence.lastIndexOf('（', at), sentence.lastIndexOf('(', at));
        if (open < 0) {
            return -1;
        }
        for (int i = open; i < sentence.length(); i++) {
            if (sentence.charAt(i) == '）' || sentence.charAt(i) == ')') {
                return i > at ? i : -1;
            }
        }
        return -1;
    }
}
