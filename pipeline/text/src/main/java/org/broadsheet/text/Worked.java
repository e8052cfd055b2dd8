package org.broadsheet.text;

import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.page.DeadLetter;

/** What the text stage made of a record: a page with its elements, or a dead letter. */
public sealed interface Worked {
    /**
     * A page that was read, or its withdrawal.
     *
     * @param elements what goes on to the keyed steps
     * @param row what goes to the table {@code page}
     */
    record Accepted(PageElements elements, PageRow row) implements Worked {}

    /** A page that could not be read. */
    record Refused(DeadLetter letter) implements Worked {}
}
