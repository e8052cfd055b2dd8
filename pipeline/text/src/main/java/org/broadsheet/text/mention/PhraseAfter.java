package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.mention.Nouns.Found;
import org.broadsheet.text.mention.PhraseTokens.Token;
import org.broadsheet.text.mention.WordTagger.Sort;
import org.broadsheet.text.number.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Finds the noun phrase behind a quantity: 红十字志愿者 in {@code 30多名符合条件的红十字志愿者应召而赴}.
 *
 * <p>Immutable, thread-safe.
 */
final class PhraseAfter {
    /** A noun phrase is no longer than this, in characters. */
    private static final int WINDOW = 32;
    /** What a number, or the modifier in front of it, begins with. */
    private static final String NUMBERS = "0123456789０１２３４５６７８９一二三四五六七八九十百两近约超逾";

    static final List<String> CONJUNCTIONS = List.of("、", "以及", "和", "及", "and");

    /** Measure words of what is no person. */
    static final String KINDS = "家个支项户";
    /** Characters of one of the words that describe a head together, at most. */
    private static final int MODIFIER = 4;

    /** What the names of places and persons end in. */
    static final String SITES = "院校馆所站店场厂园区县市镇乡村员者人士生民会局部委行社司企团点";

    /** What bodies end in, whose persons are counted. */
    private static final String BODIES = "关位门业司校院行统局厅所镇乡道区村";

    /** What 在 begins a word with that says how far a project is: 在谈, 在库, 在册. */
    private static final String STATES = "谈库册审批编籍";

    /** Divisions and what is below them, by one character each. */
    private static final String LEVELS = "省市县区旗乡镇村";

    private final Nouns nouns;
    private final PhraseTokens tokens;
    private final PhraseHeads phraseHeads;
    private final CompoundHeads compounds;
    private final WordTable<Integer> ends = WordTable.of(Lexicon.column(PhraseAfter.class, "ends.tsv"));

    PhraseAfter(Nouns nouns) {
        this.nouns = nouns;
        this.tokens = new PhraseTokens(nouns);
        this.phraseHeads = new PhraseHeads(nouns, tokens);
        this.compounds = new CompoundHeads(nouns, tokens, phraseHeads);
    }

    /**
     * A phrase behind a quantity.
     *
     * @param heads metrics by each member of the list under the number; one set where there is no list
     * @param known whether every member's head is a noun of the catalogue
     */
    record Tail(List<Set<String>> heads, int start, int end, boolean known) {}

    /**
     * The phrase from {@code start} on, or null where none begins.
     *
     * @param limit where the next quantity begins
     * @param fits metrics that are counted by the measure word
     */
    @Nullable
    Tail find(String text, int start, int limit, Set<String> fits) {
        List<Set<String>> heads = new ArrayList<>();
        boolean known = true;
        int at = behindLevels(text, behindState(text, start, limit), limit);
        int end = -1;
        int first = -1;
        while (true) {
            int stop = stop(text, at, limit);
            int headEnd = phraseHeads.end(text, at, stop, fits, end >= 0);
            boolean unknown = headEnd < 0 || nouns.endingAt(text, at, headEnd, false) == null;
            if (unknown
                    && (headEnd < 0 || stop - headEnd <= 1 || text.startsWith("涉及", at))
                    && heads.isEmpty()
                    && stop > at
                    && isDescribed(text, stop, limit)) {
                // 6万多名体弱多病、行动不便的党员: two that describe one head; 132个涉及住房、社会服务等方面的项目
                at = behindExamples(text, stop + 1, limit);
                headEnd = phraseHeads.end(text, at, stop(text, at, limit), fits, false);
            }
            headEnd = heads.isEmpty() ? compounds.end(text, at, stop, headEnd, fits) : headEnd;
            if (unknown && headEnd < stop && heads.isEmpty() && isModifier(text, at, start, stop, limit)) {
                // 近千家服饰设计、加工企业
                heads.add(Set.of());
                known = false;
                first = at;
                end = stop;
                at = stop + 1;
                continue;
            }
            if (headEnd < 0 || (end >= 0 && numberFollows(text, headEnd))) {
                break;
            }
            Found head = nouns.endingAt(text, at, headEnd, false);
            Set<String> metrics = metrics(text, at, headEnd, head);
            if (end >= 0 && (manyFollow(text, at) || isDigit(text.charAt(at)))) {
                // 300名民警、5艘救援船: others, with a number of their own
                break;
            }
            if (end >= 0 && metrics.isEmpty() && hasNumber(text, at, Math.max(headEnd, limit))) {
                // 78个单位、薛百镇的21个村: whose the next are
                break;
            }
            if (end >= 0 && !metrics.isEmpty() && metrics.stream().noneMatch(fits::contains)) {
                // 和小区结对: no member of a list that is counted so
                break;
            }
            known &= !metrics.isEmpty();
            heads.add(metrics);
            first = first < 0 ? headStart(text, at, headEnd, head) : first;
            end = headEnd;
            int next = conjunction(text, end, limit);
            if (next < 0) {
                break;
            }
            at = next;
        }
        if (heads.size() > 1 && ofOneHead(text, start, heads, end)) {
            heads = List.of(heads.get(heads.size() - 1));
            known = true;
        }
        return end < 0 ? null : classed(text, new Tail(List.copyOf(heads), first, end, known), limit, fits);
    }

