package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.number.NumberScanner;
import org.broadsheet.text.number.Numeral;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with the numbers in it, found when they are asked for: no number, no quantity and no day.
 *
 * <p>Used by one thread.
 */
final class Passage {
    private final CleanText clean;
    private final NumberScanner numbers;
    private @Nullable List<Numeral> numerals;

    private Passage(CleanText clean, NumberScanner numbers) {
        this.clean = clean;
        this.numbers = numbers;
        this.numerals = numbers.mayHoldAny(clean) ? null : List.of();
    }

    /** The sentences of a paragraph, in order. */
    static List<Passage> of(CleanText paragraph, NumberScanner numbers) {
        List<Passage> passages = new ArrayList<>();
        for (CleanText sentence : Sentences.of(paragraph)) {
            passages.add(new Passage(sentence, numbers));
        }
        return passages;
    }

    CleanText clean() {
        return clean;
    }

    String text() {
        return clean.toString();
    }

    /** Whether there may be numbers in it; a look that costs nothing. */
    boolean mayHoldNumbers() {
        List<Numeral> found = numerals;
        return found == null || !found.isEmpty();
    }

    /** The numbers in it, in order, without overlap. */
    List<Numeral> numerals() {
        List<Numeral> found = numerals;
        if (found == null) {
            found = numbers.scan(text());
            numerals = found;
        }
        return found;
    }
}
