package org.broadsheet.text.article;

import java.util.List;

/**
 * Tells whether two runs of prose are of one subject: reports of one take up each other's words ({@code 迎泽}, {@code 楼栋}), those
 * of two share only what every report has ({@code 工作}, {@code 发展}). Of halves of broadcast reports nine in ten share more than
 * {@link #LEAST_SHARED} of the pairs of the shorter, of two reports one in ten. Linear; immutable, thread-safe.
 */
final class Subjects {
    /** The share of the pairs of Han characters from which on two runs are of one subject. */
    private static final double LEAST_SHARED = 0.022;
    /** Characters of a run that are looked at, from its beginning. */
    private static final int LOOKED_AT = 600;

    private static final int FEWEST_PAIRS = 40;
    private static final int FACTOR = 0x9E3779B1;

    /** One bit for each pair that stands in news of any subject. */
    private final Pairs everyday;

    Subjects(Words words) {
        List<String> pairs = words.of("everyday");
        everyday = new Pairs(pairs.size());
        pairs.forEach(pair -> everyday.add(pair.charAt(0) << Character.SIZE | pair.charAt(1)));
    }

    /** Whether the runs, each as paragraphs, are of one subject; also where one is too short to tell. */
    boolean areOne(List<Unit> one, List<Unit> other) {
        Pairs mine = pairs(one);
        Pairs theirs = pairs(other);
        int fewer = Math.min(mine.size, theirs.size);
        return fewer < FEWEST_PAIRS || mine.shared(theirs) >= LEAST_SHARED * fewer;
    }

    private Pairs pairs(List<Unit> run) {
        Pairs pairs = new Pairs(LOOKED_AT);
        int left = LOOKED_AT;
        for (int i = 0; i < run.size() && left > 0; i++) {
            if (run.get(i).is(Unit.Kind.BODY)) {
                CleanText text = run.get(i).text();
                int length = Math.min(left, text.length());
                add(text, length, pairs);
                left -= length;
            }
        }
        return pairs;
    }

    private void add(CleanText text, int length, Pairs pairs) {
        for (int i = 1; i < length; i++) {
            if (Characters.isHan(text.charAt(i)) && Characters.isHan(text.charAt(i - 1))) {
                int pair = text.charAt(i - 1) << Character.SIZE | text.charAt(i);
                if (!everyday.contains(pair)) {
                    pairs.add(pair);
                }
            }
        }
    }

    /** A set of pairs, none of which is 0; open addressing. */
    private static final class Pairs {
        private final int[] slots;
        private int size;

        private Pairs(int most) {
            slots = new int[Integer.highestOneBit(Math.max(1, most)) * 4];
        }

        private void add(int pair) {
            int slot = slot(pair);
            if (slots[slot] == 0) {
                slots[slot] = pair;
                size++;
            }
        }

        private boolean contains(int pair) {
            return slots[slot(pair)] == pair;
        }

        private int shared(Pairs other) {
            int shared = 0;
            for (int pair : slots) {
                shared += pair != 0 && other.contains(pair) ? 1 : 0;
            }
            return shared;
        }

        private int slot(int pair) {
            int slot = (pair * FACTOR) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
            while (slots[slot] != 0 && slots[slot] != pair) {
                slot = (slot + 1) & (slots.length - 1);
            }
            return slot;
        }
    }
}
