package org.broadsheet.text.place;

/**
 * An ending of places below the county: {@code 社区}.
 *
 * @param text the ending
 * @param rank of the places that end so
 * @param freedom what must stand before it
 * @param unmakers characters that, behind it, make it another word: 民 behind 村
 * @param kinds characters at the end of a stem that make it a kind: 城 before 镇
 */
record Ending(String text, Rank rank, Freedom freedom, String unmakers, String kinds) {
    /** What must stand before an ending. */
    enum Freedom {
        /** A name. */
        FREE,
        /** A name that is joined to a wider place. */
        JOINED,
        /** A town the gazetteer knows, or a name joined to a wider place. */
        KNOWN,
        /** Nothing: {@code 高新区} is a name. */
        ALONE
    }
}
