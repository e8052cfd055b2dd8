package org.broadsheet.text.page;

/** Where in the data's way a page was rejected. */
public enum Stage {
    READ,
    CLEAN,
    DEDUPLICATE,
    EXTRACT;

    /** The name as written in headers and tables: {@code read}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
