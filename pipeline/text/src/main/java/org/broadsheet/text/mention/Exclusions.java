package org.broadsheet.text.mention;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.metric.Kind;
import org.broadsheet.text.metric.Metric;
import org.broadsheet.text.number.Lexicon;

/**
 * Says why a number is no mention: {@code 每人认领10至15户} is a rate.
 *
 * <p>Immutable, thread-safe.
 */
final class Exclusions {
    /** Why 86家 in {@code 由86家增至132家} is no mention. */
    static final String REPLACED = "replaced by the next number";

    /** What reasons begin with that say that a number is only planned. */
    static final String TARGET = "target";

    private static final String INCOME = "收入";

    /** {@code 需要重建的398户} are there. */
    private static final String NEEDED = "需要";

    /** What may stand before 增至: {@code 原来的23个网格今年优化为31个}. */
    private static final WordTable<Integer> WHEN = WordTable.of(List.of("今年", "去年", "目前", "现在", "如今", "现已", "已"));

    /** Whose companies need not have come here: {@code 中美两国30多家企业}. */
    private static final Set<String> PARTIES = Set.of("两国", "各国", "三国", "双方");

    /** What says how many there must be: {@code 人口规模少于50户的自然村寨}. */
    private static final WordTable<Integer> LIMITS = WordTable.of(List.of("少于", "不少于", "不低于", "多于"));

    private static final int QUOTED_NAME = 10;
    /** Characters of 每一秒钟 and the like, at most. */
    private static final int SPAN = 5;

    private final WordTable<Integer> rates;
    private final WordTable<Integer> targets;
    private final WordTable<Integer> aims;
    private final WordTable<Integer> past;
    private final WordTable<Integer> casualties;
    private final Sizes sizes;
    private final WordTable<Integer> decreases;
    private final WordTable<Integer> negations;
    private final WordTable<Integer> stories;
    private final WordTable<Integer> rumours;
    private final WordTable<Integer> hypotheses;
    private final WordTable<Integer> killed;
    private final WordTable<Integer> lives;
    private final WordTable<Integer> aliens;
    private final WordTable<Integer> foreign;
    private final WordTable<Integer> ones;
    private final WordTable<Integer> pairs;
    private final WordTable<Integer> done;
    private final WordTable<Integer> accruals;
    private final WordTable<Integer> discards;
    private final WordTable<Integer> attendance;
    private final WordTable<Integer> relatives;
    private final MeasureExclusions measures = new MeasureExclusions();
    private final Plans plans = new Plans();
    private final Catalogue catalogue;

    Exclusions(Catalogue catalogue) {
        this.catalogue = catalogue;
        List<List<String>> rows = Lexicon.rows(Exclusions.class, "exclusions.tsv");
        this.rates = WordTable.of(Lexicon.group(rows, "rate"));
        this.targets = WordTable.of(Lexicon.group(rows, "target"));
        this.decreases = WordTable.of(Lexicon.group(rows, "decrease"));
        this.aims = WordTable.of(Lexicon.group(rows, "aim"));
        this.sizes = new Sizes(WordTable.of(Lexicon.group(rows, "class")));
        this.casualties = WordTable.of(Lexicon.group(rows, "casualty"));
        this.past = WordTable.of(Lexicon.group(rows, "past"));
        this.negations = WordTable.of(Lexicon.group(rows, "negation"));
        this.stories = WordTable.of(Lexicon.group(rows, "story"));
        this.killed = WordTable.of(Lexicon.group(rows, "killed"));
        this.foreign = WordTable.of(Lexicon.group(rows, "foreign"));
        this.aliens = WordTable.of(Lexicon.group(rows, "alien"));
        this.lives = WordTable.of(Lexicon.group(rows, "life"));
        this.ones = WordTable.of(Lexicon.group(rows, "one"));
        this.pairs = WordTable.of(Lexicon.group(rows, "pair"));
        this.done = WordTable.of(Lexicon.group(rows, "done"));
        this.accruals = WordTable.of(Lexicon.group(rows, "accrual"));
        this.discards = WordTable.of(Lexicon.group(rows, "discard"));
        this.attendance = WordTable.of(Lexicon.group(rows, "attendance"));
        this.relatives = WordTable.of(Lexicon.group(rows, "relative"));
        this.hypotheses = WordTable.of(Lexicon.group(rows, "hypothesis"));
        this.rumours = WordTable.of(Lexicon.group(rows, "rumour"));
    }

