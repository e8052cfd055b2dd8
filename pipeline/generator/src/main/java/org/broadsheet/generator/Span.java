package org.broadsheet.generator;

import java.util.Locale;

/** Of which stretch of time a number speaks: {@code 新增12例} is new, {@code 累计12例} cumulative. */
public enum Span {
    CURRENT,
    NEW,
    CUMULATIVE;

    /** As written in tables: {@code cumulative}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
