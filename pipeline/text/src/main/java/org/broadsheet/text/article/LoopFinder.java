package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds stretches that follow themselves: {@code 为5200余户居民送菜上门;为5200余户居民送菜上门;}.
 *
 * <p>Every six characters are looked up where they stood last; from a match the loop of that period is followed to its
 * end, and what was followed is not looked at again: linear, whatever the text. A loop counts where its copies are whole
 * clauses, or where nothing at all parts them; {@code 找到指挥部，指挥部的大屏上} is ordinary prose.
 */
final class LoopFinder {
    private static final int GRAM = 6;
    private static final int LEAST_HAN = 4;
    private static final int SHORT_PERIOD_COPIES = 8;
    private static final int SINGLE_COPIES = 20;
    private static final int LONGEST_EXCLAMATION = 12;
    private static final int EXCLAMATIONS = 3;

    /** A stretch to be removed, in characters of the content: {@code copies} of {@code period} characters. */
    record Loop(int start, int period, int copies) {
        int end() {
            return start + period * copies;
        }
    }

    private final Content content;
    private final char[] c;
    private final int[] table;
    private final List<Loop> loops = new ArrayList<>();
    private long steps;

    private LoopFinder(Content content) {
        this.content = content;
        this.c = content.characters;
        this.table = new int[Math.max(16, Integer.highestOneBit(Math.max(1, c.length)) * 4)];
        Arrays.fill(table, -1);
    }

    /** The loops of a paragraph, in its order; they do not overlap. */
    static List<Loop> find(Content content) {
        LoopFinder finder = new LoopFinder(content);
        finder.run();
        return finder.loops;
    }

    /** How many characters were compared, for the proof that this is linear. */
    static long stepsFor(Content content) {
        LoopFinder finder = new LoopFinder(content);
        finder.run();
        return finder.steps;
    }

    private void run() {
        int at = 0;
        int done = 0;
        while (at + GRAM <= c.length) {
            int last = lookUp(at);
            if (last < 0) {
                at++;
                continue;
            }
            int period = at - last;
            int end = at + GRAM;
            while (end < c.length && c[end] == c[end - period]) {
                end++;
                steps++;
            }
            int start = last;
            while (start > done && c[start - 1] == c[start - 1 + period]) {
                start--;
                steps++;
            }
            if (end - start >= 2 * period && accept(start, end, period)) {
                done = end;
            }
            int next = Math.max(at + 1, end - GRAM + 1);
            for (int i = at + 1; i < next; i++) {
                lookUp(i);
            }
            done = Math.max(done, next);
            at = next;
        }
    }

    /** Where the gram at {@code at} stood last, or -1; it stands at {@code at} from now on. */
    private int lookUp(int at) {
        int hash = 0;
        for (int i = 0; i < GRAM; i++) {
            hash = hash * 0x01000193 + c[at + i];
        }
        hash *= 0x9E3779B1;
        int slot = (hash ^ (hash >>> 15)) & (table.length - 1);
        while (table[slot] >= 0 && !sameGram(table[slot], at)) {
            slot = (slot + 1) & (table.length - 1);
            steps++;
        }
        int last = table[slot];
        table[slot] = at;
        steps++;
        return last;
    }

    private boolean sameGram(int a, int b) {
        return Arrays.equals(c, a, a + GRAM, c, b, b + GRAM);
    }

    private boolean accept(int start, int end, int period) {
        int copies = (end - start) / period;
        if (period < GRAM && copies < (period == 1 ? SINGLE_COPIES : SHORT_PERIOD_COPIES)) {
            return false;
        }
        if (period >= GRAM && content.countHan(start, start + period) < LEAST_HAN) {
            return false;
        }
        if (content.countHan(start, start + period) == 0) {
            return false;
        }
        int last = lastClauseEnd(start, end, period);
        if (last < 0) {
            boolean parted = !content.isUnbroken(start, end);
            if (parted && copies < EXCLAMATIONS) {
                return false;
            }
            last = end;
        }
        int removed = Math.max(1, (last - start) / period - 1);
        boolean exclaimed = period <= LONGEST_EXCLAMATION && removed < EXCLAMATIONS && content.isExclaimed(last - 1);
        if (exclaimed) {
            return false;
        }
        loops.add(new Loop(last - removed * period, period, removed));
        return true;
    }

    /** The last end of a clause in the loop that is one a period before, too; or -1. */
    private int lastClauseEnd(int start, int end, int period) {
        for (int i = end; i > start + period && i > end - period; i--) {
            if (content.endsClause(i - 1) && content.endsClause(i - 1 - period)) {
                return i;
            }
        }
        return -1;
    }
}
