package org.broadsheet.text.place;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.List;
import java.util.Set;

/**
 * Cuts a few characters into words where a name may be part of another word: {@code 静宁} in {@code 冯静宁}.
 *
 * <p>The model is loaded at the first use. Immutable, thread-safe.
 */
final class Segmentation {
    /** Characters on each side that are enough to decide. */
    private static final int REACH = 12;
    /** Verbs after which places are named. */
    private final Set<String> names = GazetteerFiles.column("verbs.tsv");

    /** Whether the words around leave {@code [start, end)} whole and belong to no longer word or person. */
    boolean stands(Clauses clauses, int start, int end) {
        for (Clauses.Word word : clauses.over(start, end)) {
            if (word.crosses(start, end)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code [start, end)} is no part of a person's name: {@code 青海} in {@code 闫青海}. */
    boolean isNoPerson(Clauses clauses, int start, int end) {
        for (Clauses.Word word : clauses.over(start, end)) {
            if (word.crosses(start, end) && word.nature().equals("nr")) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words around know it as a place. */
    boolean isPlace(Clauses clauses, int start, int end) {
        for (Clauses.Word word : clauses.over(start, end)) {
            if (!word.is(start, end) || !word.nature().startsWith("ns")) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a verb, an adjective or an adverb: {@code 合作}. */
    boolean isVerb(Clauses clauses, int start, int end) {
        for (Clauses.Word word : clauses.over(start, end)) {
            if (word.is(start, end) && "vad".indexOf(word.nature().charAt(0)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where the noun that ends at {@code end} begins at the earliest: behind the last verb, preposition, conjunction or
     * pronoun after {@code start}.
     */
    int nounStart(String text, int start, int end) {
        int from = clauseStart(text, start);
        int noun = start;
        boolean counted = false;
        for (Term word : words(text.substring(from, end))) {
            int close = from + word.offset + word.word.length();
            char nature = word.nature.toString().charAt(0);
            // 瓦 of 托尔亚瓦格社区 counts nothing
            if (close > start && close < end && (nature == 'q' ? counted : breaks(word))) {
                noun = close;
            }
            counted = nature == 'm' || nature == 'r';
        }
        return noun;
    }

    /**
     * Whether {@code [start, end)} is what one does, not what a place is called: {@code 守好} in {@code 守好社区}.
     *
     * @param to where to stop reading, behind the ending
     */
    boolean isPhrase(String text, int start, int end, int to) {
        Term before = null;
        for (Term word : words(text.substring(start, to))) {
            if (start + word.offset >= end) {
                return false;
            }
            char nature = word.nature.toString().charAt(0);
            boolean verb = nature == 'v' && word.word.length() > 1 && !names.contains(word.word);
            boolean result = before != null
                    && before.nature.toString().charAt(0) == 'v'
                    && before.word.length() == 1
                    && "好牢住实紧稳细活密了过".contains(word.word);
            if (verb || result || ("pcury".indexOf(nature) >= 0 && word.word.length() > 1)) {
                return true;
            }
            before = word;
        }
        return false;
    }

    private static boolean breaks(Term word) {
        String nature = word.nature.toString();
        boolean long2 = word.word.length() > 1;
        return switch (nature.charAt(0)) {
            case 'v' -> long2 && !nature.startsWith("vn");
            case 'p', 'c', 'u', 'r', 'd' -> long2;
            case 'w' -> true;
            default -> false;
        };
    }

    /** The words of a stretch without punctuation, offsets in it. */
    static List<Term> words(String clause) {
        return Model.SEGMENT.seg(clause);
    }

    private static int clauseStart(String text, int start) {
        int from = start;
        while (from > 0 && start - from < REACH && Characters.isHan(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /** Holds the model, which the class loader makes once and at the first use. */
    private static final class Model {
        private static final Segment SEGMENT = new ViterbiSegment()
                .enableCustomDictionary(false)
                .enableNameRecognize(true)
                .enableTranslatedNameRecognize(false)
                .enablePlaceRecognize(false)
                .enableOrganizationRecognize(false)
                .enableOffset(true);
    }
}
