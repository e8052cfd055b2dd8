package org.broadsheet.text.article;

/**
 * Clean text in which every character knows its place in the decoded page: {@code 11月6日} from {@code 11月 6日}.
 *
 * <p>Immutable, thread-safe.
 */
public final class CleanText implements CharSequence {
    private final String text;
    private final Places places;
    /** Where in {@code places} this text starts: it may be a part of another. */
    private final int from;

    /**
     * Makes a text of its characters and their places.
     *
     * @param text the clean text
     * @param origins for each UTF-16 unit of {@code text} its offset in the decoded page, ascending within a run
     */
    public CleanText(String text, int[] origins) {
        this(text, places(text, origins), 0);
    }

    private CleanText(String text, Places places, int from) {
        this.text = text;
        this.places = places;
        this.from = from;
    }

    private static Places places(String text, int[] origins) {
        if (text.length() != origins.length) {
            throw new IllegalArgumentException(text.length() + " characters, " + origins.length + " origins");
        }
        Places.Builder places = new Places.Builder();
        for (int i = 0; i < origins.length; i++) {
            places.add(i, origins[i]);
        }
        return places.build();
    }

    /** A text of these places. */
    static CleanText of(String text, Places places) {
        return new CleanText(text, places, 0);
    }

    /** Text that stands in the page as it is here, from {@code start} on. */
    public static CleanText verbatim(String text, int start) {
        return new CleanText(text, Places.from(start), 0);
    }

    /** The offset in the decoded page of the character at {@code index}. */
    public int origin(int index) {
        return places.origin(from + index);
    }

    /** The offset in the decoded page just behind the character before {@code index}; {@code index} from 1. */
    public int originEnd(int index) {
        return origin(index - 1) + 1;
    }

    /** The characters from {@code start} to {@code end}, with their places. */
    public CleanText slice(int start, int end) {
        if (start == 0 && end == text.length()) {
            return this;
        }
        return new CleanText(text.substring(start, end), places, from + start);
    }

    /** Adds the places of the characters from {@code start} to {@code end} to those of a text that grows. */
    void addPlaces(int start, int end, Places.Builder target, int at) {
        target.add(at, places, from + start, from + end);
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
