package org.broadsheet.generator;

import java.math.BigDecimal;

/**
 * A mention that was written into a page: {@code 确诊病例12例} of 迎泽区.
 *
 * @param article index of its article in the page
 * @param metric id of the catalogue
 * @param value in the base unit, without trailing zeros
 * @param region six-digit code; 0 where it cannot be known
 * @param place below the region; empty for the whole region
 * @param day it is true of, in epoch days
 * @param dayStated whether the text names the day
 * @param start offset of the quote in the page's text, UTF-16
 * @param end offset behind it
 * @param quote without line breaks
 * @param fate in its own page: counted, retold, unplaced or dropped
 * @param wording names its sentence; a copy, worn or not, bears the name of the first
 */
public record KnownMention(
        int article,
        String metric,
        BigDecimal value,
        Bound bound,
        int region,
        String place,
        Span span,
        int day,
        boolean dayStated,
        int start,
        int end,
        String quote,
        Fate fate,
        long wording) {
    KnownMention withValue(BigDecimal other) {
        return new KnownMention(
                article, metric, other, bound, region, place, span, day, dayStated, start, end, quote, fate, wording);
    }

    KnownMention withFate(Fate other) {
        return new KnownMention(
                article, metric, value, bound, region, place, span, day, dayStated, start, end, quote, other, wording);
    }
}
