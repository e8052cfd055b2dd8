package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds stretches that follow themselves: {@code 为5200余户居民送菜上门;为5200余户居民送菜上门;}.
 *
 * <p>At every third place four characters are looked up where they stood last; from a match the loop of that period is followed to both
 * ends, and what was followed is not looked at again: linear, whatever the text. Three copies are a loop. Two are one
 * where they are whole clauses, where no mark stands in them, or where they are long; {@code 找到指挥部，指挥部的大屏上} and
 * {@code 说到底要坚定文化自信。坚定文化自信，是…} are ordinary prose. Not thread-safe.
 */
final class LoopFinder {
    /** Characters that have to stand again for a loop to be looked at. */
    private static final int SHORTEST_MATCH = 6;
    /** Characters looked up; with every third place looked at, one lookup at least falls into each shortest match. */
    private static final int GRAM = 4;

    private static final int STRIDE = SHORTEST_MATCH - GRAM + 1;
    private static final int LEAST_HAN = 4;
    private static final int SHORT_PERIOD_COPIES = 8;
    private static final int SINGLE_COPIES = 20;
    private static final int LONGEST_EXCLAMATION = 12;
    private static final int LONGEST_REFRAIN = 14;
    private static final int MANY_COPIES = 3;
    /** Characters of two copies that neither begin nor end with a clause. */
    private static final int LONG_PERIOD = 12;
    /** The same where {@code 、} parts them, as it parts lists of like shape. */
    private static final int LONG_LISTED_PERIOD = 13;
    /** Characters of two copies of which only the first ends a clause: shorter ones are taken up on purpose. */
    private static final int LONG_ANAPHORA = 20;
    /** {@code 一个节点一个节点}. */
    private static final int LONGEST_REDUPLICATION = 9;

    private static final int HASH_BITS = 32;
    private static final int LEAST_BITS = 4;
    /** A copy follows the one before it: more places than this are not needed, and these stay near the processor. */
    private static final int MOST_BITS = 15;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    /** A stretch to be removed: {@code copies} of {@code period} characters, the last of them before {@code end}. */
    record Loop(int end, int period, int copies) {
        int start() {
            return end - period * copies;
        }
    }

    private final PageContent content;
    /** For each slot one more than the place where a gram with this hash stood last; 0 where none did. */
    private final int[] table;

    private final int shift;
    private final List<Loop> loops = new ArrayList<>();
    private long steps;

