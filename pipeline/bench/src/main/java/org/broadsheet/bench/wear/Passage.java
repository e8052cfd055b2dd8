package org.broadsheet.bench.wear;

import java.util.Arrays;

/** A paragraph being worn: {@code 送菜上门}, each character with its origin and the injury that made it. Not thread-safe. */
final class Passage {
    /** Of a character that was neither put in nor changed. */
    static final int UNTOUCHED = -1;

    private char[] characters;
    private int[] origins;
    private int[] causes;
    private int length;

    Passage(int capacity) {
        characters = new char[Math.max(8, capacity)];
        origins = new int[characters.length];
        causes = new int[characters.length];
    }

    /** The paragraph that stands at {@code start} of the clean text. */
    static Passage of(String paragraph, int start) {
        Passage passage = new Passage(paragraph.length());
        for (int i = 0; i < paragraph.length(); i++) {
            passage.append(paragraph.charAt(i), start + i, UNTOUCHED);
        }
        return passage;
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        return characters[index];
    }

    int origin(int index) {
        return origins[index];
    }

    int cause(int index) {
        return causes[index];
    }

    void append(char c, int origin, int cause) {
        if (length == characters.length) {
            reserve(length * 2);
        }
        characters[length] = c;
        origins[length] = origin;
        causes[length++] = cause;
    }

    void append(Passage other, int start, int end) {
        for (int i = start; i < end; i++) {
            append(other.characters[i], other.origins[i], other.causes[i]);
        }
    }

    /** Another character at {@code index}, by an injury. */
    void replace(int index, char c, int cause) {
        characters[index] = c;
        causes[index] = cause;
    }

    /** The characters from {@code start} to {@code end} as a copy made by an injury. */
    Passage copy(int start, int end, int cause) {
        Passage copy = new Passage(end - start);
        for (int i = start; i < end; i++) {
            copy.append(characters[i], origins[i], cause);
        }
        return copy;
    }

    /** Puts another passage in before the character at {@code index}. */
    void insert(int index, Passage other) {
        reserve(length + other.length);
        System.arraycopy(characters, index, characters, index + other.length, length - index);
        System.arraycopy(origins, index, origins, index + other.length, length - index);
        System.arraycopy(causes, index, causes, index + other.length, length - index);
        System.arraycopy(other.characters, 0, characters, index, other.length);
        System.arraycopy(other.origins, 0, origins, index, other.length);
        System.arraycopy(other.causes, 0, causes, index, other.length);
        length += other.length;
    }

    /** Whether nothing was put in or changed from {@code start} to {@code end}, and these are characters of the text in a row. */
    boolean isUntouched(int start, int end) {
        for (int i = start; i < end; i++) {
            if (causes[i] != UNTOUCHED || origins[i] != origins[start] + i - start) {
                return false;
            }
        }
        return true;
    }

    private void reserve(int least) {
        if (least > characters.length) {
            int capacity = Math.max(least, characters.length * 2);
            characters = Arrays.copyOf(characters, capacity);
            origins = Arrays.copyOf(origins, capacity);
            causes = Arrays.copyOf(causes, capacity);
        }
    }

    @Override
    public String toString() {
        return new String(characters, 0, length);
    }
}
