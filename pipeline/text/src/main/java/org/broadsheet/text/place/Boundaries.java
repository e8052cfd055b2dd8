package org.broadsheet.text.place;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Words that a local name cannot reach back over: {@code 走进} before {@code 乐平社区}.
 *
 * <p>Immutable, thread-safe.
 */
final class Boundaries {
    /** Of each word read backwards the characters behind it with which it is part of a name after all: 平 behind 和. */
    private final WordTrie<Boundary> backwards;

    private record Boundary(String word, String continuers) {
        private boolean isContinued(char[] text, int end) {
            return end < text.length && continuers.indexOf(text[end]) >= 0;
        }
    }

    Boundaries() {
        TreeMap<String, Boundary> words = new TreeMap<>();
        for (String[] row : GazetteerFiles.rows("boundaries.tsv")) {
            words.put(new StringBuilder(row[0]).reverse().toString(), new Boundary(row[0], row[1]));
        }
        this.backwards = new WordTrie<>(words);
    }

    /** The shortest such word that ends at {@code end}; null where none does. */
    @Nullable
    String before(char[] text, int end) {
        int node = 0;
        for (int start = end - 1; start >= 0; start--) {
            node = backwards.next(node, text[start]);
            if (node < 0) {
                return null;
            }
            Boundary boundary = backwards.value(node);
            if (boundary != null && !boundary.isContinued(text, end)) {
                return boundary.word();
            }
        }
        return null;
    }
}
