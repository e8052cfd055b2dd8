package org.broadsheet.text.mention;

import java.util.List;

/**
 * What was extracted from a page.
 *
 * @param mentions in the order of the page, numbered from 0
 * @param sentences those with a mention, in the order of the page
 * @param articles what the text says of each article that has a mention, by {@code Article#index}; of the others nothing
 */
public record Extraction(List<Mention> mentions, List<Sentence> sentences, List<ArticleContext> articles) {
    /**
     * Where and when an article stands.
     *
     * @param region six-digit code; 0 where it cannot be known
     * @param dateline day of the dateline in epoch days; {@link Integer#MIN_VALUE} where there is none
     */
    public record ArticleContext(int region, int dateline) {
        /** Nothing is known. */
        static final ArticleContext UNKNOWN = new ArticleContext(0, Integer.MIN_VALUE);
    }
}
