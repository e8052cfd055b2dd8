package org.broadsheet.text.metric;

/** How the days of a metric hang together. */
public enum Kind {
    /** What is there on a day; holds until the next statement. */
    STOCK,
    /** What happened on a day; a day without a statement has none. */
    FLOW;

    /** As written in the catalogue: {@code stock}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
