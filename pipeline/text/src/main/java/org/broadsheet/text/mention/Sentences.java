package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.article.CleanText;

/** Parts a paragraph into sentences: after 。 ！ ？ and the quotation marks behind them. */
final class Sentences {
    private Sentences() {}

    /** The sentences of a paragraph, in order, without loss. */
    static List<CleanText> of(CleanText paragraph) {
        List<CleanText> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < paragraph.length(); i++) {
            if ("。！？!?\n".indexOf(paragraph.charAt(i)) >= 0) {
                int end = i + 1;
                while (end < paragraph.length() && "”’』」）)".indexOf(paragraph.charAt(end)) >= 0) {
                    end++;
                }
                sentences.add(paragraph.slice(start, end));
                start = end;
                i = end - 1;
            }
        }
        if (start < paragraph.length()) {
            sentences.add(paragraph.slice(start, paragraph.length()));
        }
        return sentences;
    }
}
