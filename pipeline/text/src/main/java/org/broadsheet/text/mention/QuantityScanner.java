package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.metric.Metric;
import org.broadsheet.text.number.Bound;
import org.broadsheet.text.number.ChineseNumerals;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.number.NumberScanner;
import org.broadsheet.text.number.Numeral;

/**
 * Finds the quantities of a sentence that the catalogue could count: {@code 210余个}, {@code 逾210亿元}.
 *
 * <p>Immutable, thread-safe.
 */
final class QuantityScanner {
    private final NumberScanner numbers = new NumberScanner(new ChineseNumerals());
    private final List<String> measures;
    private final Set<String> counted = new HashSet<>();

    private final Nouns nouns;

    QuantityScanner(Catalogue catalogue) {
        this.nouns = new Nouns(catalogue);
        for (Metric metric : catalogue.metrics()) {
            counted.addAll(metric.units().keySet());
        }
        Set<String> all = new HashSet<>(counted);
        Lexicon.rows(QuantityScanner.class, "measures.tsv").forEach(row -> all.add(row.get(0)));
        this.measures = all.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Numbers with a measure word of the catalogue, and bare ones; ranges and indefinite numbers too, marked by kind. */
    List<Quantity> scan(String sentence) {
        List<Quantity> quantities = new ArrayList<>();
        for (Numeral numeral : numbers.scan(sentence)) {
            Quantity quantity = quantity(sentence, numeral);
            if (quantity != null) {
                quantities.add(quantity);
            }
        }
        return ranges(sentence, quantities);
    }

    /** Every number of a sentence, whatever it counts. */
    List<Numeral> numerals(String sentence) {
        return numbers.scan(sentence);
    }

    private @org.jspecify.annotations.Nullable Quantity quantity(String sentence, Numeral numeral) {
        int at = numeral.end();
        if (at < sentence.length() && sentence.charAt(at) == ' ') {
            at++;
        }
        Nouns.Found noun = nouns.beginningAt(sentence, at, sentence.length());
        for (String measure : measures) {
            if (sentence.startsWith(measure, at)) {
                if (noun != null && !noun.metrics().isEmpty() && noun.end() - noun.start() > measure.length()) {
                    // 159万人民: no 人 is counted here
                    break;
                }
                return counted.contains(measure) ? measured(sentence, numeral, measure, at + measure.length()) : null;
            }
        }
        return new Quantity(numeral, "", modifier(numeral.bound()), numeral.start(), numeral.end());
    }

    private Quantity measured(String sentence, Numeral numeral, String measure, int behind) {
        int end = behind;
        Bound bound = numeral.bound();
        for (String word : numbers.measured()) {
            if (sentence.startsWith(word, behind) && !spokenFor(sentence, word, behind)) {
                end += word.length();
                bound = bound == Bound.EXACT ? numbers.bound(word, "measured") : bound;
                break;
            }
        }
        return new Quantity(numeral, measure, modifier(bound), numeral.start(), end);
    }

    /** {@code 5名多年} and {@code 3人以上级}: the word belongs to what follows. */
    private static boolean spokenFor(String sentence, String word, int at) {
        int next = at + word.length();
        return word.equals("多") && next < sentence.length() && "年次种样级方".indexOf(sentence.charAt(next)) >= 0;
    }

    private static Modifier modifier(Bound bound) {
        return switch (bound) {
            case EXACT -> Modifier.EXACT;
            case OVER -> Modifier.OVER;
            case ABOUT -> Modifier.ABOUT;
            case UNDER -> Modifier.UNDER;
        };
    }

    /** {@code 10户至15户}: both ends are a range. */
    private static List<Quantity> ranges(String sentence, List<Quantity> quantities) {
        List<Quantity> result = new ArrayList<>(quantities);
        for (int i = 1; i < result.size(); i++) {
            Quantity first = result.get(i - 1);
            Quantity second = result.get(i);
            boolean joined = second.start() - first.end() == 1 && "至到-—~～".indexOf(sentence.charAt(first.end())) >= 0;
            if (joined && first.measure().equals(second.measure())) {
                result.set(i - 1, range(first));
                result.set(i, range(second));
            }
        }
        return result;
    }

    private static Quantity range(Quantity quantity) {
        Numeral numeral = quantity.numeral();
        return new Quantity(
                new Numeral(
                        numeral.start(),
                        numeral.digits(),
                        numeral.end(),
                        numeral.value(),
                        numeral.bound(),
                        Numeral.Kind.RANGE),
                quantity.measure(),
                quantity.modifier(),
                quantity.start(),
                quantity.end());
    }
}
