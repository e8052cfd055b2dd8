package org.broadsheet.text.article;

import java.util.Arrays;

/** Collects characters with their places in the page: {@code 11月} from one line, {@code 6日} from the next. */
final class CleanTextBuilder {
    private final Places.Builder places = new Places.Builder();
    private char[] text;
    private int length;

    CleanTextBuilder() {
        this(32);
    }

    /** @param capacity characters there will be, more or less */
    CleanTextBuilder(int capacity) {
        text = new char[capacity];
    }

    void append(CleanText part, int start, int end) {
        reserve(end - start);
        part.addPlaces(start, end, places, length);
        part.toString().getChars(start, end, text, length);
        length += end - start;
    }

    /** Characters that stand in the page as they are here. */
    void appendVerbatim(String page, int start, int end) {
        if (start == end) {
            return;
        }
        reserve(end - start);
        places.add(length, start);
        page.getChars(start, end, text, length);
        length += end - start;
    }

    private void reserve(int more) {
        if (length + more > text.length) {
            text = Arrays.copyOf(text, Math.max(length + more, text.length * 2));
        }
    }

    int length() {
        return length;
    }

    CleanText build() {
        return CleanText.of(new String(text, 0, length), places.build());
    }
}
