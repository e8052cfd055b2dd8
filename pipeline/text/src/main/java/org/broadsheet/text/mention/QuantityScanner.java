package org.broadsheet.text.mention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.metric.Metric;
import org.broadsheet.text.number.Bound;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.number.NumberScanner;
import org.broadsheet.text.number.Numeral;
import org.jspecify.annotations.Nullable;

/**
 * Finds the quantities of a sentence that the catalogue could count: {@code 210余个}, {@code 逾210亿元}.
 *
 * <p>Immutable, thread-safe.
 */
final class QuantityScanner {
    /** What stands between the ends of a range. */
    private static final String DASHES = "至到-—~～";

    private static final String YUAN = "元";

    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

    /** What makes a sum of money of a number. */
    private static final WordTable<BigDecimal> SUMS = new WordTable<>(Map.of("个亿", YI, "个多亿", YI));

    private final NumberScanner numbers;
    private final WordTable<Bound> bounds;
    private final WordTable<Integer> measures;
    private final Set<String> counted = new HashSet<>();

    private final Nouns nouns;
    private final WordTable<Integer> currencies = WordTable.of(Lexicon.column(QuantityScanner.class, "currencies.tsv"));

    QuantityScanner(Catalogue catalogue, NumberScanner numbers) {
        this.numbers = numbers;
        this.bounds = numbers.measured();
        this.nouns = new Nouns(catalogue);
        for (Metric metric : catalogue.metrics()) {
            counted.addAll(metric.units().keySet());
        }
        Set<String> all = new HashSet<>(counted);
        all.addAll(Lexicon.column(QuantityScanner.class, "measures.tsv"));
        this.measures = WordTable.of(all.stream().sorted().toList());
    }

