package org.broadsheet.text.article;

/**
 * Tells whether two sentences are one sentence misread: {@code 做好物资呆障工作} and {@code 做好物资保障工作}. At most two
 * characters differ, none of them a digit, a place or a word that changes what is said.
 */
final class NearCopies {
    private static final int SHORTEST = 20;
    private static final int SHORTEST_WITH_TWO = 32;
    /** Who speaks stands at the beginning: differences there are different people. */
    private static final int SUBJECT = 4;

    private final Telling telling;

    NearCopies(Telling telling) {
        this.telling = telling;
    }

    /** Whether the stretch of {@code a} and that of {@code b} are near copies; linear in their length. */
    boolean areNear(char[] a, int startA, int endA, char[] b, int startB, int endB) {
        int shorter = Math.min(endA - startA, endB - startB);
        if (shorter < SHORTEST) {
            return false;
        }
        int allowed = shorter >= SHORTEST_WITH_TWO ? 2 : 1;
        return new Pair(a, startA, endA, b, startB, endB).differByAtMost(startA, startB, allowed);
    }

    private final class Pair {
        private final char[] a;
        private final int startA;
        private final int endA;
        private final char[] b;
        private final int startB;
        private final int endB;

        private Pair(char[] a, int startA, int endA, char[] b, int startB, int endB) {
            this.a = a;
            this.startA = startA;
            this.endA = endA;
            this.b = b;
            this.startB = startB;
            this.endB = endB;
        }

        private boolean differByAtMost(int fromA, int fromB, int allowed) {
            int i = fromA;
            int j = fromB;
            while (i < endA && j < endB && a[i] == b[j]) {
                i++;
                j++;
            }
            if (i == endA && j == endB) {
                return true;
            }
            if (allowed == 0 || i - startA < SUBJECT || j - startB < SUBJECT) {
                return false;
            }
            return (i < endA
                            && j < endB
                            && mayDiffer(a, i, endA)
                            && mayDiffer(b, j, endB)
                            && differByAtMost(i + 1, j + 1, allowed - 1))
                    || (i < endA && mayDiffer(a, i, endA) && differByAtMost(i + 1, j, allowed - 1))
                    || (j < endB && mayDiffer(b, j, endB) && differByAtMost(i, j + 1, allowed - 1));
        }

        private boolean mayDiffer(char[] text, int index, int end) {
            char c = text[index];
            return Characters.isHan(c) && !telling.isTelling(c) && !telling.isInName(text, index, end);
        }
    }
}