    /**
     * {@code 115家港口、航运、物流企业}: all of them are 企业. Each before the last is one short noun that names no persons and no
     * place, the last says more than its head.
     */
    private boolean ofOneHead(String text, int start, List<Set<String>> heads, int end) {
        boolean counted = start > 0 && KINDS.indexOf(text.charAt(start - 1)) >= 0;
        boolean persons = start > 0 && "名位".indexOf(text.charAt(start - 1)) >= 0;
        Found head = nouns.endingAt(text, start, end, false);
        if (!(counted || persons) || head == null || head.metrics().isEmpty()) {
            return false;
        }
        int at = start;
        for (int i = 0; i < heads.size() - 1; i++) {
            int mark = text.indexOf('、', at);
            boolean modifies = mark > 0
                    && (persons
                            // 千余名中直机关、中央国家机关离退休干部: whose they are
                            ? BODIES.indexOf(text.charAt(mark - 1)) >= 0
                            : mark - at <= MODIFIER && SITES.indexOf(text.charAt(mark - 1)) < 0);
            if (!modifies || mark > end || !(persons || heads.get(i).isEmpty())) {
                return false;
            }
            at = mark + 1;
        }
        return head.start() > at;
    }

    /** Whether what stands between two offsets has a number of its own: {@code 港区内的13艘船舶}. */
    private static boolean hasNumber(String text, int from, int to) {
        int of = text.indexOf('的', from);
        return of > 0 && of < to && of + 1 < text.length() && CountedLists.begins(text.charAt(of + 1));
    }

    /** Whether a short word stands before 、 that could say of what kind the head is behind it. */
    private static boolean isModifier(String text, int at, int start, int stop, int limit) {
        return start > 0
                && KINDS.indexOf(text.charAt(start - 1)) >= 0
                && stop > at
                && stop - at <= MODIFIER
                && stop + 1 < limit
                && text.charAt(stop) == '、';
    }

    /** {@code 54户医院、水厂等重要用户}: a list that ends in the name of what all its members are. */
    private Tail classed(String text, Tail list, int limit, Set<String> fits) {
        int at = list.end() + 1;
        if (!text.startsWith("等", list.end()) || numberFollows(text, at)) {
            return list;
        }
        PhraseTokens.Row parts = tokens.of(text, at, stop(text, at, limit), fits);
        int end = -1;
        for (int i = 0; parts.has(i); i++) {
            Token token = parts.get(i);
            if (token.sort() == Sort.VERB || token.sort() == Sort.OTHER) {
                break;
            }
            end = token.sort() == Sort.NOUN ? token.end() : end;
        }
        Found head = end < 0 ? null : nouns.endingAt(text, at, end, false);
        if (head == null
                || (!head.metrics().isEmpty() && head.metrics().stream().noneMatch(fits::contains))) {
            return list;
        }
        if (head.metrics().isEmpty()) {
            return new Tail(List.of(Set.of()), list.start(), end, false);
        }
        List<Set<String>> heads = new ArrayList<>();
        for (Set<String> member : list.heads()) {
            Set<String> both = new LinkedHashSet<>(member);
            both.addAll(head.metrics());
            heads.add(both);
        }
        return new Tail(List.copyOf(heads), list.start(), end, true);
    }

    /** Whether a noun that fits, or one that is none, stands somewhere in what a phrase could be; a look that costs no tagging. */
    boolean mayFind(String text, int start, Set<String> fits) {
        int end = Math.min(Math.min(text.length(), start + WINDOW), Marks.clauseEnd(text, start));
        for (int at = nouns.next(text, start, end); at < end; at = nouns.next(text, at + 1, end)) {
            Found noun = nouns.beginningAt(text, at, end);
            if (noun != null && (noun.metrics().isEmpty() || PhraseTokens.overlap(noun.metrics(), fits))) {
                return true;
            }
        }
        return false;
    }

    /** Whether 、 stands at {@code mark}, and 的 before the next mark. */
    private static boolean isDescribed(String text, int mark, int limit) {
        if (mark + 1 >= limit || text.charAt(mark) != '、') {
            return false;
        }
        int end = mark + 1;
        while (end < limit && !Marks.partsItems(text.charAt(end))) {
            end++;
        }
        int of = text.indexOf('的', mark);
        return of > mark && of < end - 1;
    }

