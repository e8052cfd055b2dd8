package org.broadsheet.text.segment;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary.Attribute;
import com.hankcs.hanlp.dictionary.other.CharType;
import java.util.Arrays;

/**
 * All words that a stretch could be made of, and the likeliest way through them: 党员 + 干部 + 下沉 + 社区, not 党员 + 干 + 部下 + 沉 + 社区.
 *
 * <p>In arrays, words by where they begin, the shorter first. Used once, by one thread.
 */
final class Lattice {
    /** Words that begin at one character, before the arrays grow. */
    private static final int ROOM = 3;

    private static final String POINTS = "，,．.";
    /** What stands before the first word of a way. */
    private static final int BEGIN = -1;
    /** What stands before a word to which no way leads. */
    private static final int NOWHERE = -2;

    private final CoreWords dictionary;
    private final char[] text;
    /** The first word that begins at a character; the one behind the last is the first of the next. */
    private final int[] first;

    private int[] words;
    private int[] ends;
    private int size;
    /** The word before each on the cheapest way to it, and what that way costs; last those of the end. */
    private final int[] before;

    private final double[] costs;

    Lattice(CoreWords dictionary, char[] text) {
        this.dictionary = dictionary;
        this.text = text;
        this.first = new int[text.length + 1];
        this.words = new int[text.length * ROOM];
        this.ends = new int[text.length * ROOM];
        look();
        cover();
        this.before = new int[size + 1];
        this.costs = new double[size + 1];
    }

    private void look() {
        DoubleArrayTrie<Attribute>.Searcher found = CoreWords.search(text);
        int start = 0;
        while (found.next()) {
            while (start < found.begin) {
                first[++start] = size;
            }
            add(size, found.begin + found.length, found.index);
        }
        while (start < text.length) {
            first[++start] = size;
        }
    }

    private void add(int at, int end, int word) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        System.arraycopy(words, at, words, at + 1, size - at);
        System.arraycopy(ends, at, ends, at + 1, size - at);
        words[at] = word;
        ends[at] = end;
        size++;
    }

    /** Where longest words laid end to end leave characters over, what stands there is a word of its own: 2022, kg. */
    private void cover() {
        int at = 0;
        while (at < text.length) {
            if (first[at] < first[at + 1]) {
                at = ends[first[at + 1] - 1];
                continue;
            }
            int end = at + 1;
            while (end < text.length && (first[end] == first[end + 1] || type(end) == CharType.CT_CNUM)) {
                end++;
            }
            coverUnknown(at, end);
            at = end;
        }
    }

    private void coverUnknown(int from, int end) {
        int start = from;
        int type = type(start);
        for (int at = from + 1; at < end; at++) {
            int next = type(at);
            boolean decimal = type == CharType.CT_NUM
                    && POINTS.indexOf(text[at]) >= 0
                    && at + 1 < end
                    && type(at + 1) == CharType.CT_NUM;
            if (next != type && !decimal) {
                insert(start, at, type);
                start = at;
            }
            type = decimal ? type : next;
        }
        insert(start, end, type);
    }

    private void insert(int start, int end, int type) {
        for (int i = first[start]; i < first[start + 1]; i++) {
            if (ends[i] == end) {
                return;
            }
        }
        add(first[start + 1], end, dictionary.unknown(type));
        for (int at = start + 1; at <= text.length; at++) {
            first[at]++;
        }
    }

    private int type(int at) {
        return CharType.get(text[at]);
    }

    /** Where each of the likeliest words stands among all, in order. */
    int[] path() {
        Arrays.fill(before, NOWHERE);
        for (int to = 0; to < first[1]; to++) {
            goOn(dictionary.begin(), 0, BEGIN, to);
        }
        for (int i = 0; i < size; i++) {
            if (before[i] == NOWHERE) {
                continue;
            }
            int next = ends[i];
            int behind = next == text.length ? size + 1 : first[next + 1];
            for (int to = next == text.length ? size : first[next]; to < behind; to++) {
                goOn(words[i], costs[i], i, to);
            }
        }
        int length = 0;
        for (int i = before[size]; i >= 0; i = before[i]) {
            length++;
        }
        int[] path = new int[length];
        for (int i = before[size]; i >= 0; i = before[i]) {
            path[--length] = i;
        }
        return path;
    }

    /** Takes the way over {@code from} to a word where it is the cheapest so far. */
    private void goOn(int word, double cost, int from, int to) {
        int next = to == size ? dictionary.end() : words[to];
        double sum = cost + dictionary.cost(word, next);
        if (before[to] == NOWHERE || sum < costs[to]) {
            before[to] = from;
            costs[to] = sum;
        }
    }

    /** The word of the dictionary at a place of {@link #path}. */
    int word(int place) {
        return words[place];
    }

    /** Offset behind the word at a place of {@link #path}. */
    int end(int place) {
        return ends[place];
    }
}
