package org.broadsheet.text.lexicon;

import java.util.Arrays;
import java.util.Map;

/**
 * What single characters mean: 三 is 3; open addressing. Immutable, thread-safe.
 *
 * <p>Most characters that are looked up mean nothing: a few bits, which stay in the nearest cache, tell so of most of them.
 *
 * @param <T> what a character means
 */
public final class CharacterTable<T> {
    private static final int FACTOR = 0x9E3779B1;
    /** Slots for each character, so that a look seldom meets another. */
    private static final int ROOM = 4;
    /** What of a character tells its bit in a long. */
    private static final int SIX = 6;

    private final long[] seen;
    private final char[] characters;
    private final Object[] meanings;
    private final T none;
    private final int shift;

    /**
     * @param table the characters that mean something, none of them {@code '\0'}
     * @param none what every other character means
     */
    public CharacterTable(Map<Character, ? extends T> table, T none) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(table.size() * ROOM + 1);
        shift = Integer.SIZE - bits;
        characters = new char[1 << bits];
        meanings = new Object[1 << bits];
        seen = new long[1 << Math.max(0, bits + 1 - SIX)];
        this.none = none;
        Arrays.fill(meanings, none);
        table.forEach((character, meaning) -> {
            seen[word(character)] |= 1L << character;
            int slot = slot(character);
            characters[slot] = character;
            meanings[slot] = meaning;
        });
    }

    /** What a character means. */
    @SuppressWarnings("unchecked")
    public T of(char c) {
        return (seen[word(c)] & 1L << c) == 0 ? none : (T) meanings[slot(c)];
    }

    private int word(char c) {
        return (c >> SIX) & (seen.length - 1);
    }

    private int slot(char c) {
        int slot = (c * FACTOR) >>> shift;
        while (characters[slot] != c && characters[slot] != '\0') {
            slot = (slot + 1) & (characters.length - 1);
        }
        return slot;
    }
}
