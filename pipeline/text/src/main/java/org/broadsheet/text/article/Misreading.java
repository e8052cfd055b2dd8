package org.broadsheet.text.article;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two stretches are one misread: {@code 做好物资呆障工作} and {@code 做好物资保障工作}. At most two characters
 * differ, none of them a digit, a place, a person or a word that changes what is said. Where both readings are words
 * ({@code 英语}, {@code 法语}) two things are meant. Not thread-safe.
 */
final class Misreading {
    /** Characters a stretch has at least to be a misread copy. */
    static final int SHORTEST = 20;

    private static final int SHORTEST_WITH_TWO = 32;
    /** Characters of a sentence with one misread that stands beside a copy, as its original beside that one's. */
    private static final int SHORTEST_BESIDE = 6;
    /** Who speaks stands at the beginning: differences there are different people. */
    private static final int SUBJECT = 4;

    private static final int LONGEST_WORD = 4;
    /** How often a word stands in the dictionary's corpus at least: what a misreading makes by chance is rare. */
    private static final int COMMON = 4;
    /** Characters between two stretches that are no longer items of one list. */
    private static final int APART = 60;
    /** Characters of a loop that only one of two stretches has, and that is too short to be told alone. */
    private static final int SHORTEST_LOOP = 4;
    /** Numbers that two items of a list hardly share. */
    private static final int FIGURES = 2;
    /** Numbers that they never share. */
    private static final int FIGURES_OF_ONE = 3;
    /** Characters of a stretch that is no item of a list. */
    private static final int LONG = 48;
    /** Persons, places, bodies, other names. */
    private static final Set<Nature> NAMES = Set.of(Nature.nr, Nature.ns, Nature.nt, Nature.nz);

    private final PageContent content;
    private final Telling telling;

    Misreading(PageContent content, Telling telling) {
        this.content = content;
        this.telling = telling;
    }

    /** Whether the stretches differ by at most as many characters as may be misread, whatever these are. */
    boolean isNear(int start, int end, int laterStart, int laterEnd) {
        return differ(start, end, laterStart, laterEnd, true);
    }

    /** Whether the later stretch is a misread copy of the earlier one; linear in their length. */
    boolean isCopy(int start, int end, int laterStart, int laterEnd) {
        return differ(start, end, laterStart, laterEnd, false);
    }

    /**
     * Whether {@code length} characters from {@code later} on are those from {@code earlier} on, or these misread: beside a
     * copy a short sentence is one, too.
     */
    boolean isBesideCopy(int earlier, int later, int length) {
        Pair pair = new Pair(earlier, earlier + length, later, later + length, true);
        int allowed = length >= SHORTEST_WITH_TWO ? 2 : length >= SHORTEST_BESIDE ? 1 : 0;
        for (int i = 0; i < length; i++) {
            if (content.charAt(earlier + i) != content.charAt(later + i)
                    && (--allowed < 0 || !pair.mayDiffer(earlier + i, later + i))) {
                return false;
            }
        }
        return true;
    }

    private boolean differ(int start, int end, int laterStart, int laterEnd, boolean anyhow) {
        int shorter = Math.min(end - start, laterEnd - laterStart);
        int allowed = shorter >= SHORTEST_WITH_TWO ? 2 : 1;
        int more = Math.abs(end - start - laterEnd + laterStart);
        if (shorter < SHORTEST || (more > allowed && (more < SHORTEST_LOOP || more > shorter))) {
            return false;
        }
        boolean apart = laterStart - end > APART
                || laterEnd - laterStart >= LONG
                || hasFigures(laterStart, laterEnd, FIGURES_OF_ONE);
        return new Pair(start, end, laterStart, laterEnd, apart).differByAtMost(start, laterStart, allowed, anyhow);
    }

    boolean isTelling(char c) {
        return telling.isTelling(c);
    }

    private final class Pair {
        private final int startA;
        private final int endA;
        private final int startB;
        private final int endB;
        private final boolean apart;

        private Pair(int startA, int endA, int startB, int endB, boolean apart) {
            this.startA = startA;
            this.endA = endA;
            this.startB = startB;
            this.endB = endB;
            this.apart = apart;
        }

