package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.lexicon.CharacterSet;

/**
 * Parts a paragraph into sentences: after 。 ！ ？ and the quotation marks behind them.
 *
 * <p>What reads a sentence looks back and forth in it, so its length is bounded: a stretch of {@link #LONGEST} characters
 * without a full stop is cut behind its last clause. So the work stays linear in the page, whatever the page is.
 */
final class Sentences {
    /** Characters of a sentence at most; in print hardly one has 400. */
    static final int LONGEST = 600;

    private static final CharacterSet ENDS = CharacterSet.of("。！？!?\n");
    private static final String CLOSING = "”’』」）)";

    private Sentences() {}

    /** The sentences of a paragraph, in order, without loss. */
    static List<CleanText> of(CleanText paragraph) {
        List<CleanText> sentences = new ArrayList<>();
        int start = 0;
        while (start < paragraph.length()) {
            int end = end(paragraph, start);
            sentences.add(paragraph.slice(start, end));
            start = end;
        }
        return sentences;
    }

    private static int end(CleanText paragraph, int start) {
        int limit = Math.min(paragraph.length(), start + LONGEST);
        limit = limit < paragraph.length() && Character.isLowSurrogate(paragraph.charAt(limit)) ? limit - 1 : limit;
        int clause = limit;
        for (int i = start; i < limit; i++) {
            char c = paragraph.charAt(i);
            if (c >= '\u4E00' && c <= '\u9FFF') {
                continue;
            }
            if (ENDS.has(c)) {
                return behindClosing(paragraph, i + 1, limit);
            }
            clause = Marks.partsItems(c) ? i + 1 : clause;
        }
        return limit == paragraph.length() ? limit : clause;
    }

    private static int behindClosing(CleanText paragraph, int from, int limit) {
        int end = from;
        while (end < limit && CLOSING.indexOf(paragraph.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }
}
