package org.broadsheet.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.broadsheet.generator.Passage.Said;
import org.jspecify.annotations.Nullable;

/** Sets stories as the text of a page, and notes where each figure stands. Not thread-safe. */
final class PageSetter {
    private static final String NEVER_FIRST = "，。、；：！？”’」』》〉）)】,.;:!?%％";

    private final Layout layout;
    private final Paper paper;
    private final int published;
    private final StringBuilder text = new StringBuilder();
    private final List<KnownMention> mentions = new ArrayList<>();
    private int articles;

    /**
     * How a page is set.
     *
     * @param marked whether headlines bear a {@code #}
     * @param columns Han characters a line; 0 for whole paragraphs
     */
    record Layout(boolean marked, int columns) {}

    /** @param published day of publication, in epoch days */
    PageSetter(Layout layout, Paper paper, int published) {
        this.layout = layout;
        this.paper = paper;
        this.published = published;
    }

    /** Sets a story beneath those that stand there. */
    PageSetter set(Story story) {
        List<KnownMention> told = new ArrayList<>();
        text.append(layout.marked() ? "# " : "");
        print(story.headline(), story.dateline(), 0, false, told);
        text.append("\n\n");
        for (Story.Paragraph paragraph : story.paragraphs()) {
            int width = 4;
            text.append("　　");
            Integer day = paragraph.day() == null ? story.dateline() : paragraph.day();
            for (Passage passage : paragraph.passages()) {
                width = print(passage, day, width, layout.columns() > 0, told);
            }
            text.append("\n\n");
        }
        mentions.addAll(Retelling.mark(told));
        articles++;
        return this;
    }

    String text() {
        return text.toString();
    }

    /** What was said, in the order of the page. */
    List<KnownMention> mentions() {
        return mentions.stream()
                .sorted(Comparator.comparingInt(KnownMention::start)
                        .thenComparing(KnownMention::metric)
                        .thenComparingInt(KnownMention::region))
                .toList();
    }

    /** Prints a passage into a line that is so many half characters wide; answers how wide the last line is. */
    private int print(Passage passage, @Nullable Integer day, int width, boolean wrapped, List<KnownMention> told) {
        int[] places = new int[passage.text().length()];
        int column = width;
        for (int i = 0; i < places.length; i++) {
            char c = passage.text().charAt(i);
            int wide = c < 0x80 ? 1 : 2;
            if (wrapped && column + wide > 2 * layout.columns() && NEVER_FIRST.indexOf(c) < 0) {
                text.append('\n');
                column = 0;
            }
            places[i] = text.length();
            text.append(c);
            column += wide;
        }
        passage.said().forEach(said -> note(said, passage, places, day, told));
        return column;
    }

    private void note(Said said, Passage passage, int[] places, @Nullable Integer day, List<KnownMention> told) {
        int region = said.where().region() == Where.HOME
                ? paper.home()
                : said.where().region();
        for (String metric : said.quantity().thing().metrics()) {
            told.add(new KnownMention(
                    articles,
                    metric,
                    said.quantity().value(),
                    said.quantity().bound(),
                    region,
                    said.where().place(),
                    said.span(),
                    day == null ? published : day,
                    day != null,
                    places[said.start()],
                    places[said.end() - 1] + 1,
                    passage.text().substring(said.start(), said.end()),
                    region == 0 ? Fate.UNPLACED : Fate.COUNTED,
                    passage.wording()));
        }
    }
}
