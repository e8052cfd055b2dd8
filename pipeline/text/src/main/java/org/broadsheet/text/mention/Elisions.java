package org.broadsheet.text.mention;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.place.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a number counts whose noun stands earlier: {@code 新华区2例} behind {@code 新增确诊病例9例}.
 *
 * <p>Immutable, thread-safe.
 */
final class Elisions {
    /** Measure words that count so few kinds of things that what they counted last is meant again. */
    private static final Set<String> KINDS = Set.of("家", "户", "支", "栋", "幢", "例");

    /** What stands between a whole and its part. */
    private static final WordTable<Integer> AMONG = WordTable.of(
            List.of("有", "，有", "就有", "，就有", "已有", "，已有", "，更是有", "，更有", "，仅有", "仅有", "，只有", "只有", "，共有", "，目前有"));

    private static final Set<String> PERSONS = Set.of("名", "人", "位");

    /** Measure words of things that are counted, not weighed or paid. */
    private static final Set<String> COUNTED =
            Stream.of(KINDS, PERSONS, Set.of("个")).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private static final String HOUSEHOLD = "户";
    /** {@code 35岁以下的}: what only persons are. */
    private static final String AGE = "岁";

    private static final String ALL = "全";
    /** What people live in: not 全国 of {@code 独龙族全国只有6900人}. */
    private static final String WHOLES = "市县区乡镇村旗州盟屯寨街社";

    private final WordTable<Integer> bodies = WordTable.of(Lexicon.column(Elisions.class, "bodies.tsv"));
    private final PhraseFinder phrases;
    private final Residue residue;

    Elisions(PhraseFinder phrases, Residue residue) {
        this.phrases = phrases;
        this.residue = residue;
    }

    /**
     * The phrase of a number whose noun stands earlier: {@code 新华区2例}, {@code 收入过亿元的378户} of {@code 企业1526户}; null where
     * something else is counted.
     *
     * @param last metrics of what its measure word counted last in the paragraph
     */
    @Nullable
    Phrase of(
            String sentence,
            Quantity quantity,
            int from,
            List<Spot> spots,
            ClaimReader.Shared shared,
            Set<String> last,
            PhraseFinder.Found found) {
        Set<String> metrics = PhraseFinder.both(shared.metrics(), phrases.fits(quantity.measure()));
        if (metrics.isEmpty()
                && shared.end() >= 0
                && ClaimReader.adjacent(sentence, shared.end(), quantity.start())
                && !found.behind()) {
            Set<String> beside = phrases.beside(shared.measure(), quantity.measure());
            return beside.isEmpty() ? null : new Phrase(beside, quantity.start(), quantity.end(), "elided");
        }
        if (metrics.isEmpty() || !(shared.measure().isEmpty() || comparable(shared, quantity))) {
            return null;
        }
        int start = itemStart(sentence, from, quantity.start());
        String left = residue.of(Residue.masked(
                sentence, Math.max(start, behindWhole(sentence, quantity, shared)), quantity.start(), spots));
        boolean any = found.object() && phrases.countsAny(quantity.measure());
        if (any
                || found.behind()
                || !isPassedOver(sentence, quantity, start, left, spots, shared, last)
                || residue.isNamed(sentence, quantity.end())) {
            return null;
        }
        boolean told = shared.end() >= 0 || start < quantity.start();
        boolean others = shared.end() < 0
                && !shared.measure().isEmpty()
                && PERSONS.contains(quantity.measure())
                && !sentence.substring(0, quantity.start()).contains(ClaimScopes.PARTS);
        if (others) {
            // 选派干部34人。四川省有117万人脱贫: persons of another sentence
            return null;
        }
        int first = spots.stream()
                .filter(spot -> spot.start() >= start && spot.end() <= quantity.start())
                .mapToInt(Spot::start)
                .min()
                .orElse(quantity.start());
        return told ? new Phrase(metrics, first, quantity.end(), "elided") : null;
    }

    /** Behind 中 of {@code 102家企业中98家盈利}, {@code 3000多家企业中，有1000家首次亮相}; -1 where the number is no part of such a whole. */
    private static int behindWhole(String sentence, Quantity quantity, ClaimReader.Shared shared) {
        int end = shared.end();
        boolean same = shared.measure().equals(quantity.measure()) && COUNTED.contains(quantity.measure());
        if (same && end > 0 && quantity.start() > end && sentence.startsWith("中", end)) {
            WordTable.Entry<Integer> among = AMONG.longestAt(sentence, end + 1);
            return end + 1 + (among == null ? 0 : among.word().length());
        }
        return -1;
    }

