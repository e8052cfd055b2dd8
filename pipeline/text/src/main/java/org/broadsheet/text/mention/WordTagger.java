package org.broadsheet.text.mention;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionaryTransformMatrixDictionary;
import com.hankcs.hanlp.dictionary.TransformMatrix;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.segment.Segmenter;

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

    /** Words that are something else than HanLP takes them for. */
    private final Map<String, Sort> known = new HashMap<>();

    private final Map<Nature, Sort> sorts = new ConcurrentHashMap<>();

    WordTagger() {
        know("attributes.tsv", Sort.ATTRIBUTE);
        know("verbs.tsv", Sort.VERB);
        know("predicates.tsv", Sort.OTHER);
    }

    private void know(String table, Sort sort) {
        Lexicon.column(WordTagger.class, table).forEach(word -> known.put(word, sort));
    }

    private static final class Lazy {
        static final Segment NAMES = load();
        static final Segmenter WORDS = new Segmenter();

        /**
         * HanLP 1.8.6 copies its table of transitions, 270 KB, at every call, because it never notes that it has made it
         * large enough; and two threads may do so at once. The first call makes it so, and this notes it.
         */
        private static Segment load() {
            Segment segment = HanLP.newSegment().enablePartOfSpeechTagging(true);
            segment.seg("采样人员");
            TransformMatrix transitions = CoreDictionaryTransformMatrixDictionary.transformMatrixDictionary;
            transitions.states = Arrays.copyOf(transitions.states, Nature.values().length);
            return segment;
        }
    }

    /** The words of a stretch of at most some dozens of characters, in order; the names of persons fall into characters. */
    List<Word> words(String stretch) {
        List<Segmenter.Part> parts = Lazy.WORDS.parts(stretch);
        List<Word> words = new ArrayList<>(parts.size());
        for (Segmenter.Part part : parts) {
            words.add(word(stretch.substring(part.start(), part.end()), part.nature()));
        }
        return words;
    }

    /** The same, with the names of persons in one piece, at many times the cost. */
    List<Word> wordsAndNames(String stretch) {
        List<Term> terms = Lazy.NAMES.seg(stretch);
        List<Word> words = new ArrayList<>(terms.size());
        terms.forEach(term -> words.add(word(term.word, term.nature)));
        return words;
    }

    private Word word(String text, Nature nature) {
        Sort exception = known.get(text);
        Sort sort = exception == null ? sorts.computeIfAbsent(nature, WordTagger::sort) : exception;
        return new Word(text, sort, nature == Nature.nr);
    }

    private static Sort sort(Nature nature) {
        String letters = nature.toString();
        if (letters.equals("nr") || letters.equals("ad")) {
            // what it takes for a person is as often a verb it does not know: 包保
            return Sort.OTHER;
        }
        if (letters.equals("vn")) {
            return Sort.VERBAL_NOUN;
        }
        if (letters.startsWith("v")) {
            return Sort.VERB;
        }
        if (NOUNS.indexOf(letters.charAt(0)) >= 0) {
            return Sort.NOUN;
        }
        return ATTRIBUTES.indexOf(letters.charAt(0)) >= 0 ? Sort.ATTRIBUTE : Sort.OTHER;
    }
}