    /** Why nothing in the sentence is a mention; empty where it may hold some. */
    Optional<String> ofSentence(String sentence) {
        return first(rumours, sentence, 0, sentence.length(), "rumour");
    }

    /**
     * Why the quantity is no mention; empty where it may be one.
     *
     * @param metrics of its phrase; the size of a project, {@code investment}, counts planned or not
     * @param end offset behind its phrase
     */
    Optional<String> of(String sentence, Quantity quantity, Set<String> metrics, int end) {
        if (!quantity.numeral().counts()) {
            return Optional.of(quantity.numeral().kind().name().toLowerCase(java.util.Locale.ROOT));
        }
        int clause = Marks.clauseStart(sentence, quantity.start());
        String before = sentence.substring(clause, quantity.start());
        if (insideTitle(sentence, quantity.start()) || insideName(sentence, quantity)) {
            return Optional.of("name");
        }
        if (isBroken(quantity, metrics)) {
            return Optional.of("no whole number");
        }
        if (LIMITS.beginsAt(sentence, quantity.start())) {
            return Optional.of(TARGET + ": " + sentence.substring(quantity.start(), quantity.end()));
        }
        boolean single = quantity.numeral().value().compareTo(BigDecimal.ONE) == 0;
        if (isPaired(before) || (single && pairs.longestAt(sentence, end) != null)) {
            return Optional.of("rate: one for each");
        }
        Optional<String> rate = rate(before, quantity, isAccrued(sentence, clause, end, metrics));
        if (rate.isPresent()) {
            return rate;
        }
        String behind = sentence.substring(quantity.end(), Math.min(sentence.length(), quantity.end() + 4));
        boolean size = metrics.contains("investment") && sizes.isPlanned(before, sentence.substring(quantity.end()));
        if (!size && !before.contains("已")) {
            Optional<String> aim = aim(sentence, quantity.start());
            if (aim.isPresent()) {
                return aim;
            }
        }
        if (isAbroad(sentence, clause, quantity, metrics, end)) {
            return Optional.of("abroad");
        }
        if (relatives.longestAt(sentence, end) != null && arePersons(metrics)) {
            return Optional.of("another noun: " + sentence.substring(end, Marks.clauseEnd(sentence, end)));
        }
        Optional<String> ofMeasure = measures.of(sentence, quantity);
        if (ofMeasure.isPresent()) {
            return ofMeasure;
        }
        Optional<String> supposed = first(hypotheses, sentence, 0, quantity.start(), "rumour");
        if (supposed.isPresent()) {
            return supposed;
        }
        Optional<String> life = first(lives, sentence, 0, quantity.start(), "story");
        if (life.isPresent()) {
            return life;
        }
        boolean used = discards.isIn(sentence, clause, quantity.start()) || isMaterial(sentence, quantity.start());
        if (used && areGoods(metrics)) {
            return Optional.of("negation: nobody is supplied with them");
        }
        if (killed.isIn(sentence, clause, quantity.start())) {
            return Optional.of("casualty");
        }
        if (ofEach(sentence, clause)) {
            return Optional.of("rate: 每");
        }
        if (joinedCasualty(sentence, end)) {
            return Optional.of("casualty");
        }
        if (casualties.longestAt(sentence, end) != null) {
            return Optional.of("casualty");
        }
        if (isReplaced(sentence, quantity.end(), before) || isReplaced(sentence, end, before)) {
            return Optional.of(REPLACED);
        }
        if (sizes.areOfEach(sentence, quantity, metrics)) {
            return Optional.of("rate: the size of each");
        }
        if (isOfOne(quantity, metrics)) {
            return Optional.of("rate: what one gets");
        }
        if (behind.startsWith("/") || behind.startsWith("每") || behind.startsWith("重的") || isOfEach(behind)) {
            return Optional.of("rate");
        }
        if (!size) {
            Optional<String> target = target(before, isMoney(metrics));
            if (target.isPresent()) {
                return target;
            }
            if (plans.foretell(before)) {
                return Optional.of(TARGET + ": 将");
            }
        }
        Optional<String> reason = decrease(before, end > quantity.end() && sentence.startsWith("的", end))
                .or(() -> first(negations, sentence, clause, quantity.start(), "negation"));
        if (reason.isPresent()) {
            return reason;
        }
        WordTable.Entry<Integer> story = stories.firstIn(sentence, clause, quantity.start());
        // 年销售收入超亿元的11家: so large are those that are counted
        boolean sized = story != null && story.word().endsWith(INCOME) && before.endsWith("的");
        return story == null || sized ? Optional.empty() : Optional.of("story: " + story.word());
    }