    /**
     * Whether a noun of the catalogue stands in a sentence, or one of its measure words behind what can end a number: the first
     * pass, which leaves a sentence without them to nobody.
     */
    boolean mayCount(String sentence) {
        if (nouns.areIn(sentence)) {
            return true;
        }
        for (int end = 1; end < sentence.length(); end++) {
            if (numbers.mayEnd(sentence.charAt(end - 1))
                    && isMeasured(sentence, sentence.charAt(end) == ' ' ? end + 1 : end)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMeasured(String sentence, int at) {
        WordTable.Entry<Integer> measure = measures.longestAt(sentence, at);
        return measure != null && counted.contains(measure.word());
    }

    /** Numbers with a measure word of the catalogue, and bare ones; ranges and indefinite numbers too, marked by kind. */
    List<Quantity> scan(String sentence, List<Numeral> numerals) {
        List<Quantity> quantities = new ArrayList<>();
        for (int i = 0; i < numerals.size(); i++) {
            Quantity quantity = quantity(sentence, numerals.get(i));
            if (quantity != null) {
                int cents = i + 1;
                while (cents < numerals.size() && isFraction(sentence, quantity, numerals.get(cents))) {
                    quantity = withFraction(sentence, quantity, numerals.get(cents++));
                }
                i = cents - 1;
                quantities.add(quantity);
            }
        }
        return ranges(sentence, quantities);
    }

    private @Nullable Quantity quantity(String sentence, Numeral numeral) {
        int at = numeral.end();
        if (at < sentence.length() && sentence.charAt(at) == ' ') {
            at++;
        }
        WordTable.Entry<BigDecimal> sum = SUMS.longestAt(sentence, at);
        if (sum != null && counted.contains(YUAN)) {
            boolean foreign =
                    isForeign(sentence, YUAN, numeral.start(), at + sum.word().length());
            return foreign ? null : sum(numeral, sum, at);
        }
        WordTable.Entry<Integer> found = measures.longestAt(sentence, at);
        if (found != null) {
            String measure = found.word();
            int spare = counted.contains(measure) ? 1 : 0;
            Nouns.Found noun = nouns.beginningAt(sentence, at, sentence.length());
            // 159万人民, 13亿人口: no 人 is counted here
            boolean part =
                    noun != null && !noun.metrics().isEmpty() && noun.end() - noun.start() >= measure.length() + spare;
            if (!part) {
                return counted.contains(measure)
                                && !isForeign(sentence, measure, numeral.start(), at + measure.length())
                        ? measured(sentence, numeral, measure, at + measure.length())
                        : null;
            }
        }
        return new Quantity(numeral, "", modifier(numeral.bound()), numeral.start(), numeral.end());
    }

    /** {@code 港币两千九百六十元}, {@code 三万元欧元}: a sum of another currency. */
    private boolean isForeign(String sentence, String measure, int start, int end) {
        return (measure.startsWith("元") || measure.startsWith("块"))
                && (currencies.beginsAt(sentence, end) || currencies.endsAt(sentence, start));
    }

    private Quantity measured(String sentence, Numeral numeral, String measure, int behind) {
        if (sentence.startsWith("半", behind) && nouns.isUnit(measure)) {
            return withHalf(numeral, measure, behind + 1);
        }
        int end = behind;
        Bound bound = numeral.bound();
        char next = behind < sentence.length() ? sentence.charAt(behind) : ' ';
        for (WordTable.Entry<Bound> word : bounds.beginningWith(next)) {
            if (word.begins(sentence, behind) && !spokenFor(sentence, word.word(), behind)) {
                end += word.word().length();
                bound = bound == Bound.EXACT ? word.value() : bound;
                break;
            }
        }
        return new Quantity(numeral, measure, modifier(bound), numeral.start(), end);
    }

    /** {@code 五十个亿}: of yuan. */
    private static Quantity sum(Numeral number, WordTable.Entry<BigDecimal> sum, int at) {
        Bound bound = sum.word().contains("多") ? Bound.OVER : number.bound();
        int end = at + sum.word().length();
        return new Quantity(
                new Numeral(
                        number.start(),
                        number.digits(),
                        end,
                        number.value().multiply(sum.value()),
                        bound,
                        number.kind()),
                YUAN,
                modifier(bound),
                number.start(),
                end);
    }

    /** {@code 两吨半}. */
    private static Quantity withHalf(Numeral whole, String measure, int end) {
        BigDecimal value = whole.value().add(new BigDecimal("0.5"));
        return new Quantity(
                new Numeral(whole.start(), whole.digits(), whole.end(), value, whole.bound(), whole.kind()),
                measure,
                modifier(whole.bound()),
                whole.start(),
                end);
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

    /** {@code 123元1角1分}, {@code 十块三毛}: jiao and fen right behind a sum in yuan. */
    private static boolean isFraction(String sentence, Quantity sum, Numeral numeral) {
        boolean joined = numeral.start() == sum.end()
                && (sum.measure().startsWith("元") || sum.measure().startsWith("块"));
        return joined && numeral.end() < sentence.length() && "角毛分".indexOf(sentence.charAt(numeral.end())) >= 0;
    }

    private static Quantity withFraction(String sentence, Quantity sum, Numeral numeral) {
        int scale = sentence.charAt(numeral.end()) == '分' ? 2 : 1;
        int end = numeral.end() + (sentence.startsWith("钱", numeral.end() + 1) ? 2 : 1);
        Numeral whole = sum.numeral();
        BigDecimal value = whole.value().add(numeral.value().movePointLeft(scale));
        return new Quantity(
                new Numeral(whole.start(), whole.digits(), numeral.end(), value, whole.bound(), whole.kind()),
                sum.measure(),
                sum.modifier(),
                sum.start(),
                end);
    }

    /** {@code 10户至15户}: both ends are a range. */
    private static List<Quantity> ranges(String sentence, List<Quantity> quantities) {
        for (int i = 1; i < quantities.size(); i++) {
            Quantity first = quantities.get(i - 1);
            Quantity second = quantities.get(i);
            if (isRange(sentence, first.end(), second.start())
                    && first.measure().equals(second.measure())) {
                quantities.set(i - 1, range(first));
                quantities.set(i, range(second));
            }
            if (isEstimate(sentence, first, second)) {
                quantities.set(i, range(second));
            }
        }
        return quantities;
    }

    /** {@code 6、70位}, {@code 五、六百户}, {@code 15、6家}: from the one to the other. */
    private static boolean isEstimate(String sentence, Quantity first, Quantity second) {
        BigDecimal one = first.numeral().value();
        if (!first.measure().isEmpty()
                || second.start() != first.end() + 1
                || sentence.charAt(first.end()) != '、'
                || one.signum() <= 0) {
            return false;
        }
        if (one.compareTo(BigDecimal.TEN) >= 0) {
            BigDecimal last = one.remainder(BigDecimal.TEN);
            return last.signum() > 0
                    && last.add(BigDecimal.ONE).compareTo(second.numeral().value()) == 0;
        }
        BigDecimal next = second.numeral().value().stripTrailingZeros();
        return next.unscaledValue().equals(one.add(BigDecimal.ONE).toBigInteger());
    }

    private static boolean isRange(String sentence, int from, int to) {
        boolean included = to - from > 3 && (sentence.startsWith("（含）", from) || sentence.startsWith("(含)", from));
        int dash = included ? from + 3 : from;
        return to - dash >= 1
                && to - dash <= 2
                && DASHES.indexOf(sentence.charAt(dash)) >= 0
                && DASHES.indexOf(sentence.charAt(to - 1)) >= 0;
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
