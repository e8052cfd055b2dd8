package org.broadsheet.text.mention;

import java.util.List;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.place.Characters;

/**
 * Bodies that a paper names without their city, because it is its own: {@code 市委书记吴俊清主持召开会议}, {@code 市直机关}.
 *
 * <p>Immutable, thread-safe.
 */
final class HomeBodies {
    private final List<String> words = Lexicon.column(HomeBodies.class, "home-bodies.tsv");

    /** Whether a clause of the text begins with such a body: {@code 太原市委} is none, it names its city. */
    boolean begin(String text) {
        for (String word : words) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                if (at == 0 || !Characters.isHan(text.charAt(at - 1)) || "日午晚晨".indexOf(text.charAt(at - 1)) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
