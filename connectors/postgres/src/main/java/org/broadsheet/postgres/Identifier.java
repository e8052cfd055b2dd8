package org.broadsheet.postgres;

/** Names in SQL. */
final class Identifier {
    private Identifier() {}

    /** {@code "broadsheet_2"}: taken as it is, whatever stands in it ({@code 报纸}). */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
