package org.broadsheet.postgres;

/**
 * Where the books are wrong: {@code region_figure 140106 test_sites current 2022-11-22: held 794, recomputed 795}.
 *
 * @param table of the row
 * @param key of the row, its columns joined by a space
 * @param kind how it is wrong
 * @param detail what is held and what should be, for a person
 */
public record Difference(String table, String key, Kind kind, String detail) {
    /** How a row is wrong. */
    public enum Kind {
        /** Recomputed, and not held. */
        MISSING,
        /** Held, and not recomputed. */
        EXTRA,
        /** Held otherwise than recomputed. */
        DIFFERENT,
        /** Breaks a law by itself. */
        BROKEN
    }

    /** One line. */
    @Override
    public String toString() {
        return table + " " + key + ": " + kind.name().toLowerCase(java.util.Locale.ROOT) + ", " + detail;
    }
}
