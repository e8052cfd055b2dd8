package org.broadsheet.text.place;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds every word of a vocabulary in a text: {@code 太原}, {@code 太原市} and {@code 市} in {@code 太原市}.
 *
 * <p>A trie whose branches lie in one open hash table; work grows with the text times the longest word. Immutable,
 * thread-safe.
 */
final class TermTrie {
    private static final int CHARACTERS = 1 << 16;

    /** What to do with a word that was found. */
    interface Found {
        void word(int start, int end, Term term);
    }

    private final int[] roots = new int[CHARACTERS];
    private final long[] branches;
    private final int[] targets;
    private final @Nullable Term[] terms;
    private int nodes = 1;

    /** @param words the words; none is empty */
    TermTrie(Map<String, Term> words) {
        int characters = words.keySet().stream().mapToInt(String::length).sum() + 2;
        int capacity = Integer.highestOneBit(characters) * 4;
        this.branches = new long[capacity];
        this.targets = new int[capacity];
        @Nullable Term[] found = new Term[characters];
        words.forEach((word, term) -> found[insert(word)] = term);
        this.terms = Arrays.copyOf(found, nodes);
    }

    private int insert(String word) {
        char first = word.charAt(0);
        int node = roots[first] == 0 ? nodes++ : roots[first];
        roots[first] = node;
        for (int i = 1; i < word.length(); i++) {
            long branch = branch(node, word.charAt(i));
            int slot = slot(branch);
            if (branches[slot] == 0) {
                branches[slot] = branch;
                targets[slot] = nodes++;
            }
            node = targets[slot];
        }
        return node;
    }

    /** Names every word of the text, by start, the shorter first. */
    void find(String text, Found found) {
        int length = text.length();
        for (int start = 0; start < length; start++) {
            int node = roots[text.charAt(start)];
            int end = start + 1;
            while (node != 0) {
                Term term = terms[node];
                if (term != null) {
                    found.word(start, end, term);
                }
                node = end < length ? targets[slot(branch(node, text.charAt(end)))] : 0;
                end++;
            }
        }
    }

    private static long branch(int node, char next) {
        return ((long) node << 16) | next;
    }

    /** Where a branch lies, or the empty place where it would. */
    private int slot(long branch) {
        int mask = branches.length - 1;
        int slot = (int) ((branch * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (branches[slot] != 0 && branches[slot] != branch) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
