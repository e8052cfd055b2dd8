package org.broadsheet.text.fact;

import java.util.Random;

/** Signatures by name: those of one wording are similar however worn, those of two wordings are not. */
final class Wordings {
    private static final int MINIMA = 16;

    private Wordings() {}

    /** The words of a story as one paper prints them: {@code worn} of its 32 minima are others than in the story. */
    static Signature wording(long story, int worn, long print) {
        Random first = new Random(Mixer.mix(story));
        long[] halves = {first.nextLong(), first.nextLong()};
        Random wear = new Random(Mixer.mix(print) + story);
        for (int i = 0; i < worn; i++) {
            int at = wear.nextInt(2 * MINIMA);
            int shift = at % MINIMA * 4;
            halves[at / MINIMA] ^= (1L + wear.nextInt(15)) << shift;
        }
        return new Signature(halves[0], halves[1], 0);
    }

    /** The words of a story, unworn. */
    static Signature wording(long story) {
        return wording(story, 0, 0);
    }
}
