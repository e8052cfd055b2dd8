package org.broadsheet.text.mention;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionaryTransformMatrixDictionary;
import com.hankcs.hanlp.dictionary.TransformMatrix;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.broadsheet.text.number.Lexicon;

/**
 * Says which words of a short stretch are nouns and which verbs: 下沉 in {@code 党员干部下沉社区} is a verb.
 *
 * <p>HanLP behind it, loaded at the first question. Thread-safe.
 */
final class WordTagger {
    /** First letters of the natures of nouns, abbreviations, places, suffixes. */
    private static final String NOUNS = "njgsk";
    /** First letters of the natures of adjectives, numbers, measures, directions, prefixes, foreign words. */
    private static final String ATTRIBUTES = "abmqfhx";

    /** What a word is, as far as a noun phrase cares. */
    enum Sort {
        NOUN,
        /** A verb that can stand before a noun as part of its name: 采样 in 采样人员. */
        VERBAL_NOUN,
        VERB,
        /** Adjectives and the like: part of a phrase in front of its head. */
        ATTRIBUTE,
        /** Adverbs, prepositions, particles, verbs that are never part of a name: no phrase goes on here. */
        OTHER
    }

    /** A word, its sort, and whether it seems to be a person's name. */
    record Word(String text, Sort sort, boolean person) {}

    private final Set<String> verbs = Set.copyOf(Lexicon.column(WordTagger.class, "verbs.tsv"));

    private final Set<String> predicates = Set.copyOf(Lexicon.column(WordTagger.class, "predicates.tsv"));

    private final Set<String> attributes = Set.copyOf(Lexicon.column(WordTagger.class, "attributes.tsv"));

    private static final class Lazy {
        static final Segment NAMES = load();
        static final Segment WORDS = segment().enableNameRecognize(false).enableTranslatedNameRecognize(false);

        private static Segment segment() {
            return HanLP.newSegment().enablePartOfSpeechTagging(true);
        }

        /**
         * HanLP 1.8.6 copies its table of transitions, 270 KB, at every call, because it never notes that it has made it
         * large enough; and two threads may do so at once. The first call makes it so, and this notes it.
         */
        private static Segment load() {
            Segment segment = segment();
            segment.seg("采样人员");
            TransformMatrix transitions = CoreDictionaryTransformMatrixDictionary.transformMatrixDictionary;
            transitions.states = Arrays.copyOf(transitions.states, Nature.values().length);
            return segment;
        }
    }

    /** The words of a stretch of at most some dozens of characters, in order; the names of persons fall into characters. */
    List<Word> words(String stretch) {
        return words(Lazy.WORDS, stretch);
    }

    /** The same, with the names of persons in one piece, at twice the cost. */
    List<Word> wordsAndNames(String stretch) {
        return words(Lazy.NAMES, stretch);
    }

    private List<Word> words(Segment segment, String stretch) {
        List<Term> terms = segment.seg(stretch);
        List<Word> words = new ArrayList<>(terms.size());
        terms.forEach(term -> words.add(word(term)));
        return words;
    }

    private Word word(Term term) {
        String nature = term.nature.toString();
        Sort sort;
        if (predicates.contains(term.word)) {
            sort = Sort.OTHER;
        } else if (verbs.contains(term.word)) {
            sort = Sort.VERB;
        } else if (attributes.contains(term.word)) {
            sort = Sort.ATTRIBUTE;
        } else if (nature.equals("nr")) {
            // what it takes for a person is as often a verb it does not know: 包保
            sort = Sort.OTHER;
        } else if (nature.equals("vn")) {
            sort = Sort.VERBAL_NOUN;
        } else if (nature.startsWith("v")) {
            sort = Sort.VERB;
        } else if (nature.equals("ad")) {
            sort = Sort.OTHER;
        } else if (NOUNS.indexOf(nature.charAt(0)) >= 0) {
            sort = Sort.NOUN;
        } else {
            sort = ATTRIBUTES.indexOf(nature.charAt(0)) >= 0 ? Sort.ATTRIBUTE : Sort.OTHER;
        }
        return new Word(term.word, sort, nature.equals("nr"));
    }
}
