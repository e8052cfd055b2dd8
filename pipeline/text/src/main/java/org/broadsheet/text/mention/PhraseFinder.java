package org.broadsheet.text.mention;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a quantity counts, behind it or in front of it: 采样点 in {@code 检测采样点70余处}.
 *
 * <p>Immutable, thread-safe.
 */
final class PhraseFinder {
    private final MeasureWords measures;

    private final List<Metric> framed;

    /** Metrics by the words right behind a number that say it. */
    private final WordTable<String> behind;

    private final Nouns nouns;

    private final PhraseAfter after;

    private final PhraseBefore before;
    private final BareNumbers bare;

    PhraseFinder(Catalogue catalogue) {
        this.measures = new MeasureWords(catalogue);
        this.framed = catalogue.metrics().stream()
                .filter(metric -> !metric.frames().isEmpty())
                .toList();
        Map<String, String> said = new LinkedHashMap<>();
        catalogue.metrics().forEach(metric -> metric.behind().forEach(word -> said.put(word, metric.id())));
        this.behind = new WordTable<>(said);
        this.nouns = new Nouns(catalogue);
        this.after = new PhraseAfter(nouns);
        this.before = new PhraseBefore(nouns);
        this.bare = new BareNumbers(measures, nouns, after, before);
    }

    /**
     * What a quantity counts.
     *
     * @param phrase the phrase, its metrics those that the measure word fits; null where there is none
     * @param front metrics of the noun in front, whatever the measure word: a next quantity may share it
     * @param object whether any noun at all stands beside the quantity
     * @param behind whether a noun stands behind it
     * @param other whether its measure word counts what the catalogue says is none: 用户
     */
    record Found(@Nullable Phrase phrase, Set<String> front, boolean object, boolean behind, boolean other) {
        Found(@Nullable Phrase phrase, Set<String> front, boolean object, boolean behind) {
            this(phrase, front, object, behind, false);
        }
    }

    /**
     * Looks for the phrase of a quantity.
     *
     * @param from where the quantity before it ends
     * @param limit where the next one begins
     * @param next the next one
     * @param elidable whether an earlier noun could be meant, so that it matters what stands behind
     */
    Found find(String sentence, Quantity quantity, int from, int limit, @Nullable Quantity next, boolean elidable) {
        if (quantity.measure().isEmpty()) {
            return bare.find(sentence, quantity, from, limit);
        }
        MeasureWords.Meaning measure = measures.of(quantity.measure());
        Set<String> fits = measure.fits();
        WordTable.Entry<String> verb = behind.longestAt(sentence, quantity.end());
        if (verb != null && fits.contains(verb.value())) {
            // 将200万元捐给慈善机构
            int end = quantity.end() + verb.word().length();
            return new Found(
                    new Phrase(Set.of(verb.value()), quantity.start(), end, "verb-after"), Set.of(), true, true);
        }
        boolean any = !measure.any().isEmpty();
        PhraseBefore.Front front = before.find(sentence, from, quantity.start(), any);
        boolean beside = front != null && beside(sentence, front, quantity, measures.areMeasured(fits));
        boolean look = any
                || beside
                || elidable
                || (front != null && !front.noun().isEmpty() && leadsOn(sentence, front, quantity))
                || after.mayFind(sentence, quantity.end(), fits);
        PhraseAfter.Tail tail = look ? after.find(sentence, quantity.end(), limit, fits) : null;
        tail = look && tail == null ? overNext(sentence, quantity, limit, next, fits) : tail;
        Set<String> frontMetrics = front == null ? Set.of() : shared(front.heads(), measures.areMeasured(fits));
        boolean object = tail != null || (front != null && front.object());
        Phrase framed = front == null ? null : framed(sentence, quantity, front, tail, fits);
        if (framed != null) {
            return new Found(framed, Set.of(), true, true);
        }
        if (tail != null) {
            Set<String> metrics = both(shared(tail.heads(), measures.areMeasured(fits)), fits);
            if (!metrics.isEmpty()) {
                return new Found(
                        new Phrase(metrics, quantity.start(), tail.end(), "noun-after"), frontMetrics, true, true);
            }
        }
        if (front != null && !(tail != null && countsTail(sentence, quantity, front, tail, limit, fits))) {
            Set<String> metrics = both(frontMetrics, fits);
            if (!metrics.isEmpty()) {
                return new Found(
                        new Phrase(metrics, front.start(), quantity.end(), "noun-before"),
                        frontMetrics,
                        true,
                        tail != null);
            }
        }
        boolean other = countsOthers(sentence, quantity, front, tail);
        Phrase alone = other ? null : alone(quantity, front, tail, object);
        return new Found(alone, frontMetrics, object, tail != null, other);
    }

