package org.broadsheet.text.mention;

/** What became of a mention. Law: mentions = counted + reprinted + retold + unplaced + dropped + closed. */
public enum Fate {
    /** Reports a fact. */
    COUNTED,
    /** Joined the fact of an earlier report in another paper. */
    REPRINTED,
    /** Said again in the same article. */
    RETOLD,
    /** Its region cannot be known. */
    UNPLACED,
    /** A person says that it is none. */
    DROPPED,
    /** Would report a fact of a closed year, which stays as it is. */
    CLOSED;

    /** As written in tables: {@code counted}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
