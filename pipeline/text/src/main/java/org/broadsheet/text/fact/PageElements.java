package org.broadsheet.text.fact;

import java.util.List;
import org.broadsheet.text.page.PageId;

/**
 * What {@code extract} sends on of one page, in one batch; a withdrawn page has no elements.
 *
 * @param id key, revision and content
 */
public record PageElements(PageId id, List<Element> elements) {
    /** The name of the page's key: the key of {@code resolve-revisions}. */
    public Reference name() {
        return Reference.of(id.key());
    }

    /** The key of the page: {@code 太原晚报/2022-11-22/003}. */
    public String pageKey() {
        return id.key();
    }
}
