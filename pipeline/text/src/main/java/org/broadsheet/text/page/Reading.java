package org.broadsheet.text.page;

/** What reading made of a record: a page, the withdrawal of one, or a reason why it is none. */
public sealed interface Reading {
    /** A page that can be worked on. */
    record Read(Page page) implements Reading {}

    /**
     * The page of this key is taken back.
     *
     * @param day the earliest day that its headers and its key say, in epoch days; {@link #NO_DAY} where they say none
     */
    record Withdrawn(PageId id, int day) implements Reading {
        /** Nobody said which day the page is of. */
        public static final int NO_DAY = Integer.MAX_VALUE;
    }

    /**
     * No page.
     *
     * @param detail what was found, for a person, at most 200 characters: {@code JPEG picture}
     */
    record Rejected(Stage stage, Reason reason, String detail) implements Reading {}
}
