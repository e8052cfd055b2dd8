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

    private static final List<String> CONJUNCTIONS = List.of("、", "以及", "和", "及", "and");

    /** Measure words of what is no person. */
    private static final String KINDS = "家个支项户";
    /** Characters of one of the words that describe a head together, at most. */
    private static final int MODIFIER = 4;
    /** What the names of places and persons end in. */
    private static final String SITES = "院校馆所站店场厂园区县市镇乡村员者人士生民会局部委";

    private final Nouns nouns;
    private final PhraseTokens tokens;
    private final WordTable<Integer> ends = WordTable.of(Lexicon.column(PhraseAfter.class, "ends.tsv"));

    PhraseAfter(Nouns nouns) {
        this.nouns = nouns;
        this.tokens = new PhraseTokens(nouns);
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
        int at = start;
        int end = -1;
        int first = -1;
        while (true) {
            int stop = stop(text, at, limit);
            int headEnd = unquoted(text, at, stop, fits, headEnd(text, at, stop, fits, end >= 0));
            if (headEnd < 0 || (end >= 0 && numberFollows(text, headEnd))) {
                break;
            }
            Found head = nouns.endingAt(text, at, headEnd, false);
            Set<String> metrics = metrics(text, at, headEnd, head);
            if (end >= 0 && manyFollow(text, at)) {
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
        Found head = nouns.endingAt(text, start, end, false);
        if (!counted || head == null || head.metrics().isEmpty()) {
            return false;
        }
        int at = start;
        for (int i = 0; i < heads.size() - 1; i++) {
            int mark = text.indexOf('、', at);
            if (mark < 0
                    || mark > end
                    || mark - at > MODIFIER
                    || !heads.get(i).isEmpty()
                    || SITES.indexOf(text.charAt(mark - 1)) >= 0) {
                return false;
            }
            at = mark + 1;
        }
        return head.start() > at;
    }

    /** {@code 54户医院、水厂等重要用户}: a list that ends in the name of what all its members are. */
    private Tail classed(String text, Tail list, int limit, Set<String> fits) {
        int at = list.end() + 1;
        if (!text.startsWith("等", list.end()) || numberFollows(text, at)) {
            return list;
        }
        List<Token> parts = tokens.of(text, at, stop(text, at, limit), fits);
        int end = -1;
        for (Token token : parts) {
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
        int end = Math.min(text.length(), start + WINDOW);
        for (int at = start; at < end && !Marks.partsClauses(text.charAt(at)); at++) {
            Found noun = nouns.beginningAt(text, at, end);
            if (noun != null
                    && (noun.metrics().isEmpty() || noun.metrics().stream().anyMatch(fits::contains))) {
                return true;
            }
        }
        return false;
    }

    private static boolean numberFollows(String text, int at) {
        return at < text.length() && NUMBERS.indexOf(text.charAt(at)) >= 0;
    }

    /** {@code 19家公司和多家工厂}: others, not counted. */
    private static boolean manyFollow(String text, int at) {
        return at + 1 < text.length()
                && "多几数各".indexOf(text.charAt(at)) >= 0
                && "家个名支项户处位".indexOf(text.charAt(at + 1)) >= 0;
    }

    /** Whether a noun stands right behind a quantity, and nothing else up to the next mark or verb: 仓库. */
    boolean isNoun(String text, int start, int limit, Set<String> fits) {
        List<Token> parts = tokens.of(text, start, stop(text, start, limit), fits);
        return !parts.isEmpty()
                && parts.get(0).sort() == Sort.NOUN
                && parts.get(0).end() - start > 1;
    }

    /** Whether what stands right behind a quantity begins with a noun and not with a verb. */
    boolean beginsWithNoun(String text, int start, int limit, Set<String> fits) {
        List<Token> parts = tokens.of(text, start, stop(text, start, limit), fits);
        return !parts.isEmpty()
                && parts.get(0).sort() != Sort.VERB
                && parts.get(0).sort() != Sort.OTHER;
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

    /** {@code 两个“企业开办零成本”城市}: a phrase that ends inside quotation marks goes on behind them. */
    private int unquoted(String text, int start, int stop, Set<String> fits, int end) {
        int open = end < 0 ? -1 : text.lastIndexOf('“', end - 1);
        if (open < start || text.lastIndexOf('”', end - 1) > open) {
            return end;
        }
        int close = text.indexOf('”', end);
        if (close < 0 || close == end || close + 1 >= stop) {
            return close == end ? end : -1;
        }
        return headEnd(text, close + 1, stop, fits, false);
    }

    /** Where the noun phrase from {@code start} ends; -1 where none begins there. */
    private int headEnd(String text, int start, int stop, Set<String> fits, boolean later) {
        int end = -1;
        boolean noun = false;
        boolean acts = false;
        List<Token> parts = tokens.of(text, start, stop, fits);
        for (int i = 0; i < parts.size(); i++) {
            Token token = parts.get(i);
            if (isConjunction(text, token)
                    && end >= 0
                    && !acts
                    && !ofPersons(text, start)
                    && !isCompound(text, start, end, parts, i, fits)) {
                // 40个国家和地区的团队: the countries are counted
                return end;
            }
            if (text.charAt(token.start()) == '的' && token.end() - token.start() == 1) {
                boolean members = end > start && text.startsWith("组成", token.start() - 2);
                boolean counted = members || (end == token.start() && !acts && !ofPersons(text, start));
                if (end >= 0 && (counted || fits(text, start, end, fits))) {
                    return end;
                }
                noun = false;
                end = -1;
                continue;
            }
            boolean named = end >= 0 && !acts && token.sort() == Sort.VERB && !ofPersons(text, start);
            acts |= token.sort() != Sort.NOUN && token.sort() != Sort.ATTRIBUTE;
            boolean number = end >= 0 && Character.isDigit(text.charAt(token.start()));
            if (number || isOne(text, token, "是系")) {
                return end;
            }
            boolean goesOn = switch (token.sort()) {
                case NOUN -> true;
                case VERBAL_NOUN ->
                    !noun
                            || (nounFollows(parts, i) && !fits(text, start, end, fits))
                            || leadsOn(text, start, parts, i, fits);
                case ATTRIBUTE -> !noun || nounFollows(parts, i);
                case VERB -> !noun;
                case OTHER -> false;
            };
            if (goesOn) {
                if (token.sort() == Sort.NOUN) {
                    noun = true;
                    end = token.end();
                }
                continue;
            }
            if (isOne(text, token, "为有")) {
                return end;
            }
            int de = laterDe(text, parts, i);
            boolean quoted = de >= 0
                    && text.substring(token.start(), parts.get(de).start()).indexOf('“') >= 0;
            if (de < 0 || quoted || named || later || (end >= 0 && fits(text, start, end, fits))) {
                // 16个城市开展的试点: the cities are counted
                return end;
            }
            i = de - 1;
        }
        return end;
    }

    /** {@code 18个文化与科技融合项目}: what the conjunction joins says of what kind the head is that ends the phrase. */
    private boolean isCompound(String text, int start, int end, List<Token> parts, int from, Set<String> fits) {
        Token last = parts.get(parts.size() - 1);
        boolean acts = parts.size() - from > 2
                && parts.get(parts.size() - 2).sort() == Sort.VERBAL_NOUN
                && last.sort() == Sort.NOUN;
        return acts
                && parts.subList(from, parts.size()).stream().noneMatch(token -> text.charAt(token.start()) == '的')
                && !fits(text, start, end, fits)
                && fits(text, parts.get(from).end(), last.end(), fits);
    }

    private static boolean isOne(String text, Token token, String characters) {
        return token.end() - token.start() == 1 && characters.indexOf(text.charAt(token.start())) >= 0;
    }

    private static boolean isConjunction(String text, Token token) {
        return CONJUNCTIONS.contains(text.substring(token.start(), token.end()));
    }

    /**
     * {@code 3名医院的医生} are doctors, {@code 20个团场的工程} are no works: what 个 counts stands right behind it, what 名 and 项 count at
     * the end of its phrase.
     */
    private static boolean ofPersons(String text, int start) {
        return start > 0 && "名位人项".indexOf(text.charAt(start - 1)) >= 0;
    }

    private static boolean nounFollows(List<Token> tokens, int from) {
        for (int i = from + 1; i < tokens.size(); i++) {
            Sort sort = tokens.get(i).sort();
            if (sort == Sort.NOUN) {
                return true;
            }
            if (sort == Sort.VERB || sort == Sort.OTHER) {
                return false;
            }
        }
        return false;
    }

    /** Whether a verbal noun belongs to a longer name that is counted, too: 改造 in {@code 9个小区改造工程}. */
    private boolean leadsOn(String text, int start, List<Token> tokens, int from, Set<String> fits) {
        int next = from + 1;
        return next < tokens.size()
                && tokens.get(next).sort() == Sort.NOUN
                && fits(text, start, tokens.get(next).end(), fits);
    }

    private boolean fits(String text, int start, int end, Set<String> fits) {
        Found head = nouns.endingAt(text, start, end, false);
        return head != null && head.metrics().stream().anyMatch(fits::contains);
    }

    private static int laterDe(String text, List<Token> tokens, int from) {
        for (int i = from + 1; i < tokens.size(); i++) {
            if (tokens.get(i).end() - tokens.get(i).start() == 1
                    && text.charAt(tokens.get(i).start()) == '的') {
                return i;
            }
        }
        return -1;
    }
}
