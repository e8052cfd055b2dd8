package org.broadsheet.generator;

/**
 * A paper and where it is at home.
 *
 * @param name {@code 太原新报}
 * @param home six-digit code; 0: nobody says
 * @param telling how a page says where home is
 */
record Paper(String name, int home, Telling telling) {
    /** How a page says where its paper is at home. */
    enum Telling {
        /** By the list of papers. */
        LIST,
        /** In a header or a field of the envelope. */
        PAGE,
        /** Not at all. */
        NEVER
    }
}
