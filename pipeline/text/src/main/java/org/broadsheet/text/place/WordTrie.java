package org.broadsheet.text.place;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds every word of a vocabulary in a text: {@code 太原}, {@code 太原市} and {@code 市} in {@code 太原市}.
 *
 * <p>A trie in arrays: the branches of a node stand side by side in the order of their characters. Most characters of a text
 * cost one look into a table: they begin no word, or what stands behind them does not go on with it. Work grows with the
 * text times the longest word. Immutable, thread-safe.
 */
final class WordTrie<T> {
    private static final int CHARACTERS = 1 << 16;
    /** Branches that are looked through one by one; of more, halves are left out first. */
    private static final int FEW = 8;

    /** What to do with a word that was found. */
    interface Found<T> {
        void word(int start, int end, T value);
    }

    /** The node of each character that begins a word; 0 where it begins none. */
    private final char[] roots = new char[CHARACTERS];
    /** Of each such node a bit for every character that goes on, by the last six bits of the character. */
    private final long[] seconds;
    /** The character that leads to a node. */
    private final char[] labels;
    /** The first node below a node; the one behind the last is the first below the next. */
    private final int[] below;

    private final @Nullable T[] values;

    /** @param words the words in the order of their characters; none is empty */
    @SuppressWarnings("unchecked")
    WordTrie(SortedMap<String, T> words) {
        Node<T> top = new Node<>('\0');
        words.forEach(top::insert);
        List<Node<T>> nodes = new ArrayList<>(List.of(top));
        for (int i = 0; i < nodes.size(); i++) {
            nodes.addAll(nodes.get(i).children);
        }
        this.seconds = new long[top.children.size() + 1];
        this.labels = new char[nodes.size()];
        this.below = new int[nodes.size() + 1];
        this.values = (T[]) new Object[nodes.size()];
        int next = 1;
        for (int i = 0; i < nodes.size(); i++) {
            Node<T> node = nodes.get(i);
            labels[i] = node.label;
            values[i] = node.value;
            below[i] = next;
            next += node.children.size();
            if (i > 0 && i < seconds.length) {
                roots[node.label] = (char) i;
                seconds[i] = node.bits();
            }
        }
        below[nodes.size()] = next;
    }

    /** Names every word of the text, by start, the shorter first. */
    void find(char[] text, Found<T> found) {
        for (int start = 0; start < text.length; start++) {
            int root = roots[text[start]];
            if (root != 0) {
                T value = values[root];
                if (value != null) {
                    found.word(start, start + 1, value);
                }
                if (start + 1 < text.length && (seconds[root] & (1L << text[start + 1])) != 0) {
                    goOn(root, text, start, found);
                }
            }
        }
    }

    private void goOn(int root, char[] text, int start, Found<T> found) {
        int node = root;
        for (int end = start + 1; end < text.length; end++) {
            node = branch(node, text[end]);
            if (node < 0) {
                return;
            }
            T value = values[node];
            if (value != null) {
                found.word(start, end + 1, value);
            }
        }
    }

    /** The longest word that starts here; null where none does. */
    @Nullable
    T longest(String text, int start) {
        T longest = null;
        int node = 0;
        for (int end = start; end < text.length(); end++) {
            node = next(node, text.charAt(end));
            if (node < 0) {
                return longest;
            }
            T value = values[node];
            longest = value == null ? longest : value;
        }
        return longest;
    }

    /** The node that a character leads to, from 0 at the beginning of a word; -1 where it leads to none. */
    int next(int node, char character) {
        int root = roots[character];
        return node > 0 ? branch(node, character) : root == 0 ? -1 : root;
    }

    /** The value of the word that ends at a node; null where none ends there. */
    @Nullable
    T value(int node) {
        return values[node];
    }

    private int branch(int node, char next) {
        int low = below[node];
        int high = below[node + 1];
        while (high - low > FEW) {
            int middle = (low + high) >>> 1;
            if (labels[middle] <= next) {
                low = middle;
            } else {
                high = middle;
            }
        }
        for (; low < high; low++) {
            if (labels[low] == next) {
                return low;
            }
        }
        return -1;
    }

    private static final class Node<T> {
        private final char label;
        private final List<Node<T>> children = new ArrayList<>(1);
        private @Nullable T value;

        private Node(char label) {
            this.label = label;
        }

        private void insert(String word, T meaning) {
            Node<T> node = this;
            for (int i = 0; i < word.length(); i++) {
                node = node.child(word.charAt(i));
            }
            node.value = meaning;
        }

        /** The last child, as words come in order, or a new one. */
        private Node<T> child(char next) {
            Node<T> last = children.isEmpty() ? null : children.get(children.size() - 1);
            if (last == null || last.label != next) {
                last = new Node<>(next);
                children.add(last);
            }
            return last;
        }

        private long bits() {
            long bits = 0;
            for (Node<T> child : children) {
                bits |= 1L << child.label;
            }
            return bits;
        }
    }
}
