package org.broadsheet.text.mention;

/** Of which stretch of time a value speaks. */
public enum Scope {
    CURRENT,
    /** {@code 新增}. */
    NEW,
    /** {@code 累计}. */
    CUMULATIVE;

    /** As written in tables and JSON: {@code cumulative}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
