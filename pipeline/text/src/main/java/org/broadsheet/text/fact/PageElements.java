package org.broadsheet.text.fact;

import java.util.List;
import org.broadsheet.text.page.PageId;

/**
 * What {@code extract} sends on of one page, in one batch; a withdrawn page has no elements.
 *
 * @param id key, revision and content
 */
public record PageElements(PageId id, List<Element> elements) {
    /** The key of {@code resolve-revisions}. */
    public String pageKey() {
        return id.key();
    }
}
