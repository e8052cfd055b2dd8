package org.broadsheet.text.place;

import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stretches of a text between punctuation, cut into words where they are asked for, each once.
 *
 * <p>One per text, not thread-safe.
 */
final class Clauses {
    /** Characters that are cut at once at most. */
    private static final int LONGEST = 64;

    private final String text;
    private final Map<Integer, List<Word>> words = new HashMap<>();

    Clauses(String text) {
        this.text = text;
    }

    /**
     * A word in its place.
     *
     * @param nature part of speech as HanLP writes it: {@code ns} a place, {@code nr} a person
     */
    record Word(int start, int end, String nature) {
        /** Whether it is the stretch. */
        boolean is(int from, int to) {
            return start == from && end == to;
        }

        /** Whether it overlaps the stretch and reaches beyond it. */
        boolean crosses(int from, int to) {
            return start < to && end > from && (start < from || end > to);
        }
    }

    /** The words that overlap the stretch; none where it holds no Chinese character. */
    List<Word> over(int start, int end) {
        int from = start;
        while (from > 0 && from % LONGEST != 0 && Characters.isHan(text.charAt(from - 1))) {
            from--;
        }
        List<Word> found = new ArrayList<>();
        while (from < end && from < text.length() && Characters.isHan(text.charAt(from))) {
            List<Word> clause = words.computeIfAbsent(from, this::cut);
            for (Word word : clause) {
                if (word.start() < end && word.end() > start) {
                    found.add(word);
                }
            }
            from = clause.isEmpty() ? end : clause.get(clause.size() - 1).end();
        }
        return found;
    }

    private List<Word> cut(int from) {
        int to = from + 1;
        while (to < text.length() && to % LONGEST != 0 && Characters.isHan(text.charAt(to))) {
            to++;
        }
        List<Word> clause = new ArrayList<>();
        for (Term word : Segmentation.words(text.substring(from, to))) {
            int start = from + word.offset;
            clause.add(new Word(start, start + word.word.length(), word.nature.toString()));
        }
        return clause;
    }
}
