package org.broadsheet.text.mention;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.metric.Metric;
import org.broadsheet.text.number.Lexicon;

/**
 * Says why a number is no mention, docs/METRICS.md "What is not a mention": {@code 韩国的5家企业} are abroad.
 *
 * <p>Immutable, thread-safe.
 */
final class Exclusions {
    /** Why 86家 in {@code 由86家增至132家} is no mention. */
    static final String REPLACED = "replaced by the next number";

    /** What the reason begins with why 120家 in {@code 企业减少120家} is no mention. */
    static final String DECREASE = "decrease";

    private static final String CASUALTY = "casualty";
    private static final String INCOME = "收入";
    /** Characters of a name in quotation marks, at most; twice as many around a number without a measure word. */
    private static final int QUOTED_NAME = 10;

    /** One kind of what is no mention. */
    private interface Rule {
        Optional<String> why(Candidate candidate);
    }

    private final WordTable<Integer> past;
    private final WordTable<Integer> when;
    private final WordTable<Integer> casualties;
    private final WordTable<Integer> killed;
    private final WordTable<Integer> lost;
    private final WordTable<Integer> decreases;
    private final WordTable<Integer> compared;
    private final WordTable<Integer> stolen;
    private final WordTable<Integer> negations;
    private final WordTable<Integer> stories;
    private final WordTable<Integer> lives;
    private final WordTable<Integer> rumours;
    private final WordTable<Integer> hypotheses;
    private final WordTable<Integer> aliens;
    private final WordTable<Integer> foreign;
    private final WordTable<Integer> parties;
    private final WordTable<Integer> attendance;
    private final WordTable<Integer> discards;
    private final WordTable<Integer> relatives;
    private final MeasureExclusions measures = new MeasureExclusions();
    private final Catalogue catalogue;
    /** The first that says anything is believed. */
    private final List<Rule> rules;

    Exclusions(Catalogue catalogue) {
        this.catalogue = catalogue;
        List<List<String>> rows = Lexicon.rows(Exclusions.class, "exclusions.tsv");
        this.past = WordTable.of(Lexicon.group(rows, "past"));
        this.when = WordTable.of(Lexicon.group(rows, "when"));
        this.casualties = WordTable.of(Lexicon.group(rows, "casualty"));
        this.killed = WordTable.of(Lexicon.group(rows, "killed"));
        this.lost = WordTable.of(Lexicon.group(rows, "lost"));
        this.decreases = WordTable.of(Lexicon.group(rows, "decrease"));
        this.stolen = WordTable.of(Lexicon.group(rows, "stolen"));
        this.compared = WordTable.of(Lexicon.group(rows, "compared"));
        this.negations = WordTable.of(Lexicon.group(rows, "negation"));
        this.stories = WordTable.of(Lexicon.group(rows, "story"));
        this.lives = WordTable.of(Lexicon.group(rows, "life"));
        this.rumours = WordTable.of(Lexicon.group(rows, "rumour"));
        this.hypotheses = WordTable.of(Lexicon.group(rows, "hypothesis"));
        this.aliens = WordTable.of(Lexicon.group(rows, "alien"));
        this.foreign = WordTable.of(Lexicon.group(rows, "foreign"));
        this.parties = WordTable.of(Lexicon.group(rows, "party"));
        this.attendance = WordTable.of(Lexicon.group(rows, "attendance"));
        this.discards = WordTable.of(Lexicon.group(rows, "discard"));
        this.relatives = WordTable.of(Lexicon.group(rows, "relative"));
        Rates rates = new Rates(rows);
        Targets targets = new Targets(rows);
        this.rules = List.of(
                Exclusions::uncounted,
                Exclusions::name,
                Exclusions::broken,
                targets::limit,
                rates::pair,
                rates::each,
                targets::aim,
                this::abroad,
                this::relative,
                candidate -> measures.of(candidate.sentence(), candidate.quantity()),
                candidate -> candidate.behind(hypotheses, 0, "rumour"),
                candidate -> candidate.behind(lives, 0, "story"),
                this::discarded,
                this::casualty,
                rates::ofEach,
                this::replaced,
                rates::size,
                rates::ofOne,
                rates::per,
                targets::target,
                this::decrease,
                candidate -> candidate.behind(compared, candidate.clause(), "compared"),
                candidate -> candidate.isIn("yuan")
                        ? candidate.behind(stolen, candidate.clause(), "stolen")
                        : Optional.empty(),
                candidate -> candidate.behind(negations, candidate.clause(), "negation"),
                this::story);
    }

    /** Why nothing in the sentence is a mention; empty where it may hold some. */
    Optional<String> ofSentence(String sentence) {
        WordTable.Entry<Integer> rumour = rumours.firstIn(sentence, 0, sentence.length());
        return rumour == null ? Optional.empty() : Optional.of("rumour: " + rumour.word());
    }

