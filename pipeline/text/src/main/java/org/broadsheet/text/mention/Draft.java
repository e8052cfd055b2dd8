package org.broadsheet.text.mention;

import java.math.BigDecimal;
import org.broadsheet.text.article.CleanText;

/**
 * A mention before it has its number in the page.
 *
 * @param sentence the sentence it stands in
 * @param where region and place
 * @param from offset of the quote in the sentence
 * @param to offset behind the quote in the sentence
 * @param headline whether it stands in a headline
 */
record Draft(
        int article,
        CleanText sentence,
        String metric,
        BigDecimal value,
        Modifier modifier,
        Where where,
        Scope scope,
        int day,
        boolean dayStated,
        int from,
        int to,
        String rule,
        boolean headline,
        Fate fate) {
    /**
     * Of which region a statement is.
     *
     * @param why as {@link Mention#regionWhy()}
     * @param own whether the sentence itself names it
     */
    record Where(int region, String place, String why, boolean own) {
        /** The division without the place below it. */
        Where whole() {
            return new Where(region, "", why, own);
        }
    }

    Draft withFate(Fate next) {
        return new Draft(
                article, sentence, metric, value, modifier, where, scope, day, dayStated, from, to, rule, headline,
                next);
    }

    Draft withWhere(Where next) {
        return new Draft(
                article, sentence, metric, value, modifier, next, scope, day, dayStated, from, to, rule, headline,
                fate);
    }

    int start() {
        return sentence.origin(from);
    }
}
