package org.broadsheet.bench.wear;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sets paragraphs in lines of a column, and tears some of them in two as page make-up does. Not thread-safe. */
final class Typesetter {
    private static final String NEVER_FIRST = "，。、；：！？”’」』》〉）)】,.;:!?%％";
    private static final int LEAST_LINES = 4;

    private final Sheet sheet;
    private final Random random;

    Typesetter(Sheet sheet, Random random) {
        this.sheet = sheet;
        this.random = random;
    }

    /** The lines of the page, empty ones between paragraphs; without {@code columns} a paragraph is one line. */
    List<Passage> set(int columns, int tears) {
        List<List<Passage>> paragraphs = new ArrayList<>();
        for (Passage passage : sheet.passages) {
            paragraphs.add(columns == 0 ? List.of(passage) : wrap(passage, columns));
        }
        if (columns > 0) {
            for (int i = 0; i < tears; i++) {
                tear(paragraphs);
            }
        }
        List<Passage> lines = new ArrayList<>();
        for (List<Passage> paragraph : paragraphs) {
            lines.addAll(paragraph);
            lines.add(new Passage(0));
        }
        return lines;
    }

    private static List<Passage> wrap(Passage passage, int columns) {
        List<Passage> lines = new ArrayList<>();
        Passage line = new Passage(columns * 2);
        line.append('\u3000', Passage.UNTOUCHED, Passage.UNTOUCHED);
        line.append('\u3000', Passage.UNTOUCHED, Passage.UNTOUCHED);
        int width = 4;
        for (int i = 0; i < passage.length(); i++) {
            int next = passage.charAt(i) < 0x80 ? 1 : 2;
            if (width + next > columns * 2 && NEVER_FIRST.indexOf(passage.charAt(i)) < 0) {
                lines.add(line);
                line = new Passage(columns * 2);
                width = 0;
            }
            line.append(passage, i, i + 1);
            width += next;
        }
        lines.add(line);
        return lines;
    }

    /** The last lines of a paragraph move behind the next one, as where a column ends in it. */
    private void tear(List<List<Passage>> paragraphs) {
        int at = random.nextInt(Math.max(1, paragraphs.size() - 1));
        List<Passage> torn = paragraphs.get(at);
        if (at + 1 >= paragraphs.size() || torn.size() < LEAST_LINES) {
            return;
        }
        int cut = 2 + random.nextInt(torn.size() - 3);
        Passage first = torn.get(0);
        Passage last = torn.get(torn.size() - 1);
        int start = first.length() > 2 ? first.origin(2) : 0;
        sheet.injure(new Injury(Injury.Kind.TEAR, start, last.origin(last.length() - 1) + 1, 0, 0));
        paragraphs.set(at, torn.subList(0, cut));
        paragraphs.add(at + 2, torn.subList(cut, torn.size()));
    }
}
