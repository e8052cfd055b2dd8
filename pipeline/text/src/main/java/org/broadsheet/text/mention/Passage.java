package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.number.NumberScanner;
import org.broadsheet.text.number.Numeral;

/**
 * A sentence with the numbers in it, which all that reads it hangs on: no number, no quantity and no day.
 *
 * @param numerals in order, without overlap
 */
record Passage(CleanText clean, List<Numeral> numerals) {
    /** The sentences of a paragraph, in order. */
    static List<Passage> of(CleanText paragraph, NumberScanner numbers) {
        List<Passage> passages = new ArrayList<>();
        for (CleanText sentence : Sentences.of(paragraph)) {
            passages.add(new Passage(
                    sentence, numbers.mayHoldAny(sentence) ? numbers.scan(sentence.toString()) : List.of()));
        }
        return passages;
    }

    String text() {
        return clean.toString();
    }
}
