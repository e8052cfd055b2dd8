package org.broadsheet.text.article;

/**
 * What newspapers print around their prose: who wrote it ({@code 本报记者 孟 非}), how a report opens ({@code 本报讯}),
 * where it goes on ({@code （下转第4版）}). Thread-safe.
 */
record Printing(Credits credits, Headings headings, Jumps jumps) {
    /** By the words of {@code printing.tsv}. */
    static Printing read() {
        Words words = Words.read("printing.tsv");
        return new Printing(new Credits(words), new Headings(words), new Jumps(words));
    }

    /** Whether the text names people, or leads to another page, and does nothing else. */
    boolean standsAlone(CleanText text) {
        return credits.standsAlone(text) || jumps.isAlone(text);
    }
}
