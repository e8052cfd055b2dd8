package org.broadsheet.text.mention;

/** How a value is bounded, in the order of how much it claims: a tie between equal values goes to the earlier. */
public enum Modifier {
    /** At least: {@code 870余名}. */
    OVER,
    EXACT,
    /** {@code 大约2200户}. */
    ABOUT,
    /** At most: {@code 不足60名}. */
    UNDER;

    /** As written in tables and JSON: {@code over}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
