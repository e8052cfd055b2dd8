package org.broadsheet.text.figure;

/** Where a figure comes from. */
public enum Basis {
    /** A statement about the region itself. */
    STATED,
    /** Summed over the region's parts. */
    PARTS;

    /** As written in tables and JSON: {@code stated}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
