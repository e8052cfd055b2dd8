package org.broadsheet.text.fact;

import java.math.BigDecimal;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.broadsheet.text.number.PlainDecimal;

/**
 * A mention as it flows behind {@code extract}: no text, all keys. An element is known by (page, number); everything
 * else follows from that, so what puts it in and what takes it out always meet.
 *
 * @param page of page key, revision, content and rules
 * @param number place of the mention in the page, from 0
 * @param pageKey key of the page: {@code 太原晚报/2022-11-22/003}
 * @param paper {@code 太原晚报}
 * @param published day of publication, in epoch days
 * @param article index of the article in the page
 * @param sentence index of the sentence among the page's sentences
 * @param metric id in the catalogue
 * @param value in the base unit, plain and without trailing zeros
 * @param region six-digit code; 0 where unplaced
 * @param place below the region; empty for the whole region
 * @param day the day it is true of, in epoch days
 * @param dayStated whether the text names the day
 * @param start offset of the quote in the decoded page, UTF-16
 * @param end offset behind the quote in the decoded page, UTF-16
 * @param quote the quote: a stretch of at most some forty characters, clean
 * @param rule the rule that spoke
 * @param regionWhy how the region was found
 * @param fate what extraction says of it: {@code COUNTED}, {@code RETOLD} or {@code UNPLACED}
 */
public record Element(
        Reference page,
        int number,
        String pageKey,
        String paper,
        int published,
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
        Fate fate)
        implements Comparable<Element> {

    public Element {
        value = PlainDecimal.of(value);
        if (region == 0 && fate == Fate.COUNTED) {
            throw new IllegalArgumentException("a mention without a region cannot be counted: " + quote);
        }
    }

    /** The key of {@code merge-reports}: metric, region, scope and value, as one stable text. */
    public String claim() {
        return metric + '/' + region + '/' + scope.label() + '/' + value.toPlainString();
    }

    /** Which came first in print: by (published, page key, page, number). Nothing asks which arrived first. */
    @Override
    public int compareTo(Element other) {
        if (published != other.published) {
            return Integer.compare(published, other.published);
        }
        int byKey = pageKey.compareTo(other.pageKey);
        if (byKey != 0) {
            return byKey;
        }
        int byPage = page.compareTo(other.page);
        return byPage != 0 ? byPage : Integer.compare(number, other.number);
    }
}