    /** Whether what is left in front of a number says nothing of what it counts. */
    private boolean isPassedOver(
            String sentence,
            Quantity quantity,
            int start,
            String left,
            List<Spot> spots,
            ClaimReader.Shared shared,
            Set<String> last) {
        boolean sameVerb =
                left.length() > 1 && (shared.clause().contains(left) || residue.endsAlike(shared.clause(), left));
        if (left.isEmpty() || sameVerb) {
            return true;
        }
        boolean few = KINDS.contains(quantity.measure());
        boolean alike = shared.measure().equals(quantity.measure());
        boolean things = few || "个".equals(quantity.measure());
        boolean kind = alike
                && (things
                        ? sentence.startsWith("的", quantity.start() - 1)
                                || (isSuch(sentence, quantity.start()) && !last.isEmpty())
                        : isSuch(sentence, quantity.start())
                                && (left.contains(AGE) || ClaimScopes.part(sentence, quantity.start()) >= 0));
        return kind
                || (shared.end() >= 0 && few && residue.isAct(left))
                || (alike && isPart(sentence, start, quantity.start(), left, spots));
    }

    /** {@code 35岁以下的只有6名}, {@code 24小时采样的有19个}: behind 的 only words that link it to its number. */
    private static boolean isSuch(String sentence, int start) {
        WordTable.Entry<Integer> among = AMONG.longestBefore(sentence, 0, start);
        return among != null && sentence.startsWith("的", start - among.word().length() - 1);
    }

    /** {@code 其中渭南师范学院1900名}, {@code 其中拨给徐闻县1500万元}: whose part of a total it is, or where it goes. */
    private boolean isPart(String sentence, int start, int end, String left, List<Spot> spots) {
        if (ClaimScopes.part(sentence, end) < 0) {
            return false;
        }
        boolean placed = spots.stream().anyMatch(spot -> spot.start() >= start && spot.end() == end);
        return (placed && residue.isAct(left)) || bodies.endsAt(left, left.length());
    }

    /**
     * The phrase of a number of which only a step is told: {@code 已开工108个} somewhere behind {@code 改造老旧小区146个}; null where
     * something else is counted.
     *
     * @param last metrics of what its measure word counted last in the paragraph
     * @param within whether a number of the same sentence was counted before
     */
    @Nullable
    Phrase ofLast(
            String sentence,
            Quantity quantity,
            int from,
            List<Spot> spots,
            Set<String> last,
            boolean within,
            PhraseFinder.Found found) {
        Set<String> metrics = last.isEmpty() ? last : PhraseFinder.both(last, phrases.fits(quantity.measure()));
        if (metrics.isEmpty() || found.behind() || residue.isNamed(sentence, quantity.end())) {
            return null;
        }
        int start = itemStart(sentence, from, quantity.start());
        String left = residue.of(Residue.masked(sentence, start, quantity.start(), spots));
        if (within && KINDS.contains(quantity.measure()) && residue.isAct(left)) {
            // 检查商户640户，下架食品2.3吨，责令停业9户
            return phrase(metrics, start, quantity);
        }
        boolean ofThem =
                sentence.startsWith("的", quantity.start() - 1) && ClaimScopes.part(sentence, quantity.start()) >= 0;
        if (within && ofThem) {
            // 新开工项目46个，总投资318亿元，其中投资超10亿元的11个
            return phrase(metrics, quantity.start(), quantity);
        }
        boolean placed = spots.stream().anyMatch(spot -> spot.start() >= start && spot.end() <= quantity.start());
        return left.isEmpty()
                ? placed ? phrase(metrics, start, quantity) : null
                : residue.isStep(left) ? phrase(metrics, start, quantity) : null;
    }

    /** {@code 全镇4.6万人}: those who live there; null where it says more of them. */
    @Nullable
    Phrase ofAll(String sentence, Quantity quantity, int from, List<Spot> spots) {
        int start = itemStart(sentence, from, quantity.start());
        boolean ends = quantity.end() == sentence.length() || Marks.partsItems(sentence.charAt(quantity.end()));
        boolean all = sentence.startsWith(ALL, start) && WHOLES.indexOf(sentence.charAt(start + 1)) >= 0;
        if (!ends || !all) {
            return null;
        }
        Set<String> metrics = phrases.beside(HOUSEHOLD, quantity.measure());
        boolean alone = residue.of(Residue.masked(sentence, start, quantity.start(), spots))
                .isEmpty();
        return metrics.isEmpty() || !alone ? null : new Phrase(metrics, start, quantity.end(), "whole-place");
    }

    private static Phrase phrase(Set<String> metrics, int start, Quantity quantity) {
        return new Phrase(metrics, start, quantity.end(), "elided");
    }

    private boolean comparable(ClaimReader.Shared shared, Quantity quantity) {
        if (shared.measure().equals(quantity.measure())) {
            return true;
        }
        boolean household = shared.measure().equals("户") && quantity.measure().equals("人");
        boolean persons = PERSONS.contains(shared.measure()) && PERSONS.contains(quantity.measure());
        return household || persons;
    }

    private static int itemStart(String sentence, int from, int to) {
        int start = to;
        while (start > from && !Marks.partsItems(sentence.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