    /** {@code 宽带用户1亿户}, {@code 54户医院、水厂等用户}, {@code 用户从1.75亿户增长到3.15亿户}. */
    private boolean countsOthers(
            String sentence, Quantity quantity, PhraseBefore.@Nullable Front front, PhraseAfter.@Nullable Tail tail) {
        int clause = Marks.clauseStart(sentence, quantity.start());
        boolean known = front != null && !front.noun().isEmpty() && front.known();
        WordTable<Integer> not = measures.of(quantity.measure()).not();
        return tail != null
                ? not.longestBefore(sentence, 0, tail.end()) != null
                : !known && not.isIn(sentence, clause, quantity.start());
    }

    /** {@code 两支共30余人的专业灭火队}, {@code 6个和5个督查组}, {@code 14家、9家企业}: the noun behind the next number, which says how large the counted ones are. */
    private PhraseAfter.@Nullable Tail overNext(
            String sentence, Quantity quantity, int limit, @Nullable Quantity next, Set<String> fits) {
        if (next == null || limit - quantity.end() > 2) {
            return null;
        }
        if (limit > quantity.end()
                && "和、".indexOf(sentence.charAt(quantity.end())) >= 0
                && next.measure().equals(quantity.measure())) {
            return after.find(sentence, next.end(), sentence.length(), fits);
        }
        if (!sentence.startsWith("的", next.end())) {
            return null;
        }
        String between = sentence.substring(quantity.end(), limit);
        boolean joined = between.isEmpty() || between.equals("共") || between.equals("、共") || between.equals("，共");
        return joined ? after.find(sentence, next.end() + 1, sentence.length(), fits) : null;
    }

    /** Ids of the metrics counted by a measure word. */
    Set<String> fits(String measure) {
        return measures.of(measure).fits();
    }

    /** Whether a measure word counts something whatever the noun. */
    boolean countsAny(String measure) {
        return !measures.of(measure).any().isEmpty();
    }

    /** Ids of the metrics that {@code 人} counts right behind a number of {@code 户}. */
    Set<String> beside(String first, String second) {
        return measures.of(second).with().getOrDefault(first, Set.of());
    }

    /** Whether nothing that links them stands between a noun and a number: {@code 我队目前三个阶段}. */
    private static boolean isBare(String link) {
        return link.isEmpty() || link.equals("目前") || link.equals("的");
    }

    /** {@code 公司三个仓库}, {@code 小区只有53个停车位}: a number and what it counts behind another noun. */
    private boolean beside(String sentence, PhraseBefore.Front front, Quantity quantity, boolean measured) {
        int end = quantity.end();
        // 投资3亿元 needs no noun behind it, 安排8亿元 does
        boolean whole = measured && nouns.endingAt(sentence, front.start(), front.end(), false) != null;
        String link = sentence.substring(front.end(), quantity.start());
        return !front.noun().isEmpty()
                && !whole
                && (isBare(link) || (!measured && link.indexOf('有') >= 0))
                && end < sentence.length()
                && !Marks.partsItems(sentence.charAt(end));
    }

    /** Whether what stands behind the number may be counted although a noun of the catalogue stands before it. */
    private static boolean leadsOn(String sentence, PhraseBefore.Front front, Quantity quantity) {
        return forOthers(sentence, front, quantity) || areExamples(sentence, front, quantity);
    }

