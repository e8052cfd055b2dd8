package org.broadsheet.text.mention;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.number.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a number counts that has no measure word: {@code 436万青年志愿者}, {@code 常住人口不到2万}.
 *
 * <p>Immutable, thread-safe.
 */
final class BareNumbers {
    /** Characters between a bare number and the noun it counts, at most. */
    private static final int DESCRIBED = 4;

    /** What a number that counts persons without a measure word ends in: 436万, 4600多. */
    private static final String ROUND = "万亿千百多余";

    /** Lines that citizens call have five digits: 12300 to 12399. */
    private static final int HOTLINE = 5;

    private static final int HOTLINES = 123;
    private static final int HUNDRED = 100;

    /** No smaller number with 万 and without 元 is a sum that many share. */
    private static final BigDecimal SUM = BigDecimal.valueOf(100_000);

    private static final PhraseFinder.Found NOTHING = new PhraseFinder.Found(null, Set.of(), false, false);

    private final WordTable<Integer> currencies = WordTable.of(Lexicon.column(BareNumbers.class, "currencies.tsv"));

    private final MeasureWords measures;
    private final Nouns nouns;
    private final PhraseAfter after;
    private final PhraseBefore before;

    BareNumbers(MeasureWords measures, Nouns nouns, PhraseAfter after, PhraseBefore before) {
        this.measures = measures;
        this.nouns = nouns;
        this.after = after;
        this.before = before;
    }

    /** 34000 is as round as 3.4万; 12345 is the number of a telephone. */
    private static boolean isRound(BigDecimal value) {
        return value.compareTo(BigDecimal.valueOf(10_000)) >= 0
                && value.remainder(BigDecimal.valueOf(100)).signum() == 0;
    }

    /** The noun behind a number without a measure word, or behind what describes it: 志愿者 in {@code 436万青年志愿者}. */
    private Nouns.@Nullable Found nounNear(String sentence, int start, int limit, boolean large) {
        boolean round = ROUND.indexOf(sentence.charAt(start - 1)) >= 0 || large;
        boolean described = start < limit && round && sentence.charAt(start) != ' ' && !sentence.startsWith("以", start);
        if (!described) {
            return nouns.beginningAt(sentence, start, limit);
        }
        for (int at = start; at <= Math.min(start + DESCRIBED, limit); at++) {
            Nouns.Found noun = nouns.beginningAt(sentence, at, limit);
            noun = noun != null && noun.end() - noun.start() == 1 ? null : noun;
            if (noun != null || at == limit || Marks.partsItems(sentence.charAt(at))) {
                // one character between is a measure word that nobody counts in: 3万件群众来信
                return noun != null && noun.start() == start + 1 ? null : noun;
            }
        }
        return null;
    }

    /** {@code 159万人民}, {@code 常住人口不到2万}: no measure word. */
    PhraseFinder.Found find(String sentence, Quantity quantity, int from, int limit) {
        int end = quantity.end();
        BigDecimal value = quantity.numeral().value();
        // 12345市民服务热线
        boolean hotline = value.intValue() / HUNDRED == HOTLINES && value.precision() == HOTLINE;
        boolean large = !hotline && value.precision() - value.scale() >= 3;
        Nouns.Found noun = large ? nounNear(sentence, end, Math.min(limit, sentence.length()), isRound(value)) : null;
        if (noun != null && noun.end() - noun.start() > 1) {
            Set<String> bare = new LinkedHashSet<>(measures.of("名").fits());
            boolean foreign = currencies.beginsAt(sentence, end);
            if (end > 0 && "亿万".indexOf(sentence.charAt(end - 1)) >= 0 && !foreign) {
                // 拨付17亿补助资金
                bare.addAll(measures.of("元").fits());
            }
            bare.addAll(measures.countedByItself(sentence, noun.start(), noun.end()));
            Set<String> counted = PhraseFinder.both(noun.metrics(), bare);
            PhraseAfter.Tail tail = after.find(sentence, end, limit, counted);
            Set<String> metrics =
                    tail == null ? Set.of() : PhraseFinder.both(PhraseFinder.shared(tail.heads(), false), counted);
            boolean size = tail != null && sentence.startsWith("以", tail.end());
            if (tail != null && !size && !metrics.isEmpty()) {
                return new PhraseFinder.Found(
                        new Phrase(metrics, quantity.start(), tail.end(), "bare-after"), metrics, true, true);
            }
        }
        // 常住人口近720万的城市; 人口超过300万的其他城市 are any of such a size
        boolean one = end < sentence.length()
                && sentence.charAt(end) == '的'
                && (quantity.modifier() == Modifier.EXACT || quantity.modifier() == Modifier.ABOUT);
        boolean closes = end == sentence.length() || Marks.partsItems(sentence.charAt(end)) || one;
        PhraseBefore.Front front = closes ? before.find(sentence, from, quantity.start(), false) : null;
        boolean bare = front != null && nouns.bare(front.noun());
        boolean sum =
                front != null && !bare && value.compareTo(SUM) >= 0 && "亿万".indexOf(sentence.charAt(end - 1)) >= 0;
        if (front != null && (bare || sum)) {
            Set<String> heads = PhraseFinder.shared(front.heads(), false);
            // 投资970亿
            Set<String> metrics =
                    bare ? heads : PhraseFinder.both(heads, measures.of("元").fits());
            if (metrics.isEmpty()) {
                return NOTHING;
            }
            return new PhraseFinder.Found(new Phrase(metrics, front.start(), end, "bare-before"), metrics, true, false);
        }
        return NOTHING;
    }
}
