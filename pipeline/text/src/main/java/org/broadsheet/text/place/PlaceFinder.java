package org.broadsheet.text.place;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the places of an article: {@code 榆次区锦纶街道乐平社区} is 140702 and {@code 锦纶街道乐平社区}.
 *
 * <p>Immutable, thread-safe.
 */
public final class PlaceFinder {
    private final Gazetteer gazetteer;

    /** @param gazetteer the divisions and towns */
    public PlaceFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * The places of a paragraph or sentence, in order, none overlapping.
     *
     * @param text the next stretch of the article, in the order of the article
     * @param context what the article has named so far; it learns what is named here
     */
    public List<Spot> find(CharSequence text, PlaceContext context) {
        List<Spot> spots = new ArrayList<>();
        String string = text.toString();
        for (int start = 0; start < string.length(); start++) {
            for (int end = Math.min(string.length(), start + 12); end > start + 2; end--) {
                List<Region> named = gazetteer.named(string.substring(start, end));
                if (named.size() == 1) {
                    spots.add(new Spot(start, end, named.get(0).code(), "", Why.STATED, Institution.NONE));
                    start = end - 1;
                    break;
                }
            }
        }
        return spots;
    }
}
