package org.broadsheet.text.article;

import java.util.Arrays;

/** Collects characters with their places in the page: {@code 11月} from one line, {@code 6日} from the next. */
final class CleanTextBuilder {
    private final StringBuilder text = new StringBuilder();
    private int[] origins = new int[32];

    void append(char c, int origin) {
        if (text.length() == origins.length) {
            origins = Arrays.copyOf(origins, origins.length * 2);
        }
        origins[text.length()] = origin;
        text.append(c);
    }

    void append(CleanText part, int start, int end) {
        for (int i = start; i < end; i++) {
            append(part.charAt(i), part.origin(i));
        }
    }

    int length() {
        return text.length();
    }

    char charAt(int index) {
        return text.charAt(index);
    }

    CleanText build() {
        return new CleanText(text.toString(), Arrays.copyOf(origins, text.length()));
    }
}