    /** {@code 韩国的5家企业}; what comes from everywhere to be there is there: {@code 来自41个国家和地区的602家企业参展}. */
    private boolean isAbroad(String sentence, int clause, Quantity quantity, Set<String> metrics, int end) {
        WordTable.Entry<Integer> from = foreign.longestBefore(sentence, clause, quantity.start());
        if (from != null) {
            return arePersons(metrics)
                    || PARTIES.contains(from.word())
                    || !attendance.isIn(sentence, quantity.end(), Marks.clauseEnd(sentence, end));
        }
        return aliens.isIn(sentence, quantity.end(), end) && !areCases(metrics);
    }

    private boolean arePersons(Set<String> metrics) {
        return metrics.stream().anyMatch(id -> metric(id).unit().equals("person"));
    }

    private boolean isMoney(Set<String> metrics) {
        return metrics.stream().anyMatch(id -> metric(id).unit().equals("yuan"));
    }

    /** {@code 用2500斤玉米绘出一面国旗}, but not {@code 食用}. */
    private static boolean isMaterial(String sentence, int at) {
        return sentence.startsWith("用", at - 1) && "食使饮耗采选动".indexOf(sentence.charAt(Math.max(0, at - 2))) < 0;
    }

    /** What a stretch in front of a number says is only planned. */
    private Optional<String> target(String before, boolean money) {
        if (!targets.isIn(before, 0, before.length())) {
            return Optional.empty();
        }
        for (String word : targets.words()) {
            int at = before.indexOf(word);
            if (at >= 0 && !isTold(before, at, word, money)) {
                return Optional.of(TARGET + ": " + word);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a word that could foretell only describes what is there: {@code 需要搬迁的群众有700人}, {@code 按要求走访的8名干部}, {@code
     * “小巨人”计划实施以来}.
     */
    private static boolean isTold(String before, int at, String word, boolean money) {
        if (word.equals(NEEDED)) {
            return before.endsWith("的") || (!money && before.indexOf('的', at) >= 0);
        }
        boolean asked = word.equals("要求") && at > 0 && "按照合".indexOf(before.charAt(at - 1)) >= 0;
        return asked || (word.startsWith("计划") && at > 0 && before.charAt(at - 1) == '”');
    }

    /** What is weighed: {@code 没收粽子0.4吨}. */
    private boolean areGoods(Set<String> metrics) {
        return metrics.stream().anyMatch(id -> metric(id).unit().equals("tonne"));
    }

    /** {@code 10户一组}, but not the idiom of {@code 89人一户一策}. */
    private static boolean isOfEach(String behind) {
        return behind.startsWith("一") && !behind.startsWith("一", 2);
    }

    /** {@code 3例境外输入病例} are here. */
    private boolean areCases(Set<String> metrics) {
        for (String id : metrics) {
            if (!metric(id).unit().equals("case")) {
                return false;
            }
        }
        return true;
    }

    /** {@code 日均新增企业1640户}: so many are added to a stock each day. */
    private boolean isAccrued(String sentence, int clause, int end, Set<String> metrics) {
        for (String id : metrics) {
            if (metric(id).kind() != Kind.STOCK) {
                return false;
            }
        }
        return accruals.isIn(sentence, clause, Marks.clauseEnd(sentence, end));
    }

    private Optional<String> rate(String before, Quantity quantity, boolean accrued) {
        if (!rates.isIn(before, 0, before.length())) {
            return Optional.empty();
        }
        for (String word : rates.words()) {
            int at = whole(before, word);
            boolean daily =
                    daily(before, at, word) && !accrued && !quantity.measure().startsWith("元");
            if (at >= 0 && !daily && !before.startsWith("隔", at + 1)) {
                return Optional.of("rate: " + word);
            }
        }
        return Optional.empty();
    }

    /** What is aimed at, unless the sentence has come to what is there: {@code 台风将继续北上，日前已派出3个工作组}. */
    private Optional<String> aim(String sentence, int to) {
        if (!aims.isIn(sentence, 0, to)) {
            return Optional.empty();
        }
        for (String word : aims.words()) {
            int at = said(sentence, word, to);
            if (at >= 0 && !done.isIn(sentence, at + word.length(), to)) {
                return Optional.of(TARGET + ": " + word);
            }
        }
        return Optional.empty();
    }

    /** Where a word stands last before {@code to}, and in no name: not in {@code “机遇与未来”}, {@code “小巨人”计划实施三年以来}; -1 where it does not. */
    private static int said(String sentence, String word, int to) {
        int at = sentence.lastIndexOf(word, to - word.length());
        while (at > 0
                && !word.endsWith("方案")
                && (isNamed(sentence, at, to) || (word.startsWith("计划") && sentence.charAt(at - 1) == '”'))) {
            at = sentence.lastIndexOf(word, at - 1);
        }
        return at;
    }

    /** Whether a quotation that holds {@code at} ends soon and before {@code to}, as the name of something does. */
    private static boolean isNamed(String sentence, int at, int to) {
        int close = Marks.isQuoted(sentence, at) ? sentence.indexOf('”', at) : -1;
        return close >= 0 && close < to && close - sentence.lastIndexOf('“', at) <= 2 * QUOTED_NAME;
    }

    /** {@code 每人领到5000元补助}, said without 每: so little is what one of many gets. */
    private boolean isOfOne(Quantity quantity, Set<String> metrics) {
        BigDecimal value = quantity.numeral().value();
        for (String id : metrics) {
            Metric metric = metric(id);
            BigDecimal factor = metric.units().getOrDefault(quantity.measure(), BigDecimal.ONE);
            if (value.multiply(factor).compareTo(metric.least()) >= 0) {
                return false;
            }
        }
        return !metrics.isEmpty();
    }

    /** {@code 5.5个和2个百分点}: half a company is none. */
    private boolean isBroken(Quantity quantity, Set<String> metrics) {
        if (quantity.numeral().value().stripTrailingZeros().scale() <= 0) {
            return false;
        }
        for (String id : metrics) {
            if (metric(id).measured()) {
                return false;
            }
        }
        return true;
    }

    private Metric metric(String id) {
        return catalogue.metric(id).orElseThrow();
    }

    /** {@code 1名干部联系5户}. */
    private boolean isPaired(String before) {
        if (!ones.isIn(before, 0, before.length())) {
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

    /** Where a word stands last, no part of a longer number: not 1户 in 21户; -1 where it does not. */
    private static int whole(String text, String word) {
        int at = text.lastIndexOf(word);
        boolean numbered = at > 0 && "1一".indexOf(word.charAt(0)) >= 0 && isNumeral(text.charAt(at - 1));
        return numbered ? -1 : at;
    }

    static boolean isNumeral(char c) {
        return Character.isDigit(c) || ".一二三四五六七八九十百千万亿第".indexOf(c) >= 0;
    }

    /** {@code 每100个家庭中，就有70个}, {@code 每一秒钟，就能生产19吨}: of each. */
    private static boolean ofEach(String sentence, int clause) {
        int end = clause - 1;
        if (end <= 0) {
            return false;
        }
        String before = sentence.substring(Marks.clauseStart(sentence, end - 1), end);
        int each = before.lastIndexOf("每一");
        boolean span = each >= 0 && before.length() - each <= SPAN;
        return span || (sentence.charAt(end - 1) == '中' && before.contains("每"));
    }

    /** {@code 3名群众和2名消防员受伤}, {@code 10多名民警在战斗中光荣负伤}. */
    private boolean joinedCasualty(String sentence, int end) {
        if (end >= sentence.length() || "和、及在英光不壮因".indexOf(sentence.charAt(end)) < 0) {
            return false;
        }
        return casualties.longestBefore(sentence, end, Marks.clauseEnd(sentence, end)) != null;
    }

    /** Whether the next number tells what has become of this one: {@code 几千家增长到12万家}. */
    boolean isReplaced(String sentence, Quantity quantity) {
        int clause = Marks.clauseStart(sentence, quantity.start());
        return isReplaced(sentence, quantity.end(), sentence.substring(clause, quantity.start()));
    }

    /** {@code 86家增至132家}, {@code 由1300多人，减少到153人}. */
    private boolean isReplaced(String sentence, int end, String before) {
        boolean begun = before.contains("由") || before.contains("从");
        int at = begun && sentence.startsWith("，", end) ? end + 1 : end;
        WordTable.Entry<Integer> when = WHEN.longestAt(sentence, at);
        at = when == null ? at : at + when.word().length();
        return past.longestAt(sentence, at) != null;
    }

    private static boolean daily(String before, int at, String word) {
        boolean everyDay = at + 1 < before.length() && "天日晚".indexOf(before.charAt(at + 1)) >= 0;
        return word.equals("日均") || (word.equals("每") && everyDay);
    }

    /** {@code 减少12个} is one, {@code 减少到12个} says how many there are; {@code 取消了20多个部门的公章} takes none of them away. */
    private Optional<String> decrease(String before, boolean ofThem) {
        return !ofThem && decreases.isIn(before, 0, before.length())
                ? decreases.words().stream()
                        .filter(word ->
                                before.contains(word) && !reaches(before, before.lastIndexOf(word) + word.length()))
                        .findFirst()
                        .map(word -> "decrease: " + word)
                : Optional.empty();
    }

    private static boolean reaches(String before, int at) {
        return at < before.length() && "到至为成".indexOf(before.charAt(at)) >= 0;
    }

    private static Optional<String> first(WordTable<Integer> words, String text, int from, int to, String reason) {
        WordTable.Entry<Integer> first = words.firstIn(text, from, to);
        return first == null ? Optional.empty() : Optional.of(reason + ": " + first.word());
    }

    private static boolean insideTitle(String sentence, int at) {
        int open = sentence.lastIndexOf('《', at);
        return open >= 0 && sentence.lastIndexOf('》', at) < open;
    }

    /** {@code “三人小组”}, {@code “96345党员志愿服务”}: a short name in quotation marks that holds the whole quantity. */
    private static boolean insideName(String sentence, Quantity quantity) {
        if (!Marks.isQuoted(sentence, quantity.start())) {
            return false;
        }
        int open = sentence.lastIndexOf('“', quantity.start());
        int close = sentence.indexOf('”', quantity.end());
        boolean number = quantity.measure().isEmpty() && open == quantity.start() - 1;
        return close >= 0
                && close - open <= (number ? 2 * QUOTED_NAME : QUOTED_NAME)
                && sentence.substring(open, close).indexOf('，') < 0;
    }
}