    /** {@code 志愿队等5个集体}, {@code “伟大工程”七个篇章}: what stands in front are some of those counted. */
    private static boolean areExamples(String sentence, PhraseBefore.Front front, Quantity quantity) {
        String link = sentence.substring(front.end(), quantity.start());
        return link.contains("等") || link.contains("”");
    }

    /** {@code 志愿者为80余名留守儿童补课}: 为 is no copula where a noun follows; {@code 部门完成108个改革任务}. */
    private static boolean forOthers(String sentence, PhraseBefore.Front front, Quantity quantity) {
        String link = sentence.substring(front.end(), quantity.start());
        return link.contains("为") || link.contains("由") || link.contains("从") || link.contains("完成");
    }

    /** Whether the noun behind a number is counted, and the one before is not: {@code 突击队等5个集体}, {@code 全村3个村民小组}. */
    private boolean countsTail(
            String sentence,
            Quantity quantity,
            PhraseBefore.Front front,
            PhraseAfter.Tail tail,
            int limit,
            Set<String> fits) {
        Nouns.Found head = nouns.endingAt(sentence, quantity.end(), tail.end(), false);
        boolean none = head != null && head.metrics().isEmpty();
        boolean examples = areExamples(sentence, front, quantity);
        return none
                || (beside(sentence, front, quantity, measures.areMeasured(fits))
                        && after.isNoun(sentence, quantity.end(), limit, fits))
                || forOthers(sentence, front, quantity)
                || (examples && after.beginsWithNoun(sentence, quantity.end(), limit, fits));
    }

    static Set<String> shared(List<Set<String>> heads, boolean any) {
        if (heads.isEmpty()) {
            return Set.of();
        }
        if (heads.size() == 1) {
            return heads.get(0);
        }
        Set<String> shared = new LinkedHashSet<>(heads.get(0));
        for (Set<String> head : heads) {
            if (any) {
                shared.addAll(head);
            } else {
                shared.retainAll(head);
            }
        }
        return shared;
    }

    static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return union;
    }

    static Set<String> both(Set<String> one, Set<String> other) {
        if (one.isEmpty() || Collections.disjoint(one, other)) {
            return Set.of();
        }
        if (other.containsAll(one)) {
            return one;
        }
        Set<String> both = new LinkedHashSet<>(one);
        both.retainAll(other);
        return both;
    }

    /** {@code 价值93万元的爱心抗疫物资}: goods given, by their value. */
    private @Nullable Phrase framed(
            String sentence,
            Quantity quantity,
            PhraseBefore.Front front,
            PhraseAfter.@Nullable Tail tail,
            Set<String> fits) {
        for (Metric metric : framed) {
            for (String frame : fits.contains(metric.id()) ? metric.frames() : List.<String>of()) {
                if (sentence.startsWith(frame, front.end() - frame.length())
                        && metric.context().stream().anyMatch(sentence::contains)) {
                    int end = tail == null ? quantity.end() : tail.end();
                    return new Phrase(Set.of(metric.id()), front.end() - frame.length(), end, "value-of-goods");
                }
            }
        }
        return null;
    }

    private @Nullable Phrase alone(
            Quantity quantity, PhraseBefore.@Nullable Front front, PhraseAfter.@Nullable Tail tail, boolean object) {
        MeasureWords.Meaning measure = measures.of(quantity.measure());
        Set<String> metrics = new LinkedHashSet<>(measure.alone());
        if (tail != null
                && tail.heads().stream()
                        .anyMatch(head ->
                                PhraseTokens.overlap(head, measure.fits()) && Collections.disjoint(head, metrics))) {
            // 2591万户企业和其他组织
            metrics.clear();
        }
        if (object) {
            metrics.addAll(measure.any());
        }
        if (metrics.isEmpty()) {
            return null;
        }
        boolean beside = tail == null && front != null && front.object() && front.end() == quantity.start();
        int start = beside && front != null ? front.start() : quantity.start();
        return new Phrase(metrics, start, tail == null || !tail.known() ? quantity.end() : tail.end(), "measure-alone");
    }
}
