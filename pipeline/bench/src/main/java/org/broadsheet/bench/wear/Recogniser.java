package org.broadsheet.bench.wear;

import java.util.Random;

/** Reads characters and marks wrongly: {@code 保障} as {@code 呆障}, {@code ，} as {@code ,}. Not thread-safe. */
final class Recogniser {
    private static final int THOUSAND = 1000;

    private final Sheet sheet;
    private final Glyphs glyphs;
    private final Random random;

    Recogniser(Sheet sheet, Glyphs glyphs, Random random) {
        this.sheet = sheet;
        this.glyphs = glyphs;
        this.random = random;
    }

    /** Misreads that share of the characters; with {@code sparing} no digits and no names of places. */
    void misread(int perMille, boolean sparing) {
        for (Passage passage : sheet.passages) {
            for (int i = 0; i < passage.length() && perMille > 0; i++) {
                boolean may = glyphs.canBeMisread(passage.charAt(i)) && !(sparing && glyphs.isDigitOrPlace(passage, i));
                if (may && random.nextInt(THOUSAND) < perMille) {
                    replace(passage, i, glyphs.misread(passage.charAt(i), random), Injury.Kind.MISREAD);
                }
            }
        }
    }

    /** Sets that share of the marks otherwise; marks of a copy stay with their copy. */
    void resetMarks(int perMille) {
        for (Passage passage : sheet.passages) {
            for (int i = 0; i < passage.length() && perMille > 0; i++) {
                if (random.nextInt(THOUSAND) < perMille) {
                    char other = glyphs.resetMark(passage.charAt(i), random);
                    if (other != passage.charAt(i)) {
                        replace(passage, i, other, Injury.Kind.PUNCTUATION);
                    }
                }
            }
        }
    }

    private void replace(Passage passage, int index, char other, Injury.Kind kind) {
        int origin = passage.origin(index);
        boolean copied = passage.cause(index) >= 0
                && sheet.injuries.get(passage.cause(index)).isCopy();
        int number = sheet.injure(new Injury(kind, origin, origin + 1, 0, 0));
        passage.replace(index, other, copied ? passage.cause(index) : number);
    }
}
