package org.broadsheet.text.article;

import java.util.List;

/**
 * The pairs of Han characters of some headings, to be looked for in prose: {@code 专用停车场} has 专用, 用停, 停车, 车场.
 * Linear; not thread-safe.
 */
final class HanPairs {
    private static final int EMPTY = 0;
    private static final int FILTER_BITS = 12;
    /** Characters of a run of prose that are looked at: what a headline says stands at the beginning. */
    private static final int LOOKED_AT = 500;

    private final List<Unit> headings;
    /** One bit for sixteen characters each: whether one of them is the second of a pair. Most of prose is not. */
    private final long[] seconds = new long[1 << (FILTER_BITS - 6)];
    /** Open addressing; a slot holds a pair as the first character times 65536 plus the second. */
    private final int[] slots;
    /** The round in which the pair of a slot was met last. */
    private final int[] met;

    private int round;

    HanPairs(List<Unit> headings) {
        this.headings = headings;
        int length = headings.stream().mapToInt(unit -> unit.text().length()).sum();
        this.slots = new int[Integer.highestOneBit(Math.max(8, length)) * 4];
        this.met = new int[slots.length];
        for (Unit heading : headings) {
            CleanText text = heading.text();
            for (int i = 1; i < text.length(); i++) {
                if (isPair(text, i)) {
                    int pair = pair(text, i);
                    slots[slot(pair)] = pair;
                    seconds[word(text.charAt(i))] |= 1L << text.charAt(i);
                }
            }
        }
    }

    /** For each heading the share of its pairs that stand in the prose, 0 to 1; 0 where it has none. */
    double[] sharesIn(List<Unit> prose) {
        round++;
        int left = LOOKED_AT;
        for (int i = 0; i < prose.size() && left > 0; i++) {
            CleanText text = prose.get(i).text();
            meet(text, Math.min(left, text.length()));
            left -= text.length();
        }
        double[] shares = new double[headings.size()];
        boolean[] counted = new boolean[slots.length];
        for (int h = 0; h < shares.length; h++) {
            shares[h] = share(headings.get(h).text(), counted);
        }
        return shares;
    }

    private void meet(CleanText text, int length) {
        for (int i = 1; i < length; i++) {
            char c = text.charAt(i);
            boolean known = (seconds[word(c)] & 1L << c) != 0 && isPair(text, i);
            int slot = known ? slot(pair(text, i)) : -1;
            if (slot >= 0 && slots[slot] != EMPTY) {
                met[slot] = round;
            }
        }
    }

    private static int word(char c) {
        return c >>> 6 & (1 << (FILTER_BITS - 6)) - 1;
    }

    private double share(CleanText heading, boolean[] counted) {
        int[] own = new int[heading.length()];
        int pairs = 0;
        int shared = 0;
        for (int i = 1; i < heading.length(); i++) {
            int slot = isPair(heading, i) ? slot(pair(heading, i)) : -1;
            if (slot >= 0 && !counted[slot]) {
                counted[slot] = true;
                own[pairs++] = slot;
                shared += met[slot] == round ? 1 : 0;
            }
        }
        for (int i = 0; i < pairs; i++) {
            counted[own[i]] = false;
        }
        return pairs == 0 ? 0 : (double) shared / pairs;
    }

    private static boolean isPair(CharSequence text, int second) {
        return Characters.isHan(text.charAt(second)) && Characters.isHan(text.charAt(second - 1));
    }

    private static int pair(CharSequence text, int second) {
        return (text.charAt(second - 1) << 16) | text.charAt(second);
    }

    private int slot(int pair) {
        int slot = (pair * 0x9E3779B1) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
        while (slots[slot] != EMPTY && slots[slot] != pair) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
