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
 * @param paper {@code 太原晚报}; empty where unknown
 * @param published day of publication, in epoch days
 * @param metric id in the catalogue
 * @param value in the base unit, plain and without trailing zeros
 * @param region six-digit code; 0 where unplaced
 * @param place below the region; empty for the whole region
 * @param day the day it is true of, in epoch days
 * @param dayStated whether the text names the day; where not, it is the day of publication
 * @param signature what a reprint is known by
 * @param fate what extraction or a person says of it: {@code COUNTED}, {@code RETOLD}, {@code UNPLACED} or {@code DROPPED}
 */
public record Element(
        Reference page,
        int number,
        String pageKey,
        String paper,
        int published,
        String metric,
        BigDecimal value,
        Modifier modifier,
        int region,
        String place,
        Scope scope,
        int day,
        boolean dayStated,
        Signature signature,
        Fate fate) {

    public Element {
        value = PlainDecimal.of(value);
        if (region == 0 && fate == Fate.COUNTED) {
            throw new IllegalArgumentException("a mention without a region cannot be counted: " + metric + " " + value);
        }
    }

    /** What it claims: the key of {@code merge-reports}. */
    public Claim claim() {
        return new Claim(metric, region, scope, value);
    }
}
