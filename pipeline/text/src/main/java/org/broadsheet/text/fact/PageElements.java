package org.broadsheet.text.fact;

import java.util.List;
import org.broadsheet.text.page.PageId;
import org.broadsheet.text.page.Reading;

/**
 * What {@code extract} sends on of one page, in one batch; a withdrawn page has no elements.
 *
 * @param id key, revision and content
 * @param day the earlier of the days of publication and of the key, in epoch days: what decides whether the page is of a closed
 *     year; {@link Reading.Withdrawn#NO_DAY} for a withdrawal that says none
 */
public record PageElements(PageId id, int day, List<Element> elements) {
    /** Those of a page that says no day. */
    public PageElements(PageId id, List<Element> elements) {
        this(id, Reading.Withdrawn.NO_DAY, elements);
    }

    /** The name of the page's key: the key of {@code resolve-revisions}. */
    public Reference name() {
        return Reference.of(id.key());
    }

    /** The key of the page: {@code 太原晚报/2022-11-22/003}. */
    public String pageKey() {
        return id.key();
    }
}
