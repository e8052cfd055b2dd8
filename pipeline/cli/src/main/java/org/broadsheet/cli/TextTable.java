package org.broadsheet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A table for the terminal in which a Chinese character is two columns wide. */
final class TextTable {
    private static final int GAP = 2;
    private static final Set<Character.UnicodeBlock> WIDE = Set.of(
            Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION, Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);

    private final List<String[]> rows = new ArrayList<>();

    TextTable(String... heads) {
        rows.add(heads);
    }

    void add(String... cells) {
        rows.add(cells);
    }

    /** The table, each line ended. */
    @Override
    public String toString() {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        StringBuilder table = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - width(row[i]) + GAP));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int codePoint) {
        Character.UnicodeBlock block = Character.UnicodeBlock.of(codePoint);
        boolean wide = Character.isIdeographic(codePoint) || (block != null && WIDE.contains(block));
        return wide ? 2 : 1;
    }
}
