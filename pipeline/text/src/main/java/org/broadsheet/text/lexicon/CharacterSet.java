package org.broadsheet.text.lexicon;

/** Some characters, for texts that are looked through one by one: 零 to 九, 十, 百. A bit for each. Immutable, thread-safe. */
public final class CharacterSet {
    private static final int BITS = 6;

    private final long[] bits = new long[1 << (Character.SIZE - BITS)];

    /** @param characters those of the set, in any order */
    public CharacterSet(Iterable<Character> characters) {
        characters.forEach(c -> bits[c >> BITS] |= 1L << c);
    }

    /** Whether a character is one of them. */
    public boolean has(char c) {
        return (bits[c >> BITS] & 1L << c) != 0;
    }
}