    /** @param capacity characters the content will have at most */
    LoopFinder(PageContent content, int capacity) {
        this.content = content;
        int needed = HASH_BITS - Integer.numberOfLeadingZeros(Math.max(1, capacity));
        int bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, needed));
        this.table = new int[1 << bits];
        this.shift = Long.SIZE - bits;
    }

    /** The loops of the paragraph that starts at {@code start} and ends the content, in its order; they do not overlap. */
    List<Loop> find(int start) {
        loops.clear();
        int length = content.length();
        long gram = 0;
        int floor = start;
        int reach = 0;
        int previous = start;
        int next = start;
        int due = start;
        for (int i = start; i < length; i++) {
            gram = (gram << Character.SIZE) | content.charAt(i);
            int at = i - GRAM + 1;
            if (at < start) {
                continue;
            }
            int slot = (int) ((gram * FACTOR) >>> shift);
            int last = table[slot] - 1;
            table[slot] = at + 1;
            if (at < due) {
                continue;
            }
            due = at + STRIDE;
            if (at < next
                    || last < floor
                    || last >= at
                    || content.charAt(last) != content.charAt(at)
                    || !content.same(last, at, GRAM)) {
                continue;
            }
            int period = at - last;
            int end = followRight(at + GRAM, period, length);
            int begin = followLeft(last, period, Math.max(start, Math.max(floor - reach, previous - period)));
            if (end - begin - period < SHORTEST_MATCH) {
                continue;
            }
            previous = at;
            next = end - GRAM + 1;
            if (end - begin >= 2 * period && accept(begin, end, period, start, floor)) {
                floor = loops.get(loops.size() - 1).end();
                reach = period;
            }
        }
        return loops;
    }

    /** How many characters were compared, for the proof that this is linear. */
    long steps() {
        return steps;
    }

    private int followRight(int from, int period, int length) {
        int end = from;
        while (end < length && content.charAt(end) == content.charAt(end - period)) {
            end++;
        }
        steps += end - from;
        return end;
    }

    private int followLeft(int from, int period, int least) {
        int begin = from;
        while (begin > least && content.charAt(begin - 1) == content.charAt(begin - 1 + period)) {
            begin--;
        }
        steps += from - begin;
        return begin;
    }

    private boolean accept(int begin, int end, int period, int start, int floor) {
        int copies = (end - begin) / period;
        if (period < SHORTEST_MATCH
                ? copies < (period == 1 ? SINGLE_COPIES : SHORT_PERIOD_COPIES)
                : isFigures(begin, period)) {
            return false;
        }
        int clauseEnd = lastClauseEnd(begin, end, period);
        int last = clauseEnd < 0 ? end : clauseEnd;
        int cutEnd = cutEnd(begin, end, period, copies);
        boolean exclaimed = period <= LONGEST_EXCLAMATION && copies <= MANY_COPIES && content.isExclaimed(last - 1);
        if (exclaimed || !content.hasHan(begin, begin + period, 1)) {
            return false;
        }
        if (copies < MANY_COPIES && !isLoopOfTwo(begin, end, period, clauseEnd, start)) {
            return false;
        }
        int removed = Math.min(copies - 1, (cutEnd - floor) / period);
        if (removed > 0) {
            loops.add(new Loop(cutEnd, period, removed));
        }
        return removed > 0;
    }

    /**
     * Behind the last character that goes. Where a run goes on by chance beyond its last copy, the marks there are those of
     * what follows, and stay.
     */
    private int cutEnd(int begin, int end, int period, int copies) {
        int spare = end - begin - copies * period;
        for (int i = end - spare - 1; i < end - 1; i++) {
            if (!content.sameMarks(i, i - period)) {
                return i + 1;
            }
        }
        return end;
    }

    private boolean isFigures(int begin, int period) {
        return !content.hasHan(begin, begin + period, LEAST_HAN);
    }

    /** The last end of a clause in the loop that is one a period before, too; or −1. */
    private int lastClauseEnd(int begin, int end, int period) {
        for (int i = end; i > begin + period && i > end - period; i--) {
            if (content.endsClause(i - 1) && content.endsClause(i - 1 - period)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isLoopOfTwo(int begin, int end, int period, int clauseEnd, int start) {
        if (content.isUnbroken(begin, end)) {
            boolean reduplicated = content.charAt(begin) == '一' && period <= LONGEST_REDUPLICATION;
            return !reduplicated && !isHeadline(begin, end, period, start);
        }
        int least = content.isListed(begin, begin + period) ? LONG_LISTED_PERIOD : LONG_PERIOD;
        if (clauseEnd < 0) {
            boolean parted = content.hasClauseEnd(begin, end - 1);
            return period >= (parted ? Math.max(least, LONG_ANAPHORA) : least);
        }
        int unit = clauseEnd - 2 * period;
        if (unit < begin) {
            return period >= least;
        }
        if (unit == start || content.endsClause(unit - 1)) {
            return period > LONGEST_REFRAIN || !content.isQuoted(begin) || !content.isQuoted(end - 1);
        }
        int stronger = content.strength(clauseEnd - 1) - content.strength(clauseEnd - 1 - period);
        return stronger > 0 || (stronger == 0 && period >= LONG_PERIOD);
    }

    /** Whether the first copy is a line of its own: a headline whose words open the report under it. */
    private boolean isHeadline(int begin, int end, int period, int start) {
        boolean opensLine = begin == start || content.isTorn(begin - 1, begin);
        return opensLine && content.isTorn(begin + period - 1, end - period);
    }
}
