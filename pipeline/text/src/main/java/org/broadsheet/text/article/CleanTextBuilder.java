package org.broadsheet.text.article;

import java.util.Arrays;

/** Collects characters with their places in the page: {@code 11月} from one line, {@code 6日} from the next. */
final class CleanTextBuilder {
    private static final int FEW = 4;

    private final Places.Builder places;
    private char[] text;
    private int length;
    private int kinds;
    private int content;
    /** Whether all parts were whole, so that what they hold is what the text holds. */
    private boolean whole = true;

    /** @param capacity characters there will be, more or less */
    CleanTextBuilder(int capacity) {
        this(capacity, FEW);
    }

    /** @param runs stretches of the page there will be, more or less */
    CleanTextBuilder(int capacity, int runs) {
        text = new char[capacity];
        places = new Places.Builder(runs);
    }

    void append(CleanText part, int start, int end) {
        reserve(end - start);
        part.addTo(start, end, text, length, places);
        length += end - start;
        if (start == 0 && end == part.length()) {
            kinds |= part.kinds();
            content += part.content();
        } else {
            kinds |= part.kindsAtMost();
            whole = false;
        }
    }

    void append(CleanText part) {
        append(part, 0, part.length());
    }

    private void reserve(int more) {
        if (length + more > text.length) {
            text = Arrays.copyOf(text, Math.max(length + more, text.length * 2));
        }
    }

    int length() {
        return length;
    }

    /** The text; nothing may be added behind. */
    CleanText build() {
        CleanText built = CleanText.of(text, length, places.build(), kinds);
        return whole ? built.known(kinds, content) : built;
    }
}
