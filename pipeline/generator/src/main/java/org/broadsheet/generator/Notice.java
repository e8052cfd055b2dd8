package org.broadsheet.generator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a paper reports in one article, before it is set.
 *
 * @param headline {@code 迎泽区织密安全防护网}
 * @param lead {@code 本报讯（记者 王伟）}
 * @param paragraphs the first one's day is the dateline's
 */
record Notice(Passage headline, String lead, List<Block> paragraphs) {
    /**
     * A paragraph.
     *
     * @param day that it names at its beginning, in epoch days; null where it names none
     * @param lines sentences that state figures, and fillers between
     */
    record Block(@Nullable Integer day, List<Line> lines) {}

    /**
     * One sentence: either states figures or fills.
     *
     * @param statement null for a filler
     * @param filler empty for a statement
     */
    record Line(@Nullable Statement statement, String filler, long wording) {
        Passage passage() {
            return statement != null ? statement.passage() : Passage.filler(filler, wording);
        }
    }

    /** Whether no paragraph names a day: its figures are of the day of publication. */
    boolean isUndated() {
        return paragraphs.stream().allMatch(block -> block.day() == null);
    }

    Notice headed(Passage other) {
        return new Notice(other, lead, paragraphs);
    }

    Notice saying(List<Block> others) {
        return new Notice(headline, lead, others);
    }
}
