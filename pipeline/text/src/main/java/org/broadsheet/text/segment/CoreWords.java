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

    private final int[] words;
    /** What each word costs behind one that it was never seen behind. */
    private final double[] alone;

    private final Attribute[] attributes;
    /** What characters of each {@link CharType} are that no word of the dictionary holds; the ids behind those of the words. */
    private final int[] unknown = new int[Byte.MAX_VALUE];

    private final int begin;
    private final int end;

    CoreWords() {
        int size = CoreDictionary.trie.size();
        int kinds = Unknown.values().length;
        words = new int[(size + kinds + 2) * ROOM];
        alone = new double[size + kinds + 2];
        attributes = new Attribute[size + kinds + 2];
        for (int word = 0; word < size; word++) {
            Attribute attribute = CoreDictionary.trie.getValueAt(word);
            int kind = attribute.nature.length == 1 ? kind(attribute.nature[0]) : -1;
            boolean own = kind < 0 || !replaces(attribute.nature[0]);
            put(word, kind < 0 ? word : kind, own ? attribute : CoreDictionary.get(kind));
        }
        for (Unknown sort : Unknown.values()) {
            put(size + sort.ordinal(), sort.id, new Attribute(sort.nature, Predefine.OOV_DEFAULT_FREQUENCY));
        }
        for (int type = 0; type < unknown.length; type++) {
            unknown[type] = size + Unknown.of(type).ordinal();
        }
        begin = size + kinds;
        end = begin + 1;
        put(begin, CoreDictionary.BEGIN_WORD_ID, new Attribute(Nature.begin, Predefine.TOTAL_FREQUENCY / 10));
        put(end, CoreDictionary.END_WORD_ID, new Attribute(Nature.end, Predefine.TOTAL_FREQUENCY / 10));
    }

    /** Characters that no word of the dictionary holds, by what they are. */
    private enum Unknown {
        WORD(Nature.n, -1),
        NUMBER(Nature.m, CoreDictionary.M_WORD_ID),
        MARK(Nature.w, -1),
        LATIN(Nature.nx, CoreDictionary.X_WORD_ID);

        private final Nature nature;
        private final int id;

        Unknown(Nature nature, int id) {
            this.nature = nature;
            this.id = id;
        }

        private static Unknown of(int type) {
            return switch (type) {
                case CharType.CT_NUM, CharType.CT_INDEX, CharType.CT_CNUM -> NUMBER;
                case CharType.CT_DELIMITER, CharType.CT_OTHER -> MARK;
                case CharType.CT_SINGLE -> LATIN;
                default -> WORD;
            };
        }
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
        return nature == Nature.t ? CoreDictionary.T_WORD_ID : -1;
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
        return unknown[type];
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
