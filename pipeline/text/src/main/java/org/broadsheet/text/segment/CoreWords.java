package org.broadsheet.text.segment;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary.Attribute;
import com.hankcs.hanlp.dictionary.other.CharType;
import com.hankcs.hanlp.utility.Predefine;

/**
 * HanLP's core dictionary, with what the search for the best path asks of each word side by side: 志愿者 was seen so often.
 *
 * <p>Names, numbers and times of the dictionary stand for their kind, as in HanLP: whatever follows 北京 may follow 未##地. Immutable,
 * thread-safe.
 */
final class CoreWords {
    /** Integers of a word: its id among the pairs, how often it was seen. */
    private static final int ROOM = 2;
    /** The id of what stands in no pair. */
    private static final int NO_PAIRS = -1;
    /** Types of characters. */
    private static final int TYPES = CharType.CT_OTHER + 1;

    private final int[] words;
    /** What each word costs behind one that it was never seen behind. */
    private final double[] alone;

    private final Attribute[] attributes;
    /** Behind the words of the dictionary one for each type of character. */
    private final int unknown;

    private final int begin;
    private final int end;

    CoreWords() {
        unknown = CoreDictionary.trie.size();
        begin = unknown + TYPES;
        end = begin + 1;
        words = new int[(end + 1) * ROOM];
        alone = new double[end + 1];
        attributes = new Attribute[end + 1];
        for (int word = 0; word < unknown; word++) {
            Attribute attribute = CoreDictionary.trie.getValueAt(word);
            int kind = attribute.nature.length == 1 ? kind(attribute.nature[0]) : NO_PAIRS;
            boolean own = kind < 0 || !replaces(attribute.nature[0]);
            put(word, kind < 0 ? word : kind, own ? attribute : CoreDictionary.get(kind));
        }
        for (int type = 0; type < TYPES; type++) {
            putUnknown(type);
        }
        put(begin, CoreDictionary.BEGIN_WORD_ID, new Attribute(Nature.begin, Predefine.TOTAL_FREQUENCY / 10));
        put(end, CoreDictionary.END_WORD_ID, new Attribute(Nature.end, Predefine.TOTAL_FREQUENCY / 10));
    }

    /** What HanLP takes characters for that no word of its dictionary holds, by their {@link CharType}. */
    private void putUnknown(int type) {
        switch (type) {
            case CharType.CT_NUM, CharType.CT_INDEX, CharType.CT_CNUM ->
                put(unknown + type, CoreDictionary.M_WORD_ID, seldom(Nature.m));
            case CharType.CT_SINGLE -> put(unknown + type, CoreDictionary.X_WORD_ID, seldom(Nature.nx));
            case CharType.CT_DELIMITER, CharType.CT_OTHER -> put(unknown + type, NO_PAIRS, seldom(Nature.w));
            default -> put(unknown + type, NO_PAIRS, seldom(Nature.n));
        }
    }

    private static Attribute seldom(Nature nature) {
        return new Attribute(nature, Predefine.OOV_DEFAULT_FREQUENCY);
    }

    private void put(int word, int id, Attribute attribute) {
        words[word * ROOM] = id;
        words[word * ROOM + 1] = attribute.totalFrequency;
        alone[word] = cost(0, 0, attribute.totalFrequency);
        attributes[word] = attribute;
    }

    /** The word that stands for all words of a nature: 未##人 for persons; -1 where each stands for itself. */
    private static int kind(Nature nature) {
        if (nature.startsWith("nr")) {
            return CoreDictionary.NR_WORD_ID;
        }
        if (nature.startsWith("ns")) {
            return CoreDictionary.NS_WORD_ID;
        }
        if (nature == Nature.nx) {
            return CoreDictionary.NX_WORD_ID == -1 ? CoreDictionary.X_WORD_ID : CoreDictionary.NX_WORD_ID;
        }
        if (nature.startsWith("nt") || nature == Nature.nit) {
            return CoreDictionary.NT_WORD_ID;
        }
        if (nature.startsWith('m')) {
            return CoreDictionary.M_WORD_ID;
        }
        if (nature.startsWith('x')) {
            return CoreDictionary.X_WORD_ID;
        }
        return nature == Nature.t ? CoreDictionary.T_WORD_ID : NO_PAIRS;
    }

    /** Whether words of a nature are seen as often as their kind, not as themselves. */
    private static boolean replaces(Nature nature) {
        boolean name = nature.startsWith("nr") || nature.startsWith("ns") || nature.startsWith("nt");
        return !name && nature != Nature.nx && nature != Nature.nit;
    }

    /** Every word of a text, by start, the shorter first. */
    static DoubleArrayTrie<Attribute>.Searcher search(char[] text) {
        return CoreDictionary.trie.getSearcher(text, 0);
    }

    /** What stands before every text. */
    int begin() {
        return begin;
    }

    /** What stands behind every text. */
    int end() {
        return end;
    }

    /** The word that stands for characters of a type that no word holds. */
    int unknown(int type) {
        return unknown + type;
    }

    /** What a word costs behind another: the less, the oftener they were seen together. */
    double cost(int before, int word) {
        int pairs = CoreBiGramTableDictionary.getBiFrequency(words[before * ROOM], words[word * ROOM]);
        return pairs == 0 ? alone[word] : cost(pairs, words[before * ROOM + 1], words[word * ROOM + 1]);
    }

    /** HanLP's own formula, so that the sums come out the same to the last bit. */
    private static double cost(int pairs, int before, int word) {
        return -Math.log(Predefine.lambda * (Predefine.myu * pairs / (before + 1) + 1 - Predefine.myu)
                + (1 - Predefine.lambda) * word / Predefine.TOTAL_FREQUENCY);
    }

    /** As what it was seen, and how often. */
    Attribute attribute(int word) {
        return attributes[word];
    }
}
