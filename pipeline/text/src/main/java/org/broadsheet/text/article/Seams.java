package org.broadsheet.text.article;

import java.util.List;

/**
 * How well two halves of a torn paragraph fit: {@code …送到河西} and {@code 村民手里} do where the page tells of
 * {@code 河西村} elsewhere, {@code …叫作“三点} and {@code 半课堂”} do by their quotes.
 *
 * <p>Linear. Thread-safe.
 */
final class Seams {
    private static final int MARK = 4;
    private static final int LONGER = 2;
    private static final int LONGEST_RUN = 4;
    private static final String OPENING = "“（《";
    private static final String CLOSING = "”）》";

    /** Strips that may stand between two that are asked about. */
    private static final int FARTHEST = 9;

    private static final int FILTER_BITS = 16;
    private static final int WORD_BITS = 6;

    /** One bit for some pairs each: whether one of them may be asked about. */
    private final long[] asked = new long[1 << (FILTER_BITS - WORD_BITS)];
    /** The runs of two to four characters around such a pair, 16 bits a character, wherever the page has them. */
    private final RunSet runs = new RunSet();

    /** @param strips those that will be asked about and all others of the page, in its order */
    Seams(List<Strip> strips) {
        for (int rest = 1; rest < strips.size(); rest++) {
            if (strips.get(rest).indent() < Setting.INDENT) {
                ask(strips, rest);
            }
        }
        for (Strip strip : strips) {
            CleanText text = strip.text();
            for (int i = 1; i < text.length(); i++) {
                if (isAsked(text.charAt(i - 1), text.charAt(i))) {
                    addRuns(text, i);
                }
            }
        }
    }

    private void ask(List<Strip> strips, int rest) {
        char first = strips.get(rest).text().charAt(0);
        for (int half = Math.max(0, rest - FARTHEST); half < rest; half++) {
            int bit = bit(strips.get(half).last(), first);
            asked[bit >> WORD_BITS] |= 1L << bit;
        }
    }

    private boolean isAsked(char last, char first) {
        int bit = bit(last, first);
        return (asked[bit >> WORD_BITS] & (1L << bit)) != 0;
    }

    private static int bit(char last, char first) {
        return (((last << Character.SIZE) | first) * 0x9E3779B1) >>> (Integer.SIZE - FILTER_BITS);
    }

    /** Adds the runs in which the characters before and at {@code seam} stand where the halves would meet. */
    private void addRuns(CleanText text, int seam) {
        for (int start = Math.max(0, seam - LONGEST_RUN + 1); start < seam; start++) {
            long run = 0;
            for (int i = start; i < Math.min(text.length(), start + LONGEST_RUN); i++) {
                run = (run << Character.SIZE) | text.charAt(i);
                if (i >= seam) {
                    runs.add(run);
                }
            }
        }
    }

    /** How much speaks for the two being one paragraph: more for words the page has elsewhere and quotes that close. */
    int fit(CleanText half, CleanText rest) {
        return shared(half, rest) - MARK * misfits(half, rest);
    }

    private int shared(CleanText half, CleanText rest) {
        int shared = 0;
        for (int before = 1; before < LONGEST_RUN; before++) {
            for (int behind = 1; behind <= LONGEST_RUN - before; behind++) {
                shared += isRun(half, before, rest, behind) ? before + behind > 2 ? LONGER : 1 : 0;
            }
        }
        return shared;
    }

    private boolean isRun(CleanText half, int before, CleanText rest, int behind) {
        if (half.length() < before || rest.length() < behind) {
            return false;
        }
        long run = 0;
        for (int i = 0; i < before + behind; i++) {
            char c = i < before ? half.charAt(half.length() - before + i) : rest.charAt(i - before);
            if (!Characters.isContent(c)) {
                return false;
            }
            run = run << Character.SIZE | c;
        }
        return runs.has(run);
    }

    /** How many quotes or brackets stay open, or close what was not opened. */
    private static int misfits(CleanText half, CleanText rest) {
        int misfits = 0;
        for (int i = 0; i < OPENING.length(); i++) {
            boolean open = isOpen(half, OPENING.charAt(i), CLOSING.charAt(i));
            misfits += open == closes(rest, OPENING.charAt(i), CLOSING.charAt(i)) ? 0 : 1;
        }
        return misfits;
    }

    private static boolean isOpen(CleanText half, char opening, char closing) {
        return half.lastIndexOf(opening) > half.lastIndexOf(closing);
    }

    private static boolean closes(CleanText rest, char opening, char closing) {
        int close = rest.indexOf(closing, 0);
        int open = rest.indexOf(opening, 0);
        return close >= 0 && (open < 0 || close < open);
    }
}
