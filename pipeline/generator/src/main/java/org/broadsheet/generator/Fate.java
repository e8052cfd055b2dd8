package org.broadsheet.generator;

import java.util.Locale;

/** What must become of a mention. */
public enum Fate {
    COUNTED,
    REPRINTED,
    RETOLD,
    UNPLACED,
    DROPPED;

    /** As written in tables: {@code counted}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
