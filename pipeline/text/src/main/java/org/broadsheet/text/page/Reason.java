package org.broadsheet.text.page;

/** Why a page was rejected; the lower-case name with dashes stands in the header {@code reason} of the dead letter. */
public enum Reason {
    /** Nothing but white space. */
    EMPTY,
    /** More than 1 MiB of text. */
    TOO_LARGE,
    /** Bytes that are no text in any encoding read here: a picture, a PDF, an archive. */
    NOT_TEXT,
    /** A JSON object that does not parse, or whose {@code text} is missing or no string. */
    NO_TEXT,
    /** No day of publication in headers, envelope or text. */
    NO_DAY,
    /** A header or a field of the envelope that does not say what it should: {@code revision: new}. */
    BAD_HEADER,
    /** Of a year that is closed: {@code 2015-11-22} after {@code close 2015}. */
    CLOSED,
    /** A fault of ours: a stage threw. */
    BUG;

    /** The name as written in headers and tables: {@code too-large}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
