package org.broadsheet.generator;

import org.jspecify.annotations.Nullable;

/**
 * A row that the table {@code mention} must have.
 *
 * @param page that holds it
 * @param number of the mention in the page, from 0
 * @param fate in the whole archive
 * @param fact that it reports, see {@link KnownFacts}; null where it reports none
 */
public record KnownRow(Told.Printed page, int number, KnownMention mention, Fate fate, KnownFacts.@Nullable Key fact)
        implements Comparable<KnownRow> {
    /** In one line: page key, revision, content, number, what was written, fate. */
    public String line() {
        return String.join(
                "|",
                page.key(),
                Long.toString(page.revision()),
                page.content(),
                Integer.toString(number),
                Integer.toString(mention.article()),
                mention.metric(),
                mention.value().toPlainString(),
                mention.bound().label(),
                Integer.toString(mention.region()),
                mention.place(),
                mention.span().label(),
                Days.iso(mention.day()),
                Integer.toString(mention.start()),
                Integer.toString(mention.end()),
                mention.quote(),
                fate.label());
    }

    /** Which was printed first: by day of publication, page key and place in the page. */
    @Override
    public int compareTo(KnownRow other) {
        int byDay = Integer.compare(page.published(), other.page.published());
        if (byDay != 0) {
            return byDay;
        }
        int byKey = page.key().compareTo(other.page.key());
        return byKey != 0 ? byKey : Integer.compare(number, other.number);
    }
}
