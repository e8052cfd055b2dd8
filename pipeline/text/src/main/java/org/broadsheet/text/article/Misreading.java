package org.broadsheet.text.article;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.Set;

/**
 * Tells whether two stretches are one misread: {@code 做好物资呆障工作} and {@code 做好物资保障工作}. At most two characters
 * differ, none of them a digit, a place, a person or a word that changes what is said. Where both readings are words
 * ({@code 英语}, {@code 法语}) two things are meant. Not thread-safe.
 */
final class Misreading {
    /** Characters a stretch has at least to be a misread copy. */
    static final int SHORTEST = 20;

    private static final int SHORTEST_WITH_TWO = 32;
    /** Who speaks stands at the beginning: differences there are different people. */
    private static final int SUBJECT = 4;

    private static final int LONGEST_WORD = 4;
    /** How often a word stands in the dictionary's corpus at least: what a misreading makes by chance is rare. */
    private static final int COMMON = 4;
    /** Characters between two stretches that are no longer items of one list. */
    private static final int APART = 60;
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

    private boolean differ(int start, int end, int laterStart, int laterEnd, boolean anyhow) {
        int shorter = Math.min(end - start, laterEnd - laterStart);
        int allowed = shorter >= SHORTEST_WITH_TWO ? 2 : 1;
        if (shorter < SHORTEST || Math.abs(end - start - laterEnd + laterStart) > allowed) {
            return false;
        }
        return new Pair(start, end, laterStart, laterEnd).differByAtMost(start, laterStart, allowed, anyhow);
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

        private Pair(int startA, int endA, int startB, int endB) {
            this.startA = startA;
            this.endA = endA;
            this.startB = startB;
            this.endB = endB;
            this.apart = startB - endA > APART || endB - startB >= LONG;
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
            boolean named = isNamed(a, endA) || isNamed(b, endB);
            if (apart && !named) {
                return true;
            }
            boolean word = isInWord(a, startA, endA, named);
            boolean otherWord = isInWord(b, startB, endB, named);
            if (word != otherWord || (word && apart)) {
                return true;
            }
            return !word && !named && a - startA >= SUBJECT && !isPerson(a, startA, one, other);
        }

        private boolean isNamed(int index, int end) {
            return telling.isInPlace(content, index, end) || (!apart && telling.isInBody(content, index, end));
        }

        private boolean mayBeMissing(int index, int start, int end) {
            char c = content.charAt(index);
            return Characters.isHan(c)
                    && !telling.isTelling(c)
                    && !isNamed(index, end)
                    && (apart || (index - start >= SUBJECT && !isPerson(index, start, c, c)));
        }
    }

    /** Whether the characters may be given names behind a surname, or both surnames themselves. */
    private boolean isPerson(int index, int start, char one, char other) {
        for (int i = index - 1; i >= Math.max(start, index - 2); i--) {
            if (telling.isSurname(content.charAt(i))) {
                return true;
            }
        }
        return telling.isSurname(one) && telling.isSurname(other);
    }

    /** Whether the character is part of a word of at least two; in a name only words that name nothing count. */
    private boolean isInWord(int index, int start, int end, boolean named) {
        for (int from = Math.max(start, index - LONGEST_WORD + 1); from <= index; from++) {
            StringBuilder word = new StringBuilder();
            for (int i = from; i < Math.min(end, from + LONGEST_WORD); i++) {
                word.append(content.charAt(i));
                if (i >= index && word.length() > 1 && isWord(word.toString(), named)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWord(String word, boolean named) {
        CoreDictionary.Attribute attribute = CoreDictionary.get(word);
        return attribute != null
                && attribute.totalFrequency >= COMMON
                && !(named && NAMES.contains(attribute.nature[0]));
    }
}
