package org.broadsheet.text.place;

import java.util.List;

/**
 * Finds the places of an article: {@code 榆次区锦纶街道乐平社区} is 140702 and {@code 锦纶街道乐平社区}.
 *
 * <p>Immutable, thread-safe.
 */
public final class PlaceFinder {
    private final Gazetteer gazetteer;
    private final PieceReader reader;
    private final Resolver resolver;
    private final Institutions institutions = new Institutions();

    /** @param gazetteer the divisions and towns */
    public PlaceFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.reader = new PieceReader(gazetteer);
        this.resolver = new Resolver(gazetteer);
    }

    /** The divisions and towns. */
    public Gazetteer gazetteer() {
        return gazetteer;
    }

    /**
     * The places of a paragraph or sentence, in order, none overlapping.
     *
     * @param text the next stretch of the article, in the order of the article
     * @param context what the article has named so far; it learns what is named here
     */
    public List<Spot> find(CharSequence text, PlaceContext context) {
        String string = text.toString();
        Vocabulary.Scan scan = reader.scan(string);
        if (scan.isEmpty()) {
            context.advance();
            context.open(0);
            return List.of();
        }
        List<Piece> pieces = reader.read(string, scan, context);
        return List.copyOf(new Walk(gazetteer, resolver, institutions, scan, string, context).over(pieces));
    }
}