        private boolean differByAtMost(int fromA, int fromB, int allowed, boolean anyhow) {
            int a = fromA;
            int b = fromB;
            while (a < endA && b < endB && content.charAt(a) == content.charAt(b)) {
                a++;
                b++;
            }
            if (a == endA && b == endB) {
                return true;
            }
            int more = (endA - a) - (endB - b);
            if (Math.abs(more) >= SHORTEST_LOOP) {
                int nextA = a + Math.max(0, more);
                int nextB = b + Math.max(0, -more);
                boolean loop = more > 0 ? isLoop(a, startA, more) : isLoop(b, startB, -more);
                return (loop && differByAtMost(nextA, nextB, allowed, anyhow))
                        || (allowed > 0
                                && a < endA
                                && b < endB
                                && (anyhow || mayDiffer(a, b))
                                && differByAtMost(a + 1, b + 1, allowed - 1, anyhow));
            }
            if (allowed == 0) {
                return false;
            }
            int less = allowed - 1;
            boolean moreA = a < endA;
            boolean moreB = b < endB;
            return (moreA && moreB && (anyhow || mayDiffer(a, b)) && differByAtMost(a + 1, b + 1, less, anyhow))
                    || (moreA && (anyhow || mayBeMissing(a, startA, endA)) && differByAtMost(a + 1, b, less, anyhow))
                    || (moreB && (anyhow || mayBeMissing(b, startB, endB)) && differByAtMost(a, b + 1, less, anyhow));
        }

        /** Whether {@code length} characters from {@code index} on follow themselves: only one of the two has a loop. */
        private boolean isLoop(int index, int start, int length) {
            return index - length >= start && content.same(index - length, index, length);
        }

        private boolean mayDiffer(int a, int b) {
            char one = content.charAt(a);
            char other = content.charAt(b);
            if (!Characters.isHan(one) || !Characters.isHan(other)) {
                return false;
            }
            if (telling.isNumeral(one) || telling.isNumeral(other)) {
                return false;
            }
            if (telling.areContrary(one, other)) {
                return false;
            }
            boolean named = areNames(a, b);
            if (apart && !named) {
                return true;
            }
            CoreDictionary.Attribute word = wordAt(a, startA, endA, named);
            CoreDictionary.Attribute otherWord = wordAt(b, startB, endB, named);
            if (word != null && otherWord != null) {
                return apart || word.nature[0] != otherWord.nature[0];
            }
            if (word != null || otherWord != null) {
                return true;
            }
            boolean subject = a - startA < SUBJECT || isPerson(a, startA, one, other);
            return !named && (!subject || hasFigures(startA, endA, FIGURES));
        }

        /** Whether the characters stand in names of like shape: {@code 城东村} and {@code 城西村}, {@code 三组} and {@code 三社}. */
        private boolean areNames(int a, int b) {
            int toEnd = telling.toPlaceEnd(content, a, endA);
            return (toEnd >= 0 && toEnd == telling.toPlaceEnd(content, b, endB))
                    || (!apart && telling.isInBody(content, a, endA) && telling.isInBody(content, b, endB));
        }

        private boolean isNamed(int index, int end) {
            return telling.toPlaceEnd(content, index, end) >= 0 || (!apart && telling.isInBody(content, index, end));
        }

        private boolean mayBeMissing(int index, int start, int end) {
            char c = content.charAt(index);
            return Characters.isHan(c)
                    && !telling.isTelling(c)
                    && !isNamed(index, end)
                    && (apart || (index - start >= SUBJECT && !isPerson(index, start, c, c)));
        }
    }

    /** Whether at least {@code least} numbers stand in a stretch: 12台 is one, 二十一万 is, 3万 is. */
    private boolean hasFigures(int start, int end, int least) {
        int figures = 0;
        int from = start;
        while (from < end && figures < least) {
            int to = from;
            while (to < end && telling.isNumeral(content.charAt(to))) {
                to++;
            }
            figures += to - from > 1 || (to > from && Characters.isDigit(content.charAt(from))) ? 1 : 0;
            from = to + 1;
        }
        return figures >= least;
    }

    /** Whether the characters may be given names behind a surname, or both surnames themselves. */
    private boolean isPerson(int index, int start, char one, char other) {
        for (int i = index - 1; i >= Math.max(start, index - 2); i--) {
            if (telling.isNumeral(content.charAt(i))) {
                return false;
            }
            if (telling.isSurname(content.charAt(i)) && !(i > start && telling.isNumeral(content.charAt(i - 1)))) {
                return true;
            }
        }
        return telling.isSurname(one) && telling.isSurname(other);
    }

    /** The word of at least two characters that the character is part of; in a name only words that name nothing count. */
    private CoreDictionary.@Nullable Attribute wordAt(int index, int start, int end, boolean named) {
        for (int from = Math.max(start, index - LONGEST_WORD + 1); from <= index; from++) {
            StringBuilder word = new StringBuilder();
            for (int i = from; i < Math.min(end, from + LONGEST_WORD); i++) {
                word.append(content.charAt(i));
                if (i >= index && word.length() > 1) {
                    CoreDictionary.Attribute found = CoreDictionary.get(word.toString());
                    if (isWord(found, named)) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private static boolean isWord(CoreDictionary.@Nullable Attribute word, boolean named) {
        return word != null && word.totalFrequency >= COMMON && !(named && NAMES.contains(word.nature[0]));
    }
}
