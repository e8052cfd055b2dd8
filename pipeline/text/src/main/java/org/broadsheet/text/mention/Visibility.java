package org.broadsheet.text.mention;

import java.util.List;
import org.broadsheet.text.place.Spot;

/** Tells how far a place reaches in its sentence: not over its part of {@code 40例，其中藁城区31例；}. */
final class Visibility {
    /** What stands before the place that people come from; it says nothing of the next: {@code 来自江西的100名医生与2460名采样员}. */
    private static final String ORIGIN = "来自";

    private static final String EACH = "分别";

    /** Characters of what bounds a number, at most: 大约. */
    private static final int BOUND = 2;

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
        if (isOrigin(sentence, spot.start()) && !reaches(sentence, spot.end(), at, claims)) {
            return false;
        }
        int part = sentence.lastIndexOf(ClaimScopes.PARTS, spot.start());
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

    /** Whether {@code at} names one of those from where something comes: 浙江 in {@code 来自广东、浙江等9个省份}. */
    static boolean isOrigin(String sentence, int at) {
        int from = sentence.lastIndexOf(ORIGIN, at - ORIGIN.length());
        for (int i = from + ORIGIN.length(); from >= 0 && i < at; i++) {
            if ("的，,；;。：:！？（）()".indexOf(sentence.charAt(i)) >= 0) {
                return false;
            }
        }
        return from >= 0;
    }

    /**
     * Whether an origin that ends at {@code end} is that of the number at {@code at}: not of the next number behind it, nor of what
     * the ones from there have come to ({@code 来自山东的客商住满了8家旅馆}).
     */
    static boolean reaches(String sentence, int end, int at, List<Claim> claims) {
        int of = sentence.indexOf('的', end);
        int clause = Marks.clauseEnd(sentence, end);
        int named = at;
        for (Claim claim : claims) {
            if (isBetween(claim, end, at)) {
                return false;
            }
            named = claim.quantity().start() == at
                    ? Math.min(named, claim.phrase().start())
                    : named;
        }
        boolean total = at > clause && at - clause <= 1 + BOUND && sentence.charAt(at - 1) == '共';
        return total || (at <= clause && (of < 0 || of > clause || named - of - 1 <= BOUND));
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
