package org.broadsheet.bench.wear;

import java.util.Random;

/** Prints stretches several times in a row: {@code 送菜上门;送菜上门;送菜上门;}. Not thread-safe. */
final class Looper {
    /** Characters of content a looped stretch has at least. */
    static final int SHORTEST = 6;
    /** Characters of content it has at most. */
    static final int LONGEST = 60;
    /** How often it stands there at most, the original counted. */
    static final int MOST_TIMES = 10;

    /** Han characters it has at least: rows of figures are tables. */
    private static final int LEAST_HAN = 4;

    private static final int TRIES = 20;
    private static final String CLAUSE_ENDS = "，、；：。！？,;:!?";

    private final Sheet sheet;
    private final Random random;

    Looper(Sheet sheet, Random random) {
        this.sheet = sheet;
        this.random = random;
    }

    /** Loops a stretch somewhere: half of the times whole clauses, half any characters; false where none was found. */
    boolean loop() {
        for (int i = 0; i < TRIES; i++) {
            Passage passage = sheet.passages.get(random.nextInt(sheet.passages.size()));
            if (passage.length() >= SHORTEST && loop(passage)) {
                return true;
            }
        }
        return false;
    }

    private boolean loop(Passage passage) {
        int start = random.nextInt(passage.length());
        int wanted = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
        boolean clauses = random.nextBoolean();
        if (clauses) {
            start = clauseStart(passage, start);
        }
        while (start < passage.length() && !Glyphs.isContent(passage.charAt(start))) {
            start++;
        }
        int end = clauses ? clauseEnd(passage, start, wanted) : contentEnd(passage, start, wanted);
        if (end < 0 || !isInOnePiece(passage, start, end) || countHan(passage, start, end) < LEAST_HAN) {
            return false;
        }
        int times = 2 + random.nextInt(MOST_TIMES - 1);
        int number = sheet.injure(
                new Injury(Injury.Kind.LOOP, passage.origin(start), passage.origin(end - 1) + 1, times - 1, 0));
        Passage copy = passage.copy(start, end, number);
        for (int i = 1; i < times; i++) {
            passage.insert(end, copy);
        }
        return true;
    }

    private static int clauseStart(Passage passage, int from) {
        int start = from;
        while (start > 0 && CLAUSE_ENDS.indexOf(passage.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    /** Behind the mark of the last clause that ends within {@code most} characters of content; −1 where none does. */
    private static int clauseEnd(Passage passage, int start, int most) {
        int end = -1;
        int content = 0;
        for (int i = start; i < passage.length() && content <= most; i++) {
            content += Glyphs.isContent(passage.charAt(i)) ? 1 : 0;
            boolean ends = content >= SHORTEST && content <= most && CLAUSE_ENDS.indexOf(passage.charAt(i)) >= 0;
            end = ends ? i + 1 : end;
        }
        return end;
    }

    /** Behind the character with which {@code wanted} characters of content are full; −1 where there are too few. */
    private static int contentEnd(Passage passage, int start, int wanted) {
        int content = 0;
        for (int i = start; i < passage.length(); i++) {
            content += Glyphs.isContent(passage.charAt(i)) ? 1 : 0;
            if (content == wanted) {
                return i + 1;
            }
        }
        return -1;
    }

    private static int countHan(Passage passage, int start, int end) {
        int han = 0;
        for (int i = start; i < end; i++) {
            han += Glyphs.isHan(passage.charAt(i)) ? 1 : 0;
        }
        return han;
    }

    /** Whether the stretch is text of the page in a row, no copy and no seam in it. */
    private boolean isInOnePiece(Passage passage, int start, int end) {
        for (int i = start; i < end; i++) {
            int cause = passage.cause(i);
            boolean copied = cause >= 0 && sheet.injuries.get(cause).isCopy();
            if (copied || passage.origin(i) != passage.origin(start) + i - start) {
                return false;
            }
        }
        boolean behindLoop = end < passage.length()
                && passage.cause(end) >= 0
                && sheet.injuries.get(passage.cause(end)).kind() == Injury.Kind.LOOP;
        return !behindLoop;
    }
}
