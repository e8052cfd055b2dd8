package org.broadsheet.text.lexicon;

import java.util.Arrays;
import java.util.Map;

/**
 * What single characters mean: 三 is 3; open addressing. Immutable, thread-safe.
 *
 * @param <T> what a character means
 */
public final class CharacterTable<T> {
    private static final int FACTOR = 0x9E3779B1;
    /** Slots for each character, so that a look seldom meets another. */
    private static final int ROOM = 4;

    private final char[] characters;
    private final Object[] meanings;
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
        Arrays.fill(meanings, none);
        table.forEach((character, meaning) -> {
            int slot = slot(character);
            characters[slot] = character;
            meanings[slot] = meaning;
        });
    }

    /** What a character means. */
    @SuppressWarnings("unchecked")
    public T of(char c) {
        return (T) meanings[slot(c)];
    }

    private int slot(char c) {
        int slot = (c * FACTOR) >>> shift;
        while (characters[slot] != c && characters[slot] != '\0') {
            slot = (slot + 1) & (characters.length - 1);
        }
        return slot;
    }
}
