package org.broadsheet.text.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words and what they mean, found where they begin or end in a text: 采样点 at the end of {@code 便民核酸采样点}.
 *
 * <p>Most characters of a text begin no word of a table and cost one look. Immutable, thread-safe.
 *
 * @param <V> what a word means
 */
public final class WordTable<V> {
    /**
     * A word of the table.
     *
     * @param rank its place in the list that the table was made of, from 0
     */
    public record Entry<V>(String word, V value, int rank) {
        /** Whether the word stands in a text from {@code start} on. */
        public boolean begins(String text, int start) {
            return text.startsWith(word, start);
        }

        /** Whether the word stands in a text up to {@code end}. */
        public boolean ends(String text, int end) {
            return text.startsWith(word, end - word.length());
        }
    }

    private final List<String> words;
    private final Beginnings beginnings;
    private final CharacterTable<List<Entry<V>>> byFirst;
    private final CharacterTable<List<Entry<V>>> byLast;
    /** Of the class of all the others, so that a look through them is one kind of call. */
    private final List<Entry<V>> none = new ArrayList<>();

    /** @param words what each word means, in the order of their ranks; the empty word is none */
    public WordTable(Map<String, V> words) {
        this.words = List.copyOf(words.keySet());
        this.beginnings = new Beginnings(this.words);
        List<Entry<V>> entries = new ArrayList<>();
        words.forEach((word, value) -> entries.add(new Entry<>(word, value, entries.size())));
        entries.removeIf(entry -> entry.word().isEmpty());
        entries.sort(Comparator.comparingInt(entry -> -entry.word().length()));
        byFirst = by(0, entries);
        byLast = by(1, entries);
    }

    /** A table of words that mean their rank. */
    public static WordTable<Integer> of(List<String> words) {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        words.forEach(word -> ranks.putIfAbsent(word, ranks.size()));
        return new WordTable<>(ranks);
    }

    /** All words, in the order of their ranks. */
    public List<String> words() {
        return words;
    }

    /** The words that begin with a character, the longest first. */
    public List<Entry<V>> beginningWith(char first) {
        return byFirst.of(first);
    }

    /** The words that may stand in a text from {@code start} on, the longest first: none at most places. */
    public List<Entry<V>> candidatesAt(String text, int start) {
        return beginnings.mayBeginAt(text, start) ? byFirst.of(text.charAt(start)) : none;
    }

    /**
     * The first place from {@code from} on where a word may stand that ends not behind {@code to}; {@code to} where there is none. To
     * look through a text by it costs a few instructions for each character.
     */
    public int next(String text, int from, int to) {
        return beginnings.next(text, from, to);
    }

    /** The words that end in a character, the longest first. */
    public List<Entry<V>> endingIn(char last) {
        return byLast.of(last);
    }

    /** The longest word that stands in a text from {@code start} on; null where none does. */
    public @Nullable Entry<V> longestAt(String text, int start) {
        if (start >= text.length()) {
            return null;
        }
        List<Entry<V>> words = candidatesAt(text, start);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).begins(text, start)) {
                return words.get(i);
            }
        }
        return null;
    }

    /** The longest word that stands in a text up to {@code end}, not before {@code from}; null where none does. */
    public @Nullable Entry<V> longestBefore(String text, int from, int end) {
        if (end <= from) {
            return null;
        }
        List<Entry<V>> words = byLast.of(text.charAt(end - 1));
        for (int i = 0; i < words.size(); i++) {
            Entry<V> entry = words.get(i);
            if (end - entry.word().length() >= from && entry.ends(text, end)) {
                return entry;
            }
        }
        return null;
    }

    /** Whether a word stands in a text from {@code start} on. */
    public boolean beginsAt(String text, int start) {
        return longestAt(text, start) != null;
    }

    /** Whether a text ends in a word at {@code end}. */
    public boolean endsAt(String text, int end) {
        return longestBefore(text, 0, end) != null;
    }

    /** Whether a word stands anywhere in a text. */
    public boolean isIn(String text) {
        return isIn(text, 0, text.length());
    }

    /** Whether a word stands in a text between {@code from} and {@code to}. */
    public boolean isIn(String text, int from, int to) {
        for (int at = next(text, from, to); at < to; at = next(text, at + 1, to)) {
            List<Entry<V>> words = byFirst.of(text.charAt(at));
            for (int i = 0; i < words.size(); i++) {
                if (fits(words.get(i), text, at, to)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Of the words that stand in a text between {@code from} and {@code to} the one of the least rank; null where none does. */
    public @Nullable Entry<V> firstIn(String text, int from, int to) {
        Entry<V> first = null;
        for (int at = next(text, from, to); at < to; at = next(text, at + 1, to)) {
            List<Entry<V>> words = byFirst.of(text.charAt(at));
            for (int i = 0; i < words.size(); i++) {
                Entry<V> entry = words.get(i);
                if ((first == null || entry.rank() < first.rank()) && fits(entry, text, at, to)) {
                    first = entry;
                }
            }
        }
        return first;
    }

    private static boolean fits(Entry<?> entry, String text, int at, int to) {
        return at + entry.word().length() <= to && entry.begins(text, at);
    }

    /** @param side 0: by their first character, 1: by their last */
    private static <V> CharacterTable<List<Entry<V>>> by(int side, List<Entry<V>> longestFirst) {
        Map<Character, List<Entry<V>>> table = new HashMap<>();
        for (Entry<V> entry : longestFirst) {
            char c = entry.word().charAt(side * (entry.word().length() - 1));
            table.computeIfAbsent(c, key -> new ArrayList<>()).add(entry);
        }
        return new CharacterTable<>(table, new ArrayList<>());
    }
}
