package org.broadsheet.text.fact;

import java.math.BigDecimal;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code mention}: what 太原晚报 said of 795 test sites, and what became of it. Its key is (page,
 * number); its words are in the page's row.
 *
 * @param page reference of its page
 * @param number place in the page, from 0
 * @param said what it says; null where the row is to be deleted
 */
public record MentionRow(
        Reference page, int number, @Nullable Said said) {
    /**
     * What a mention says, and what became of it.
     *
     * @param region six-digit code; 0 where unplaced
     * @param day in epoch days
     * @param fact the fact it reports; null for retold, unplaced, dropped and closed mentions
     */
    public record Said(
            String metric,
            BigDecimal value,
            Modifier modifier,
            int region,
            String place,
            Scope scope,
            int day,
            boolean dayStated,
            Fate fate,
            @Nullable Reference fact) {}
}
