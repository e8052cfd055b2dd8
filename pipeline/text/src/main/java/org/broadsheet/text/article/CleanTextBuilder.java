package org.broadsheet.text.article;

import java.util.Arrays;

/** Collects characters with their places in the page: {@code 11月} from one line, {@code 6日} from the next. */
final class CleanTextBuilder {
    private final StringBuilder text;
    private int[] origins;

    CleanTextBuilder() {
        this(32);
    }

    CleanTextBuilder(int capacity) {
        text = new StringBuilder(capacity);
        origins = new int[capacity];
    }

    void append(char c, int origin) {
        reserve(1);
        origins[text.length()] = origin;
        text.append(c);
    }

    void append(CleanText part, int start, int end) {
        reserve(end - start);
        part.copyOrigins(start, end, origins, text.length());
        text.append(part.toString(), start, end);
    }

    /** Characters that stand in the page as they are here. */
    void appendVerbatim(String page, int start, int end) {
        reserve(end - start);
        int at = text.length();
        for (int i = start; i < end; i++) {
            origins[at++] = i;
        }
        text.append(page, start, end);
    }

    private void reserve(int more) {
        int needed = text.length() + more;
        if (needed > origins.length) {
            origins = Arrays.copyOf(origins, Math.max(needed, origins.length * 2));
        }
    }

    int length() {
        return text.length();
    }

    char charAt(int index) {
        return text.charAt(index);
    }

    CleanText build() {
        return CleanText.owning(text.toString(), Arrays.copyOf(origins, text.length()));
    }
}
