package org.broadsheet.text.mention;

import java.math.BigDecimal;

/**
 * One statement, in one sentence, that a region has a number of something: {@code 795个检测采样点} in 迎泽区.
 *
 * @param number place in the page: 0 for the first mention
 * @param article index of its article
 * @param sentence index into {@link Extraction#sentences()}
 * @param metric id in the catalogue: {@code test_sites}
 * @param value in the metric's base unit, without trailing zeros, never negative
 * @param region six-digit code; 0 where it cannot be known
 * @param place below the region, from the widest to the narrowest: {@code 锦纶街道乐平社区}; empty for the whole region
 * @param day the day it is true of, in epoch days
 * @param dayStated whether the text names the day; false where it is the day of publication
 * @param start offset in the decoded page of the quote's first character
 * @param end offset in the decoded page behind the quote's last character
 * @param quote shortest stretch of the clean text with number, modifier and noun
 * @param rule name of the rule that spoke, for {@code --explain}
 * @param regionWhy how the region was found: {@code stated}, {@code subject}, {@code anaphor}, {@code dateline},
 *     {@code headline}, {@code home} or empty
 * @param fate {@code COUNTED}, {@code RETOLD} or {@code UNPLACED}
 */
public record Mention(
        int number,
        int article,
        int sentence,
        String metric,
        BigDecimal value,
        Modifier modifier,
        int region,
        String place,
        Scope scope,
        int day,
        boolean dayStated,
        int start,
        int end,
        String quote,
        String rule,
        String regionWhy,
        Fate fate) {}
