package org.broadsheet.text.mention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.number.NumberScanner;
import org.broadsheet.text.place.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claims of a sentence, lists with a shared noun included: two in {@code 采样点12个、15个}.
 *
 * <p>Immutable, thread-safe; what a sentence leaves to the next is a {@link Shared}.
 */
final class ClaimReader {
    private static final String UNMEASURED = "no measure word of the catalogue";

    /** No year and no ordinal is larger. */
    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);

    /** What happens to those that a plan is for. */
    private static final WordTable<Integer> SERVED = WordTable.of(List.of("惠及", "涉及", "覆盖", "受益", "带动", "辐射", "服务"));

    /** What names those that are counted next: {@code 像这样的工作队，全旗共有132支}. */
    private static final WordTable<Integer> SUCH = WordTable.of(List.of("这样的", "此类", "这类"));

    private final QuantityScanner scanner;

    private final PhraseFinder phrases;

    private final Exclusions exclusions;

    private final Nouns nouns;

    private final Residue residue = new Residue();
    private final ClaimScopes scopes = new ClaimScopes(residue);
    private final Elisions elisions;

    ClaimReader(Catalogue catalogue, NumberScanner numbers) {
        this.scanner = new QuantityScanner(catalogue, numbers);
        this.phrases = new PhraseFinder(catalogue);
        this.elisions = new Elisions(phrases, residue);
        this.nouns = new Nouns(catalogue);
        this.exclusions = new Exclusions(catalogue);
    }

    /**
     * What a quantity leaves to the next that has no noun of its own.
     *
     * @param metrics of the noun, whatever the measure word
     * @param clause text of its clause up to the number
     * @param end offset behind it; -1 from another sentence
     * @param counted metrics of what each measure word counted last in the paragraph; none where that is unknown
     */
    record Shared(
            Set<String> metrics,
            String measure,
            @Nullable Scope scope,
            String clause,
            int end,
            int list,
            Map<String, Set<String>> counted) {
        static final Shared NOTHING = new Shared(Set.of(), "", null, "", -1, 0, Map.of());

        Shared fromBefore() {
            return end < 0 ? this : new Shared(metrics, measure, scope, clause, -1, 0, counted);
        }

        Shared having(Map<String, Set<String>> last) {
            return new Shared(metrics, measure, scope, clause, end, list, last);
        }
    }

    /**
     * The claims of a sentence, and what it leaves to the next.
     *
     * @param planned what it says is only planned
     */
    record Result(List<Claim> claims, List<Quantity> planned, Shared shared) {
        Result(List<Claim> claims, Shared shared) {
            this(claims, List.of(), shared);
        }
    }

    Result read(Passage passage, List<Spot> spots, Shared before, Trace trace) {
        if (!passage.mayHoldNumbers()) {
            return new Result(List.of(), before);
        }
        String sentence = passage.text();
        if (!trace.isAsked()
                && !scanner.mayCount(sentence)
                && exclusions.ofSentence(sentence).isEmpty()) {
            return new Result(List.of(), before.fromBefore());
        }
        List<Quantity> quantities = scanner.scan(sentence, passage.numerals());
        if (trace.isAsked()) {
            passage.numerals().forEach(numeral -> trace.none(numeral, UNMEASURED));
        }
        if (quantities.isEmpty()) {
            return new Result(List.of(), before);
        }
        List<Claim> claims = new ArrayList<>();
        List<Quantity> planned = new ArrayList<>();
        Optional<String> rumour = exclusions.ofSentence(sentence);
        if (rumour.isPresent()) {
            quantities.forEach(quantity -> trace.none(quantity.numeral(), rumour.get()));
            return new Result(claims, Shared.NOTHING);
        }
        Shared shared = before.fromBefore();
        Map<String, Set<String>> counted = new HashMap<>(before.counted());
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            int from = previousEnd(quantities, i);
            int limit = nextStart(sentence, quantities, i);
            Shared topic = topic(sentence, from, quantity.start(), spots);
            shared = topic == null ? shared : topic;
            Set<String> last = counted.getOrDefault(quantity.measure(), Set.of());
            boolean elidable = !last.isEmpty() || elidable(shared, quantity);
            PhraseFinder.Found found = phrases.find(sentence, quantity, from, limit, next(quantities, i), elidable);
            Phrase phrase = found.phrase();
            if (phrase != null && isName(phrase, quantity, spots)) {
                // 亿利社区6个: whose they are
                phrase = null;
                found = new PhraseFinder.Found(null, Set.of(), false, false);
            }
            boolean elided = false;
            if (phrase == null || phrase.rule().equals("measure-alone")) {
                Phrase left = elisions.of(sentence, quantity, from, spots, shared, last, found);
                left = left == null
                        ? elisions.ofLast(sentence, quantity, from, spots, last, shared.end() >= 0, found)
                        : left;
                left = left == null ? elisions.ofAll(sentence, quantity, from, spots) : left;
                elided = left != null;
                phrase = left == null ? phrase : left;
            }
            if (phrase != null
                    && phrase.rule().equals("measure-alone")
                    && !elided
                    && otherwise(shared, quantity, phrase)) {
                trace.none(quantity.numeral(), "the last " + quantity.measure() + " counted something else");
                counted.put(quantity.measure(), Set.of());
                continue;
            }
            counted.put(quantity.measure(), phrase == null ? Set.of() : phrase.metrics());
            if (phrase == null) {
                if (trace.isAsked()) {
                    trace.none(quantity.numeral(), without(quantity));
                }
                shared = found.other() || (found.object() && quantity.measure().equals(shared.measure()))
                        ? new Shared(Set.of(), quantity.measure(), null, "", quantity.end(), 0, Map.of())
                        : shared;
                continue;
            }
            Optional<String> excluded = excluded(sentence, quantity, phrase, elided, quantities, i);
            if (excluded.isPresent()) {
                trace.none(quantity.numeral(), excluded.get());
                if (excluded.get().startsWith(Targets.TARGET)) {
                    planned.add(quantity);
                }
                boolean goesOn = excluded.get().equals(Exclusions.REPLACED)
                        || exclusions.isReplaced(sentence, quantity)
                        || excluded.get().startsWith(Targets.TARGET)
                        || excluded.get().startsWith(Exclusions.DECREASE);
                shared = goesOn ? left(sentence, quantity, phrase, found, shared, elided, null, 0) : shared;
                continue;
            }
            Scope scope = scopes.of(sentence, quantity, phrase, from, spots, shared, elided);
            int list = elided && shared.end() >= 0 && adjacent(sentence, shared.end(), quantity.start())
                    ? shared.list() + 1
                    : 0;
            trace.mention(quantity.numeral(), phrase.metrics(), phrase.rule());
            claims.add(new Claim(quantity, phrase, scope == null ? Scope.CURRENT : scope, list));
            shared = left(sentence, quantity, phrase, found, shared, elided, scope, list);
        }
        return new Result(List.copyOf(claims), List.copyOf(planned), shared.having(counted));
    }

    /** Whether the noun before a number is the end of a place's name: 社区 of {@code 亿利社区6个}. */
    private static boolean isName(Phrase phrase, Quantity quantity, List<Spot> spots) {
        if (!phrase.rule().equals("noun-before")) {
            return false;
        }
        for (Spot spot : spots) {
            if (spot.end() == quantity.start() && spot.start() < phrase.start() && phrase.start() < spot.end()) {
                return true;
            }
        }
        return false;
    }

    /** What the title of a part leaves to what stands behind it: 人口 of {@code 三、地区人口。}. */
    Shared titled(String title) {
        Nouns.Found noun = nouns.endingAt(title, 0, title.length() - 1, false);
        return noun == null ? Shared.NOTHING : new Shared(noun.metrics(), "", null, "", -1, 0, Map.of());
    }

    private static String without(Quantity quantity) {
        if (!quantity.numeral().counts()) {
            return quantity.numeral().kind().name().toLowerCase(Locale.ROOT);
        }
        return quantity.measure().isEmpty()
                ? UNMEASURED
                : "no noun of the catalogue is counted by this " + quantity.measure();
    }

    /** 注销2100户 behind {@code 新增市场主体3.4万户}: what was counted in this measure word just before was something else. */
    private static boolean otherwise(Shared shared, Quantity quantity, Phrase phrase) {
        return shared.measure().equals(quantity.measure())
                && shared.metrics().stream().noneMatch(phrase.metrics()::contains);
    }

    private static Shared left(
            String sentence,
            Quantity quantity,
            Phrase phrase,
            PhraseFinder.Found found,
            Shared before,
            boolean elided,
            @Nullable Scope scope,
            int list) {
        Set<String> metrics = elided ? before.metrics() : PhraseFinder.union(phrase.metrics(), found.front());
        return new Shared(
                metrics,
                quantity.measure(),
                scope,
                sentence.substring(Marks.clauseStart(sentence, quantity.start()), quantity.start()),
                Math.max(quantity.end(), phrase.end()),
                list,
                before.counted());
    }

    private static int previousEnd(List<Quantity> quantities, int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (!quantities.get(i).measure().isEmpty()) {
                return quantities.get(i).end();
            }
        }
        return 0;
    }

    private static @Nullable Quantity next(List<Quantity> quantities, int index) {
        for (int i = index + 1; i < quantities.size(); i++) {
            if (!quantities.get(i).measure().isEmpty()) {
                return quantities.get(i);
            }
        }
        return null;
    }

    private static int nextStart(String sentence, List<Quantity> quantities, int index) {
        Quantity next = next(quantities, index);
        return next == null ? sentence.length() : next.start();
    }

    private Optional<String> excluded(
            String sentence, Quantity quantity, Phrase phrase, boolean elided, List<Quantity> quantities, int index) {
        Set<String> metrics = phrase.metrics();
        Optional<String> reason = exclusions.of(sentence, quantity, metrics, Math.max(quantity.end(), phrase.end()));
        if (reason.isPresent() || index == 0) {
            return reason;
        }
        // a list goes on under the rate or the plan that began it
        Quantity previous = quantities.get(index - 1);
        if (elided) {
            return adjacent(sentence, previous.end(), quantity.start())
                    ? exclusions.of(sentence, previous, Set.of(), previous.end())
                    : reason;
        }
        boolean listed = begins(sentence, previous.end(), quantity.start());
        boolean next = !metrics.contains("investment") && isInNextClause(sentence, previous, quantity);
        if (!counts(previous) || !(listed || next)) {
            return reason;
        }
        return exclusions
                .of(sentence, previous, Set.of(), previous.end())
                .filter(why -> why.startsWith(Targets.TARGET) && (listed || isServed(sentence, quantity)));
    }

    /** Whether a number may be one of a list: 15万以上 is, the year 2020 and the 三 of 三天 are not. */
    private static boolean counts(Quantity quantity) {
        return !quantity.measure().isEmpty() || quantity.numeral().value().compareTo(LARGE) >= 0;
    }

    /** {@code 计划改造小区146个，惠及居民1.9万户}, {@code 计划减少贫困人口30万人，实施项目1200个}: a plan, too. */
    private boolean isServed(String sentence, Quantity quantity) {
        int clause = Marks.clauseStart(sentence, quantity.start());
        return SERVED.beginsAt(sentence, clause) || residue.goesOn(sentence, clause, quantity.start());
    }

    private static boolean isInNextClause(String sentence, Quantity previous, Quantity quantity) {
        int clause = Marks.clauseStart(sentence, quantity.start());
        return clause > previous.end()
                && Marks.clauseEnd(sentence, previous.end()) == clause - 1
                && sentence.charAt(clause - 1) == '，';
    }

    /** Whether a number opens the clause right behind that of the one before. */
    private static boolean begins(String sentence, int end, int start) {
        return start > end
                && "，、".indexOf(sentence.charAt(start - 1)) >= 0
                && Marks.clauseEnd(sentence, end) >= start - 1;
    }

    static boolean adjacent(String sentence, int end, int start) {
        return start - end == 0 || (start - end == 1 && "、，,和 ".indexOf(sentence.charAt(end)) >= 0);
    }

    private boolean elidable(Shared shared, Quantity quantity) {
        return !shared.metrics().isEmpty()
                && !PhraseFinder.both(shared.metrics(), phrases.fits(quantity.measure()))
                        .isEmpty();
    }

    /** {@code 新增确诊病例中，朝阳区9例}, {@code 确诊病例：朝阳区9例}: a noun that all numbers behind it share. */
    private @Nullable Shared topic(String sentence, int from, int to, List<Spot> spots) {
        for (int at = to - 1; at > from; at--) {
            char c = sentence.charAt(at);
            boolean comma = c == '，' || c == ',';
            boolean within = comma && sentence.charAt(at - 1) == '中';
            boolean such = comma && SUCH.isIn(sentence, Marks.clauseStart(sentence, at), at);
            if (!within && !such && c != '：' && c != ':') {
                continue;
            }
            int end = within ? at - 1 : at;
            Nouns.Found noun = nouns.endingAt(sentence, from, end, false);
            if (noun != null && !noun.metrics().isEmpty()) {
                int clause = Math.max(from, Marks.clauseStart(sentence, end));
                Scope scope = scopes.lastIn(sentence, clause, end, spots);
                return new Shared(noun.metrics(), "", scope, "", -1, 0, Map.of());
            }
        }
        return null;
    }
}
