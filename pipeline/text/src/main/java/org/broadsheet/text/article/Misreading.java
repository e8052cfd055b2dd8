package org.broadsheet.text.article;

import com.hankcs.hanlp.dictionary.CoreDictionary;

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

    private final PageContent content;
    private final Telling telling;

    Misreading(PageContent content, Telling telling) {
        this.content = content;
        this.telling = telling;
    }

    /** Whether the later stretch is a misread copy of the earlier one; linear in their length. */
    boolean isCopy(int start, int end, int laterStart, int laterEnd) {
        int shorter = Math.min(end - start, laterEnd - laterStart);
        if (shorter < SHORTEST || Math.abs(end - start - laterEnd + laterStart) > 2) {
            return false;
        }
        int allowed = shorter >= SHORTEST_WITH_TWO ? 2 : 1;
        return new Pair(start, end, laterStart, laterEnd).differByAtMost(start, laterStart, allowed);
    }

    boolean isTelling(char c) {
        return telling.isTelling(c);
    }

    private final class Pair {
        private final int startA;
        private final int endA;
        private final int startB;
        private final int endB;

        private Pair(int startA, int endA, int startB, int endB) {
            this.startA = startA;
            this.endA = endA;
            this.startB = startB;
            this.endB = endB;
        }

        private boolean differByAtMost(int fromA, int fromB, int allowed) {
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
            return (a < endA && b < endB && mayDiffer(a, b) && differByAtMost(a + 1, b + 1, allowed - 1))
                    || (a < endA && mayBeLeftOut(a, startA, endA) && differByAtMost(a + 1, b, allowed - 1))
                    || (b < endB && mayBeLeftOut(b, startB, endB) && differByAtMost(a, b + 1, allowed - 1));
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
            if (telling.isTelling(one) && telling.isTelling(other)) {
                return false;
            }
            if (isInName(a, endA) || isInName(b, endB)) {
                return false;
            }
            boolean word = isInWord(a, startA, endA);
            boolean otherWord = isInWord(b, startB, endB);
            if (word != otherWord) {
                return true;
            }
            return !word && a - startA >= SUBJECT && !isPerson(a, startA) && !isPerson(b, startB);
        }

        private boolean mayBeLeftOut(int index, int start, int end) {
            char c = content.charAt(index);
            return Characters.isHan(c)
                    && index - start >= SUBJECT
                    && !telling.isTelling(c)
                    && !isInName(index, end)
                    && !isPerson(index, start);
        }
    }

    private boolean isInName(int index, int end) {
        return telling.isInName(content, index, end);
    }

    /** Whether the character may be the given name behind a surname, or a surname itself. */
    private boolean isPerson(int index, int start) {
        for (int i = index; i >= Math.max(start, index - 2); i--) {
            if (telling.isSurname(content.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the character is part of a word of at least two. */
    private boolean isInWord(int index, int start, int end) {
        for (int from = Math.max(start, index - LONGEST_WORD + 1); from <= index; from++) {
            StringBuilder word = new StringBuilder();
            for (int i = from; i < Math.min(end, from + LONGEST_WORD); i++) {
                word.append(content.charAt(i));
                if (i >= index && word.length() > 1 && CoreDictionary.contains(word.toString())) {
                    return true;
                }
            }
        }
        return false;
    }
}
