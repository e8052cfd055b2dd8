package org.broadsheet.text.article;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Clean text in which every character knows its place in the decoded page: {@code 11月6日} from {@code 11月 6日}.
 *
 * <p>A stretch of characters that it may share with the page and with other texts. Immutable, thread-safe: what is found
 * out about it later is found out the same by all.
 */
public final class CleanText implements CharSequence {
    /** The kinds are those of this very text, not of a longer one that it was taken from. */
    private static final int EXACT = 1 << 30;
    /** The kinds are known; what has none of them is not 0. */
    private static final int KNOWN = 1 << 31;

    private final char[] characters;
    private final int start;
    private final int length;
    /** Null where it stands in the page as it is here. */
    private final @Nullable Places places;
    /** Where in {@code places} this text starts: it may be a part of another; without places, where in the page. */
    private final int from;

    /** The kinds of its characters together, once they are known. */
    private int kinds;
    /** One more than its characters of content, once these are counted. */
    private int content;

    private @Nullable String text;

    private CleanText(char[] characters, int start, int length, @Nullable Places places, int from, int kinds) {
        this.characters = characters;
        this.start = start;
        this.length = length;
        this.places = places;
        this.from = from;
        this.kinds = kinds;
    }

    /**
     * Makes a text of its characters and their places.
     *
     * @param text the clean text
     * @param origins for each UTF-16 unit of {@code text} its offset in the decoded page, ascending within a run
     */
    public CleanText(String text, int[] origins) {
        this(text.toCharArray(), 0, text.length(), places(text, origins), 0, 0);
    }

    private static Places places(String text, int[] origins) {
        if (text.length() != origins.length) {
            throw new IllegalArgumentException(text.length() + " characters, " + origins.length + " origins");
        }
        Places.Builder places = new Places.Builder(4);
        for (int i = 0; i < origins.length; i++) {
            places.add(i, origins[i]);
        }
        return places.build();
    }

    /** A text of these places and at most these kinds; nobody may change the characters any more. */
    static CleanText of(char[] characters, int length, Places places, int kindsAtMost) {
        return new CleanText(characters, 0, length, places, 0, kindsAtMost | KNOWN);
    }

    /** Text that stands in the page as it is here, from {@code start} on. */
    public static CleanText verbatim(String text, int start) {
        CleanText verbatim = new CleanText(text.toCharArray(), 0, text.length(), null, start, 0);
        verbatim.text = text;
        return verbatim;
    }

    /** The characters of a page from {@code start} to {@code end}; nobody may change them any more. */
    static CleanText verbatim(char[] page, int start, int end) {
        return new CleanText(page, start, end - start, null, start, 0);
    }

    /** The same text; what it holds is told by who has looked at each character already. */
    CleanText known(int itsKinds, int itsContent) {
        kinds = itsKinds | KNOWN | EXACT;
        content = itsContent + 1;
        return this;
    }

    /** The offset in the decoded page of the character at {@code index}. */
    public int origin(int index) {
        return places == null ? from + index : places.origin(from + index);
    }

    /** The offset in the decoded page just behind the character before {@code index}; {@code index} from 1. */
    public int originEnd(int index) {
        return origin(index - 1) + 1;
    }

    /** The characters from {@code first} to {@code end}, with their places. */
    public CleanText slice(int first, int end) {
        if (first == 0 && end == length) {
            return this;
        }
        Objects.checkFromToIndex(first, end, length);
        return new CleanText(characters, start + first, end - first, places, from + first, kinds & ~EXACT);
    }

    /** Adds the characters from {@code first} to {@code end} to a text that grows. */
    void addTo(int first, int end, char[] target, int at, Places.Builder its) {
        System.arraycopy(characters, start + first, target, at, end - first);
        if (places != null) {
            its.add(at, places, from + first, from + end);
        } else if (first < end) {
            its.add(at, from + first);
        }
    }

    /** Whether one of its characters is of one of the kinds. */
    boolean has(int kind) {
        return (kindsAtMost() & kind) != 0 && (kinds() & kind) != 0;
    }

    /** The kinds of all its characters together, and perhaps more: those of a text that it is part of. */
    int kindsAtMost() {
        if (kinds == 0) {
            look();
        }
        return kinds & ~(KNOWN | EXACT);
    }

    /** The kinds of all its characters together. */
    int kinds() {
        if ((kinds & EXACT) == 0) {
            look();
        }
        return kinds & ~(KNOWN | EXACT);
    }

    /** How many of its characters carry meaning. */
    int content() {
        if (content == 0) {
            look();
        }
        return content - 1;
    }

    /** How many of its characters carry meaning, or {@code most} where there are more: no more of it is looked at. */
    int contentUpTo(int most) {
        if (content > 0 || length <= most) {
            return Math.min(content(), most);
        }
        int count = 0;
        for (int i = start; i < start + length && count < most; i++) {
            count += Kinds.of(characters[i]) & Kinds.CONTENT;
        }
        return count;
    }

    private void look() {
        int all = KNOWN | EXACT;
        int count = 1;
        for (int i = start; i < start + length; i++) {
            int kind = Kinds.of(characters[i]);
            all |= kind;
            count += kind & Kinds.CONTENT;
        }
        kinds = all;
        content = count;
    }

    /** How many times it has the character. */
    int count(char c) {
        int count = 0;
        for (int i = start; i < start + length; i++) {
            count += characters[i] == c ? 1 : 0;
        }
        return count;
    }

    /** How many of its characters are of one of the kinds. */
    int countOf(int kind) {
        int count = 0;
        for (int i = start; i < start + length; i++) {
            count += (Kinds.of(characters[i]) & kind) != 0 ? 1 : 0;
        }
        return count;
    }

    /** Where the character stands first from {@code first} on; -1 where it does not. */
    int indexOf(char c, int first) {
        for (int i = start + first; i < start + length; i++) {
            if (characters[i] == c) {
                return i - start;
            }
        }
        return -1;
    }

    /** Where the character stands last; -1 where it does not. */
    int lastIndexOf(char c) {
        int at = length - 1;
        while (at >= 0 && characters[start + at] != c) {
            at--;
        }
        return at;
    }

    /** Where it first has a character of one of the kinds from {@code first} on; its length where it has none. */
    int next(int kind, int first) {
        int at = start + first;
        while (at < start + length && (Kinds.of(characters[at]) & kind) == 0) {
            at++;
        }
        return at - start;
    }

    /** Where it first has a character of none of the kinds from {@code first} on; its length where it has none. */
    int behind(int kind, int first) {
        int at = start + first;
        while (at < start + length && (Kinds.of(characters[at]) & kind) != 0) {
            at++;
        }
        return at - start;
    }

    /** Whether the word stands at {@code at}. */
    boolean hasAt(String word, int at) {
        if (at < 0 || at + word.length() > length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (characters[start + at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    char last() {
        return charAt(length - 1);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return characters[start + Objects.checkIndex(index, length)];
    }

    @Override
    public CharSequence subSequence(int first, int end) {
        return slice(first, end);
    }

    @Override
    public String toString() {
        String known = text;
        if (known == null) {
            known = new String(characters, start, length);
            text = known;
        }
        return known;
    }
}
