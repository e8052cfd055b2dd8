package org.broadsheet.bench.wear;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Prints sentences and paragraphs again further down, exactly or with a wrong character or two. Not thread-safe. */
final class Copier {
    /** Characters of content a copied sentence or paragraph has at least: shorter ones are rhetoric. */
    static final int SHORTEST = 16;
    /** The same where one character differs. */
    static final int SHORTEST_MISREAD = 20;
    /** The same where two characters differ. */
    static final int SHORTEST_MISREAD_TWICE = 32;

    private static final int TRIES = 20;
    /** Opens a report: a copy of it would be another article. */
    private static final String REPORT = "本报";

    private static final String SENTENCE_ENDS = "。！？";
    private static final String CLOSINGS = "”’」』》〉）)】";

    private final Sheet sheet;
    private final Glyphs glyphs;
    private final Random random;

    Copier(Sheet sheet, Glyphs glyphs, Random random) {
        this.sheet = sheet;
        this.glyphs = glyphs;
        this.random = random;
    }

    /** Prints a sentence again behind a later sentence, or right behind itself; false where none is fit. */
    boolean copySentence(int mostMisread) {
        for (int i = 0; i < TRIES; i++) {
            int place = random.nextInt(sheet.passages.size());
            Passage passage = sheet.passages.get(place);
            List<Integer> ends = sentenceEnds(passage);
            int chosen = ends.isEmpty() ? -1 : random.nextInt(ends.size());
            if (chosen < 0) {
                continue;
            }
            int start = chosen == 0 ? 0 : ends.get(chosen - 1);
            int end = ends.get(chosen);
            if (isFit(passage, start, end)) {
                Passage copy = copy(Injury.Kind.SENTENCE, passage, start, end, mostMisread);
                putBehind(place, end, copy);
                return true;
            }
        }
        return false;
    }

    /** Prints a paragraph again as a later paragraph; false where none is fit. */
    boolean copyParagraph(int mostMisread) {
        for (int i = 0; i < TRIES; i++) {
            int place = random.nextInt(sheet.passages.size());
            Passage passage = sheet.passages.get(place);
            if (isFit(passage, 0, passage.length())) {
                Passage copy = copy(Injury.Kind.PARAGRAPH, passage, 0, passage.length(), mostMisread);
                sheet.passages.add(place + 1 + random.nextInt(sheet.passages.size() - place), copy);
                return true;
            }
        }
        return false;
    }

    private Passage copy(Injury.Kind kind, Passage passage, int start, int end, int mostMisread) {
        int length = contentLength(passage, start, end);
        int may = length >= SHORTEST_MISREAD_TWICE ? 2 : length >= SHORTEST_MISREAD ? 1 : 0;
        int wanted = Math.min(may, mostMisread == 0 ? 0 : random.nextInt(mostMisread + 1));
        Passage copy = passage.copy(start, end, sheet.next());
        int misread = misread(copy, wanted);
        sheet.injure(new Injury(kind, passage.origin(start), passage.origin(end - 1) + 1, 1, misread));
        return copy;
    }

    /** Misreads up to {@code wanted} characters, never digits or places; how many there were. */
    private int misread(Passage copy, int wanted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < copy.length(); i++) {
            if (!glyphs.isDigitOrPlace(copy, i)) {
                places.add(i);
            }
        }
        int misread = 0;
        for (; misread < wanted && !places.isEmpty(); misread++) {
            int index = places.remove(random.nextInt(places.size()));
            copy.replace(index, glyphs.misread(copy.charAt(index), random), copy.cause(index));
        }
        return misread;
    }

    private void putBehind(int place, int end, Passage copy) {
        int target = place + random.nextInt(sheet.passages.size() - place);
        Passage passage = sheet.passages.get(target);
        List<Integer> ends = sentenceEnds(passage);
        if (target == place) {
            ends.removeIf(each -> each < end);
        }
        int at = ends.isEmpty() ? passage.length() : ends.get(random.nextInt(ends.size()));
        passage.insert(at, copy);
    }

    /** Text of the page in a row that ends a sentence and is long enough. */
    private boolean isFit(Passage passage, int start, int end) {
        if (passage.toString().startsWith(REPORT, start)) {
            return false;
        }
        for (int i = start; i < end; i++) {
            int cause = passage.cause(i);
            boolean copied = cause >= 0 && sheet.injuries.get(cause).isCopy();
            if (copied || passage.origin(i) != passage.origin(start) + i - start) {
                return false;
            }
        }
        return contentLength(passage, start, end) >= SHORTEST && lastMark(passage, end) == '。';
    }

    private static char lastMark(Passage passage, int end) {
        int last = end - 1;
        while (last > 0 && CLOSINGS.indexOf(passage.charAt(last)) >= 0) {
            last--;
        }
        return passage.charAt(last);
    }

    /** Behind each sentence and the closing marks that follow it. */
    private static List<Integer> sentenceEnds(Passage passage) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < passage.length(); i++) {
            if (SENTENCE_ENDS.indexOf(passage.charAt(i)) < 0) {
                continue;
            }
            while (i + 1 < passage.length() && CLOSINGS.indexOf(passage.charAt(i + 1)) >= 0) {
                i++;
            }
            ends.add(i + 1);
        }
        return ends;
    }

    private static int contentLength(Passage passage, int start, int end) {
        int length = 0;
        for (int i = start; i < end; i++) {
            length += Glyphs.isContent(passage.charAt(i)) ? 1 : 0;
        }
        return length;
    }
}
