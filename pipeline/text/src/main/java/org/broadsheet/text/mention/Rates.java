package org.broadsheet.text.mention;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.metric.Kind;
import org.broadsheet.text.metric.Metric;
import org.broadsheet.text.number.Lexicon;

/**
 * Says why a number is a rate: {@code 每人认领10至15户}, {@code 1名干部联系5户}.
 *
 * <p>Immutable, thread-safe.
 */
final class Rates {
    private static final String RATE = "rate";
    /** Characters of 每一秒钟 and the like, at most. */
    private static final int SPAN = 5;
    /** Characters behind a number that tell that it is of each: 一组. */
    private static final int BEHIND = 4;

    private final WordTable<Integer> rates;
    private final WordTable<Integer> yearly;
    private final WordTable<Integer> ones;
    private final WordTable<Integer> pairs;
    private final WordTable<Integer> accruals;
    private final Sizes sizes;

    /** @param rows of exclusions.tsv */
    Rates(List<List<String>> rows) {
        this.rates = WordTable.of(Lexicon.group(rows, "rate"));
        this.yearly = WordTable.of(Lexicon.group(rows, "yearly"));
        this.ones = WordTable.of(Lexicon.group(rows, "one"));
        this.pairs = WordTable.of(Lexicon.group(rows, "pair"));
        this.accruals = WordTable.of(Lexicon.group(rows, "accrual"));
        this.sizes = new Sizes(WordTable.of(Lexicon.group(rows, "class")));
    }

    /** {@code 1名干部联系5户}, {@code 1户结对}. */
    Optional<String> pair(Candidate candidate) {
        boolean single = candidate.quantity().numeral().value().compareTo(BigDecimal.ONE) == 0;
        return isPaired(candidate.before()) || (single && pairs.beginsAt(candidate.sentence(), candidate.end()))
                ? Optional.of("rate: one for each")
                : Optional.empty();
    }

    private boolean isPaired(String before) {
        if (!ones.isIn(before)) {
            return false;
        }
        for (String one : ones.words()) {
            int at = whole(before, one);
            if (at >= 0 && pairs.isIn(before, at + 1, before.length())) {
                return true;
            }
        }
        return false;
    }

    /** {@code 每人10户}, {@code 日均5人}; not {@code 每天新增企业1640户}, which are added to a stock. */
    Optional<String> each(Candidate candidate) {
        String before = candidate.before();
        if (candidate.isIn("tonne") && yearly.beginsAt(before, 0)) {
            return Optional.of(RATE + ": what it can do in a year or a day");
        }
        if (!rates.isIn(before)) {
            return Optional.empty();
        }
        boolean accrued = isAccrued(candidate);
        for (String word : rates.words()) {
            int at = whole(before, word);
            boolean daily = isDaily(before, at, word)
                    && !accrued
                    && !candidate.quantity().measure().startsWith("元");
            // 每隔, and 氢能产业园
            boolean other = before.startsWith("隔", at + 1) || before.startsWith("业", at + word.length());
            if (at >= 0 && !daily && !other) {
                return Optional.of("rate: " + word);
            }
        }
        return Optional.empty();
    }

    private boolean isAccrued(Candidate candidate) {
        return candidate.metrics().stream().allMatch(metric -> metric.kind() == Kind.STOCK)
                && accruals.isIn(candidate.sentence(), candidate.clause(), candidate.clauseEnd());
    }

    private static boolean isDaily(String before, int at, String word) {
        boolean everyDay = at + 1 < before.length() && "天日晚".indexOf(before.charAt(at + 1)) >= 0;
        return word.equals("日均") || (word.equals("每") && everyDay);
    }

    /** Where a word stands last, no part of a longer number: not 1户 in 21户; -1 where it does not. */
    private static int whole(String text, String word) {
        int at = text.lastIndexOf(word);
        boolean numbered = at > 0 && "1一".indexOf(word.charAt(0)) >= 0 && isNumeral(text.charAt(at - 1));
        return numbered ? -1 : at;
    }

    static boolean isNumeral(char c) {
        return Character.isDigit(c) || ".一二三四五六七八九十百千万亿第".indexOf(c) >= 0;
    }

    /** {@code 每100个家庭中，就有70个}, {@code 每一秒钟，就能生产19吨}, {@code 平均每天授权专利44件，登记企业925家}: the clause before says of what. */
    Optional<String> ofEach(Candidate candidate) {
        String sentence = candidate.sentence();
        int end = candidate.clause() - 1;
        if (end <= 0) {
            return Optional.empty();
        }
        String before = sentence.substring(Marks.clauseStart(sentence, end - 1), end);
        int each = before.lastIndexOf("每一");
        boolean span = each >= 0 && before.length() - each <= SPAN;
        boolean among = sentence.charAt(end - 1) == '中' && before.contains("每");
        boolean average = candidate.before().startsWith("新") && before.contains("平均每");
        return span || among || average ? Optional.of("rate: 每") : Optional.empty();
    }

    /** {@code 13个投资10亿元以上的项目}. */
    Optional<String> size(Candidate candidate) {
        return sizes.areOfEach(candidate) ? Optional.of("rate: the size of each") : Optional.empty();
    }

    /** {@code 每人领到5000元补助}, said without 每: so little is what one of many gets. */
    Optional<String> ofOne(Candidate candidate) {
        Quantity quantity = candidate.quantity();
        boolean little = !candidate.metrics().isEmpty()
                && candidate.metrics().stream().allMatch(metric -> isLittle(quantity, metric));
        return little ? Optional.of("rate: what one gets") : Optional.empty();
    }

    private static boolean isLittle(Quantity quantity, Metric metric) {
        BigDecimal factor = metric.units().getOrDefault(quantity.measure(), BigDecimal.ONE);
        return quantity.numeral().value().multiply(factor).compareTo(metric.least()) < 0;
    }

    /** {@code 500元/户}, {@code 10户一组}, but not the idiom of {@code 89人一户一策}. */
    Optional<String> per(Candidate candidate) {
        int from = candidate.quantity().end();
        String behind = candidate
                .sentence()
                .substring(from, Math.min(candidate.sentence().length(), from + BEHIND));
        boolean group = behind.startsWith("一") && !behind.startsWith("一", 2);
        return group || behind.startsWith("/") || behind.startsWith("每") || behind.startsWith("重的")
                ? Optional.of(RATE)
                : Optional.empty();
    }
}
