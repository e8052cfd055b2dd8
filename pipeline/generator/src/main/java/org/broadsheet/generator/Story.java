package org.broadsheet.generator;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.generator.Notice.Block;
import org.broadsheet.generator.Notice.Line;
import org.jspecify.annotations.Nullable;

/**
 * An article as one paper prints it, sentence by sentence.
 *
 * @param paragraphs the first one's day is the dateline's
 * @param repeated paragraphs that are copies as a whole
 * @param removed copies of clauses, sentences and paragraphs
 */
record Story(Passage headline, List<Paragraph> paragraphs, int repeated, int removed) {
    /** @param day that it names, in epoch days; null where it names none */
    record Paragraph(@Nullable Integer day, List<Passage> passages) {}

    static Story of(Notice notice) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Block block : notice.paragraphs()) {
            List<Passage> passages =
                    new ArrayList<>(block.lines().stream().map(Line::passage).toList());
            String prefix = (paragraphs.isEmpty() ? notice.lead() : "") + Days.written(block.day());
            passages.set(0, passages.get(0).behind(prefix));
            paragraphs.add(new Paragraph(block.day(), List.copyOf(passages)));
        }
        return new Story(notice.headline(), List.copyOf(paragraphs), 0, 0);
    }

    /** The day of the dateline; null where there is none. */
    @Nullable
    Integer dateline() {
        return paragraphs.get(0).day();
    }
}
