package org.broadsheet.text.article;

import java.util.Arrays;

/**
 * Clean text in which every character knows its place in the decoded page: {@code 11月6日} from {@code 11月 6日}.
 *
 * <p>Immutable, thread-safe.
 */
public final class CleanText implements CharSequence {
    private final String text;
    private final int[] origins;

    /**
     * Makes a text of its characters and their places.
     *
     * @param text the clean text
     * @param origins for each UTF-16 unit of {@code text} its offset in the decoded page, ascending within a run
     */
    public CleanText(String text, int[] origins) {
        if (text.length() != origins.length) {
            throw new IllegalArgumentException(text.length() + " characters, " + origins.length + " origins");
        }
        this.text = text;
        this.origins = origins.clone();
    }

    private CleanText(int[] owned, String text) {
        this.text = text;
        this.origins = owned;
    }

    /** A text of these origins, which nobody else holds. */
    static CleanText owning(String text, int[] origins) {
        return new CleanText(origins, text);
    }

    /** Text that stands in the page as it is here, from {@code start} on. */
    public static CleanText verbatim(String text, int start) {
        int[] origins = new int[text.length()];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = start + i;
        }
        return owning(text, origins);
    }

    /** The offset in the decoded page of the character at {@code index}. */
    public int origin(int index) {
        return origins[index];
    }

    /** The offset in the decoded page just behind the character before {@code index}; {@code index} from 1. */
    public int originEnd(int index) {
        return origins[index - 1] + 1;
    }

    /** The characters from {@code start} to {@code end}, with their places. */
    public CleanText slice(int start, int end) {
        if (start == 0 && end == origins.length) {
            return this;
        }
        return owning(text.substring(start, end), Arrays.copyOfRange(origins, start, end));
    }

    /** Copies the origins from {@code start} to {@code end} into an array. */
    void copyOrigins(int start, int end, int[] target, int at) {
        System.arraycopy(origins, start, target, at, end - start);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
