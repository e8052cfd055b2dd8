package org.broadsheet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;

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
        Column[] widths = new Column[columns];
        for (int i = 0; i < columns; i++) {
            int width = 1;
            for (String[] row : rows) {
                width = Math.max(width, width(row[i]));
            }
            widths[i] = new Column(width + GAP, 0, Overflow.SPAN);
        }
        Help.TextTable table = Help.TextTable.forColumns(Help.defaultColorScheme(Help.Ansi.OFF), widths);
        table.setAdjustLineBreaksForWideCJKCharacters(true);
        for (String[] row : rows) {
            Text[] cells = new Text[columns];
            for (int i = 0; i < columns; i++) {
                cells[i] = Help.Ansi.OFF.new Text(row[i], Help.defaultColorScheme(Help.Ansi.OFF));
            }
            table.addRowValues(cells);
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
