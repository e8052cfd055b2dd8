package org.broadsheet.text.lexicon;

import java.util.ArrayList;
import java.util.List;

/** Some characters, for texts that are looked through one by one: 零 to 九, 十, 百. A bit for each. Immutable, thread-safe. */
public final class CharacterSet {
    private static final int BITS = 6;

    private final long[] bits = new long[1 << (Character.SIZE - BITS)];

    /** @param characters those of the set, in any order */
    public CharacterSet(Iterable<Character> characters) {
        characters.forEach(c -> bits[c >> BITS] |= 1L << c);
    }

    /** The set of the characters of a string. */
    public static CharacterSet of(String characters) {
        return of(c -> characters.indexOf(c) >= 0);
    }

    /** The set of all characters of which something holds. */
    public static CharacterSet of(Matcher matcher) {
        List<Character> characters = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            if (matcher.matches((char) c)) {
                characters.add((char) c);
            }
        }
        return new CharacterSet(characters);
    }

    /** Something that holds of some characters. */
    public interface Matcher {
        /** Whether it holds of this one. */
        boolean matches(char c);
    }

    /** Whether a character is one of them. */
    public boolean has(char c) {
        return (bits[c >> BITS] & 1L << c) != 0;
    }
}
