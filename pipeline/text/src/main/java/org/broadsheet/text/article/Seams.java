package org.broadsheet.text.article;

import java.util.Arrays;
import java.util.List;

/**
 * How well two halves of a torn paragraph fit: {@code …送到河西} and {@code 村民手里} do where the page tells of
 * {@code 河西村} elsewhere, {@code …叫作“三点} and {@code 半课堂”} do by their quotes. Thread-safe.
 */
final class Seams {
    private static final int MARK = 4;
    private static final int LONGER = 2;
    private static final int LONGEST_RUN = 4;
    private static final String OPENING = "“（《";
    private static final String CLOSING = "”）》";

    /** Every run of two to four characters of the page's strips, 16 bits a character, sorted. */
    private final long[] runs;

    Seams(List<Strip> strips) {
        int length = strips.stream().mapToInt(strip -> strip.text().length()).sum();
        long[] all = new long[(LONGEST_RUN - 1) * length];
        int count = 0;
        for (Strip strip : strips) {
            CleanText text = strip.text();
            for (int i = 0; i < text.length(); i++) {
                long run = text.charAt(i);
                for (int j = i + 1; j < Math.min(text.length(), i + LONGEST_RUN); j++) {
                    run = run << Character.SIZE | text.charAt(j);
                    all[count++] = run;
                }
            }
        }
        runs = Arrays.copyOf(all, count);
        Arrays.sort(runs);
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
        return Arrays.binarySearch(runs, run) >= 0;
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
        String text = half.toString();
        return text.lastIndexOf(opening) > text.lastIndexOf(closing);
    }

    private static boolean closes(CleanText rest, char opening, char closing) {
        String text = rest.toString();
        int close = text.indexOf(closing);
        int open = text.indexOf(opening);
        return close >= 0 && (open < 0 || close < open);
    }
}
