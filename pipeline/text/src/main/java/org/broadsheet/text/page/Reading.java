package org.broadsheet.text.page;

/** What reading made of a record: a page, the withdrawal of one, or a reason why it is none. */
public sealed interface Reading {
    /** A page that can be worked on. */
    record Read(Page page) implements Reading {}

    /** The page of this key is taken back. */
    record Withdrawn(PageId id) implements Reading {}

    /**
     * No page.
     *
     * @param detail what was found, for a person, at most 200 characters: {@code JPEG picture}
     */
    record Rejected(Stage stage, Reason reason, String detail) implements Reading {}
}