    /**
     * Why the quantity is no mention; empty where it may be one.
     *
     * @param metrics of its phrase; the size of a project, {@code investment}, counts planned or not
     * @param end offset behind its phrase
     */
    Optional<String> of(String sentence, Quantity quantity, Set<String> metrics, int end) {
        List<Metric> asked =
                metrics.stream().map(id -> catalogue.metric(id).orElseThrow()).toList();
        Candidate candidate = Candidate.of(sentence, quantity, asked, end);
        for (Rule rule : rules) {
            Optional<String> why = rule.why(candidate);
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    /** {@code 第三批}, {@code 2020年}. */
    private static Optional<String> uncounted(Candidate candidate) {
        return candidate.quantity().numeral().counts()
                ? Optional.empty()
                : Optional.of(candidate.quantity().numeral().kind().name().toLowerCase(Locale.ROOT));
    }

    /** {@code 《三个小组》}, {@code “三人小组”}. */
    private static Optional<String> name(Candidate candidate) {
        return insideTitle(candidate.sentence(), candidate.quantity().start())
                        || insideName(candidate.sentence(), candidate.quantity())
                ? Optional.of("name")
                : Optional.empty();
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

    /** {@code 5.5个和2个百分点}: half a company is none. */
    private static Optional<String> broken(Candidate candidate) {
        boolean whole =
                candidate.quantity().numeral().value().stripTrailingZeros().scale() <= 0;
        return whole || candidate.metrics().stream().anyMatch(Metric::measured)
                ? Optional.empty()
                : Optional.of("no whole number");
    }

    /** {@code 韩国的5家企业}; what comes from everywhere to be there is there: {@code 来自41个国家和地区的602家企业参展}. */
    private Optional<String> abroad(Candidate candidate) {
        String sentence = candidate.sentence();
        Quantity quantity = candidate.quantity();
        WordTable.Entry<Integer> from = foreign.longestBefore(sentence, candidate.clause(), quantity.start());
        boolean abroad;
        if (from != null) {
            abroad = candidate.isIn("person")
                    || parties.endsAt(from.word(), from.word().length())
                    || !attendance.isIn(sentence, quantity.end(), candidate.clauseEnd());
        } else {
            // 3例境外输入病例 are here
            boolean cases = candidate.metrics().stream()
                    .allMatch(metric -> metric.unit().equals("case"));
            abroad = !cases && aliens.isIn(sentence, quantity.end(), candidate.end());
        }
        return abroad ? Optional.of("abroad") : Optional.empty();
    }

    /** {@code 300名干部家属}. */
    private Optional<String> relative(Candidate candidate) {
        return relatives.beginsAt(candidate.sentence(), candidate.end()) && candidate.isIn("person")
                ? Optional.of("another noun: " + candidate.sentence().substring(candidate.end(), candidate.clauseEnd()))
                : Optional.empty();
    }

    /** {@code 没收粽子0.4吨}, {@code 用2500斤玉米绘出一面国旗}, but not {@code 食用}. */
    private Optional<String> discarded(Candidate candidate) {
        if (!candidate.isIn("tonne")) {
            return Optional.empty();
        }
        String sentence = candidate.sentence();
        int at = candidate.quantity().start();
        boolean material =
                sentence.startsWith("用", at - 1) && "食使饮耗采选动".indexOf(sentence.charAt(Math.max(0, at - 2))) < 0;
        return material || candidate.follows(discards)
                ? Optional.of("negation: nobody is supplied with them")
                : Optional.empty();
    }

    /** {@code 3名群众受伤}, {@code 3名群众和2名消防员受伤}, {@code 10多名民警在战斗中光荣负伤}, {@code 死亡4例}. */
    private Optional<String> casualty(Candidate candidate) {
        String sentence = candidate.sentence();
        int end = candidate.end();
        boolean joined = end < sentence.length()
                && "和、及在英光不壮因".indexOf(sentence.charAt(end)) >= 0
                && casualties.longestBefore(sentence, end, candidate.clauseEnd()) != null
                // 312户、1046人无一伤亡
                && sentence.substring(end, candidate.clauseEnd()).indexOf('无') < 0;
        int item = candidate.quantity().start();
        while (item > candidate.clause() && sentence.charAt(item - 1) != '、') {
            item--;
        }
        return joined
                        || casualties.beginsAt(sentence, end)
                        || candidate.follows(killed)
                        || lost.beginsAt(sentence, item)
                ? Optional.of(CASUALTY)
                : Optional.empty();
    }

    private Optional<String> replaced(Candidate candidate) {
        return isReplaced(candidate, candidate.quantity().end()) || isReplaced(candidate, candidate.end())
                ? Optional.of(REPLACED)
                : Optional.empty();
    }

    /** Whether the next number tells what has become of this one: {@code 几千家增长到12万家}. */
    boolean isReplaced(String sentence, Quantity quantity) {
        return isReplaced(Candidate.of(sentence, quantity, List.of(), quantity.end()), quantity.end());
    }

    /** {@code 86家增至132家}, {@code 由1300多人，减少到153人}, {@code 原来的23个网格今年优化为31个}. */
    private boolean isReplaced(Candidate candidate, int end) {
        String sentence = candidate.sentence();
        boolean begun = candidate.before().contains("由") || candidate.before().contains("从");
        int at = begun && sentence.startsWith("，", end) ? end + 1 : end;
        WordTable.Entry<Integer> time = when.longestAt(sentence, at);
        return past.beginsAt(sentence, time == null ? at : at + time.word().length());
    }

    /** {@code 减少12个} is one, {@code 减少到12个} says how many there are; {@code 取消了20多个部门的公章} takes none of them away. */
    private Optional<String> decrease(Candidate candidate) {
        String before = candidate.before();
        boolean ofThem = candidate.end() > candidate.quantity().end()
                && candidate.sentence().startsWith("的", candidate.end());
        if (ofThem || !decreases.isIn(before)) {
            return Optional.empty();
        }
        return decreases.words().stream()
                .filter(word -> before.contains(word) && !reaches(before, before.lastIndexOf(word) + word.length()))
                .findFirst()
                .map(word -> DECREASE + ": " + word);
    }

    private static boolean reaches(String before, int at) {
        return at < before.length() && "到至为成".indexOf(before.charAt(at)) >= 0;
    }

    private Optional<String> story(Candidate candidate) {
        // 年销售收入超亿元的11家: so large are those that are counted
        return candidate
                .behind(stories, candidate.clause(), "story")
                .filter(why -> !(why.endsWith(INCOME) && candidate.before().endsWith("的")));
    }
}