    /** Behind 市、县、 in {@code 28000名市、县、乡扶贫干部}, from which levels they are, and behind 在谈 in {@code 180个在谈项目}. */
    private static int behindState(String text, int start, int limit) {
        int at = start;
        boolean persons = start > 0 && "名位人".indexOf(text.charAt(start - 1)) >= 0;
        while (persons && at + 1 < limit && LEVELS.indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == '、') {
            at += 2;
        }
        boolean listed = at + 1 < limit && text.charAt(at) == '在' && STATES.indexOf(text.charAt(at + 1)) >= 0;
        return listed ? at + 2 : at;
    }

    /** Behind 县（市、区） in {@code 84个县（市、区）党委}, where what is counted stands right behind. */
    private int behindLevels(String text, int start, int limit) {
        boolean opens = start + 1 < limit
                && LEVELS.indexOf(text.charAt(start)) >= 0
                && "（(".indexOf(text.charAt(start + 1)) >= 0;
        int at = start + 2;
        while (opens && at < limit && (LEVELS.indexOf(text.charAt(at)) >= 0 || text.charAt(at) == '、')) {
            at++;
        }
        boolean closes = opens && at + 1 < limit && "）)".indexOf(text.charAt(at)) >= 0;
        return closes && nouns.beginningAt(text, at + 1, limit) != null ? at + 1 : start;
    }

    /** Behind 等方面的 in {@code 132个涉及住房、社会服务等方面的项目}, where such words follow before the next mark. */
    private static int behindExamples(String text, int start, int limit) {
        int end = start;
        while (end < limit && !Marks.partsItems(text.charAt(end))) {
            end++;
        }
        int others = text.indexOf('等', start);
        int of = others < 0 ? -1 : text.indexOf('的', others);
        return of > 0 && of < end - 1 ? of + 1 : start;
    }

    private static boolean numberFollows(String text, int at) {
        return at < text.length() && NUMBERS.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** {@code 19家公司和多家工厂}: others, not counted. */
    private static boolean manyFollow(String text, int at) {
        return at + 1 < text.length()
                && "多几数各".indexOf(text.charAt(at)) >= 0
                && "家个名支项户处位".indexOf(text.charAt(at + 1)) >= 0;
    }

    /** Whether a noun stands right behind a quantity, and nothing else up to the next mark or verb: 仓库. */
    boolean isNoun(String text, int start, int limit, Set<String> fits) {
        PhraseTokens.Row parts = tokens.of(text, start, stop(text, start, limit), fits);
        return parts.has(0) && parts.get(0).sort() == Sort.NOUN && parts.get(0).end() - start > 1;
    }

    /** Whether what stands right behind a quantity begins with a noun and not with a verb. */
    boolean beginsWithNoun(String text, int start, int limit, Set<String> fits) {
        PhraseTokens.Row parts = tokens.of(text, start, stop(text, start, limit), fits);
        return parts.has(0) && parts.get(0).sort() != Sort.VERB && parts.get(0).sort() != Sort.OTHER;
    }

    private static int headStart(String text, int at, int headEnd, @Nullable Found head) {
        int start = at;
        while (start < headEnd && Marks.isTransparent(text.charAt(start))) {
            start++;
        }
        return head == null ? start : Math.min(start, head.start());
    }

    private Set<String> metrics(String text, int from, int headEnd, @Nullable Found head) {
        Set<String> metrics = new LinkedHashSet<>(head == null ? Set.of() : head.metrics());
        if (head != null && head.metrics().isEmpty()) {
            return Set.of();
        }
        for (String noun : nouns.alsoNouns()) {
            int at = text.lastIndexOf(noun, headEnd - noun.length() - 1);
            int behind = at + noun.length();
            boolean beside = at >= from
                    && headEnd - behind <= 4
                    && text.substring(behind, headEnd).indexOf('”') < 0;
            if (beside && (head == null || head.start() == behind)) {
                metrics.addAll(nouns.also(noun));
            }
        }
        return Set.copyOf(metrics);
    }

    private int stop(String text, int start, int limit) {
        int stop = start;
        int end = Math.min(Math.min(limit, text.length()), start + WINDOW);
        while (stop < end && !Marks.partsItems(text.charAt(stop)) && ends.longestAt(text, stop) == null) {
            stop++;
        }
        return stop;
    }

    /** Where the next member of a list begins, behind 、 or 和; -1 where there is none. */
    private static int conjunction(String text, int end, int limit) {
        int at = end;
        while (at < text.length() && Marks.isTransparent(text.charAt(at))) {
            at++;
        }
        for (String word : CONJUNCTIONS) {
            if (text.startsWith(word, at) && at + word.length() < limit) {
                return at + word.length();
            }
        }
        return -1;
    }
}
