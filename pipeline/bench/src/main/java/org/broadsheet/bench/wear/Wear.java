package org.broadsheet.bench.wear;

/**
 * How a clean text is to be worn: two loops, a sentence printed twice, lines of 18 columns.
 *
 * @param loops how many stretches are looped
 * @param sentences how many sentences are printed again further down
 * @param paragraphs how many paragraphs are printed again further down
 * @param mostMisread how many characters of such a later copy differ at most, 0 to 2; never digits or places
 * @param misreadPerMille wrong characters of the whole text, in thousandths; made first, so that copies show them, too
 * @param sparing whether those wrong characters spare digits and the names of places
 * @param punctuationPerMille marks set otherwise, in thousandths
 * @param columns width of a line in Han characters; 0 prints each paragraph on one line
 * @param tears how many paragraphs are torn in two, lines of another between; needs {@code columns}
 */
public record Wear(
        int loops,
        int sentences,
        int paragraphs,
        int mostMisread,
        int misreadPerMille,
        boolean sparing,
        int punctuationPerMille,
        int columns,
        int tears) {
    /** No wear at all: the text comes back as it is. */
    public static final Wear NONE = new Wear(0, 0, 0, 0, 0, true, 0, 0, 0);

    public Wear withLoops(int count) {
        return new Wear(
                count,
                sentences,
                paragraphs,
                mostMisread,
                misreadPerMille,
                sparing,
                punctuationPerMille,
                columns,
                tears);
    }

    /** Later copies of sentences and of paragraphs, up to {@code misread} characters of each differing. */
    public Wear withCopies(int ofSentences, int ofParagraphs, int misread) {
        return new Wear(
                loops,
                ofSentences,
                ofParagraphs,
                misread,
                misreadPerMille,
                sparing,
                punctuationPerMille,
                columns,
                tears);
    }

    public Wear withMisreadings(int perMille, boolean sparingDigitsAndPlaces) {
        return new Wear(
                loops,
                sentences,
                paragraphs,
                mostMisread,
                perMille,
                sparingDigitsAndPlaces,
                punctuationPerMille,
                columns,
                tears);
    }

    public Wear withPunctuation(int perMille) {
        return new Wear(loops, sentences, paragraphs, mostMisread, misreadPerMille, sparing, perMille, columns, tears);
    }

    public Wear withLines(int ofColumns, int torn) {
        return new Wear(
                loops,
                sentences,
                paragraphs,
                mostMisread,
                misreadPerMille,
                sparing,
                punctuationPerMille,
                ofColumns,
                torn);
    }
}
