package org.broadsheet.text.mention;

import java.util.List;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageId;

/** Pages for tests that need no reader. */
final class Pages {
    private Pages() {}

    static Page page(String source, int published, int home, String text) {
        return new Page(new PageId("test", 0, ""), source, published, home, "", List.of(), text);
    }
}
