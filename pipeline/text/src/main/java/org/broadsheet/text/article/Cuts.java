package org.broadsheet.text.article;

import java.util.Arrays;

/** Characters of a clean text that go: of {@code 送菜上门;送菜上门。} the first {@code ;送菜上门}. Not thread-safe. */
final class Cuts {
    private final CleanText text;
    private final boolean[] gone;
    private boolean any;

    Cuts(CleanText text) {
        this.text = text;
        this.gone = new boolean[text.length()];
    }

    /** Takes out the characters from {@code start} to {@code end}. */
    void cut(int start, int end) {
        Arrays.fill(gone, start, end, true);
        any = true;
    }

    boolean isCut(int index) {
        return gone[index];
    }

    boolean isEmpty() {
        return !any;
    }

    /** What stays. */
    CleanText rest() {
        CleanTextBuilder builder = new CleanTextBuilder(text.length());
        int shown = 0;
        for (int i = 0; i < text.length(); i++) {
            if (gone[i]) {
                builder.append(text, shown, i);
                shown = i + 1;
            }
        }
        builder.append(text, shown, text.length());
        return builder.build();
    }
}
