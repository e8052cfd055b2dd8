package org.broadsheet.text.place;

import java.util.Locale;

/** How a place was found. */
public enum Why {
    /** Its name stands there: {@code 迎泽区}. */
    STATED,
    /** It is the subject of the clause. */
    SUBJECT,
    /** A word points to it: {@code 该区}, {@code 我市}. */
    ANAPHOR,
    /** {@code 11月21日小店区消息}. */
    DATELINE,
    HEADLINE,
    /** The home of the paper. */
    HOME;

    /** As written in tables and JSON: {@code stated}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
