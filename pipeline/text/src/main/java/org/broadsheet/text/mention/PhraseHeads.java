package org.broadsheet.text.mention;

import java.util.List;
import java.util.Set;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.mention.Nouns.Found;
import org.broadsheet.text.mention.PhraseTokens.Token;
import org.broadsheet.text.mention.WordTagger.Sort;
import org.broadsheet.text.number.Lexicon;

/**
 * Finds where a noun phrase behind a number ends: behind 志愿者 in {@code 红十字志愿者应召而赴}, 应召 is a verb.
 *
 * <p>Immutable, thread-safe.
 */
final class PhraseHeads {
    /** Characters of what persons are called by what they do, at most. */
    private static final int DOER = 4;

    /** What the names of houses end in that serve a village: 服务站, 卫生室, 文化中心, and of 示范基地. */
    private static final String FACILITIES = "站所室院馆心园厅库堂地";

    /** What the names end in of all that is counted by 家: 医院, 公司, 协会, 网站. */
    private static final String HOUSES = PhraseAfter.SITES + "构体会心团商家户媒网组台库坊吧室厂铺部队社业务庭织委";

    /** What makes of 被 a clause that says what those are: {@code 8个被评为先进单位}. */
    private static final String NAMED = "为成予作入列";

    /** What nouns of persons end in that name others behind 群众: 群众代表. */
    private static final String PERSONS = "者员工人民众师生长士手徒兵警友商表部家户儿母父嫂属子";

    private final Nouns nouns;
    private final PhraseTokens tokens;
    private final WordTable<Integer> beside;
    private final WordTable<Integer> deeds;
    private final WordTable<Integer> officers;
    private final WordTable<Integer> crowds;
    private final WordTable<Integer> bodies;
    private final WordTable<Integer> leading = WordTable.of(Lexicon.column(PhraseHeads.class, "leading.tsv"));

    PhraseHeads(Nouns nouns, PhraseTokens tokens) {
        this.nouns = nouns;
        this.tokens = tokens;
        List<List<String>> rows = Lexicon.rows(PhraseHeads.class, "followers.tsv");
        this.beside = WordTable.of(Lexicon.group(rows, "beside"));
        this.deeds = WordTable.of(Lexicon.group(rows, "deed"));
        this.officers = WordTable.of(Lexicon.group(rows, "officer"));
        this.crowds = WordTable.of(Lexicon.group(rows, "crowd"));
        this.bodies = WordTable.of(Lexicon.group(rows, "body"));
    }

    /**
     * Where the noun phrase from {@code start} ends; -1 where none begins there.
     *
     * @param stop where it ends at the latest
     * @param fits metrics that are counted by the measure word
     * @param later whether it is a later member of a list
     */
    int end(String text, int start, int stop, Set<String> fits, boolean later) {
        return unquoted(text, start, stop, fits, headEnd(text, start, stop, fits, later));
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

    private int headEnd(String text, int start, int stop, Set<String> fits, boolean later) {
        return new Reading(text, start, fits, tokens.of(text, start, stop, fits)).head(later);
    }

    /** How far a phrase has been read, word by word. */
    private final class Reading {
        private final String text;
        private final int start;
        private final Set<String> fits;
        private final PhraseTokens.Row parts;
        /** Where the last noun ends that may be the head; -1 before the first. */
        private int end = -1;

        private boolean noun;
        private boolean acts;

        Reading(String text, int start, Set<String> fits, PhraseTokens.Row parts) {
            this.text = text;
            this.start = start;
            this.fits = fits;
            this.parts = parts;
        }

        /** Where the phrase ends; -1 where none begins. */
        int head(boolean later) {
            if (isOfAll(text, start) && parts.has(0)) {
                return -1;
            }
            for (int i = 0; parts.has(i); i++) {
                Token token = parts.get(i);
                if (end >= 0 && endsBeforeDe(token, i)) {
                    return end;
                }
                if (isOne(text, token, "的")) {
                    if (end >= 0 && endsAtDe(token)) {
                        return end;
                    }
                    noun = false;
                    end = -1;
                    continue;
                }
                if (end >= 0 && isToldOf(token, i)) {
                    return end;
                }
                int passive = i == 0 ? passive(text, parts) : -1;
                if (passive >= 0) {
                    i = passive;
                    continue;
                }
                boolean named = end >= 0 && !acts && token.sort() == Sort.VERB && !ofPersons(text, start);
                acts |= token.sort() != Sort.NOUN && token.sort() != Sort.ATTRIBUTE;
                if (isOne(text, token, "是系") || (end >= 0 && (isOutside(token) || isToldOfCrowd(token)))) {
                    return end;
                }
                if (goesOn(token, i)) {
                    noun |= token.sort() == Sort.NOUN;
                    end = token.sort() == Sort.NOUN ? token.end() : end;
                    continue;
                }
                int de = isOne(text, token, "为有") ? -1 : laterDe(text, parts, i);
                if (de < 0 || named || later || isQuality(token, de) || (isCounted() && !isLed(text, start))) {
                    // 16个城市开展的试点: the cities are counted
                    return end;
                }
                i = de - 1;
            }
            return end;
        }

        /** Whether what has been read is counted by the measure word. */
        private boolean isCounted() {
            return end >= 0 && fits(text, start, end, fits);
        }

        /** {@code 200个单位“全国先进单位”称号}: what they are called; {@code 40个国家和地区的团队}: the countries are counted. */
        private boolean endsBeforeDe(Token token, int at) {
            if (acts) {
                return false;
            }
            return (isQuoted(text, end, token) && isCounted())
                    || (isConjunction(text, token)
                            && !ofPersons(text, start)
                            && !isCompound(text, start, end, parts.all(), at, fits));
        }

        /** {@code 6个村组成的联合体}. */
        private boolean endsAtDe(Token token) {
            boolean members = end > start && text.startsWith("组成", token.start() - 2);
            return members
                    || (end == token.start() && !acts && !ofPersons(text, start))
                    || (isCounted() && !isLed(text, start));
        }

        /** {@code 14个社区组织开展活动}, {@code 43个部门主要负责人}, {@code 三家企业环保严重失信}, {@code 7.7万个村不通班车}. */
        private boolean isToldOf(Token token, int at) {
            return (isWhole(beside, text, token)
                            || isDeed(text, token)
                            || isOfficer(text, start, token)
                            || isElsewhere(text, start, end, parts, at))
                    && isCounted();
        }

        /** {@code 8个小区里}, {@code 企业12家}: a number, or where it is. */
        private boolean isOutside(Token token) {
            return Character.isDigit(text.charAt(token.start()))
                    || (isOne(text, token, "内里") && !ofPersons(text, start));
        }

        /** {@code 1.9万名群众季节性缺水}. */
        private boolean isToldOfCrowd(Token token) {
            return !acts
                    && token.sort() == Sort.NOUN
                    && token.start() == end
                    && ofCrowd(text, start)
                    && PERSONS.indexOf(text.charAt(token.end() - 1)) < 0
                    && !isWhole(bodies, text, token)
                    && crowds.endsAt(text, end)
                    && isCounted();
        }

        /** {@code 演员全部是附近的农民}: what they are said to be. */
        private boolean isQuality(Token token, int de) {
            String skipped = text.substring(token.start(), parts.get(de).start());
            return skipped.indexOf('“') >= 0 || skipped.indexOf('是') >= 0;
        }

        private boolean goesOn(Token token, int at) {
            return switch (token.sort()) {
                case NOUN -> true;
                case VERBAL_NOUN ->
                    !noun
                            || (nounFollows(parts, at) && !isCounted())
                            || leadsOn(text, start, parts, at, fits)
                            || (ofThings(text, start) && isFacility(text, parts, at));
                case ATTRIBUTE -> !noun || (nounFollows(parts, at) && (ofThings(text, start) || !isCounted()));
                case VERB -> !noun;
                case OTHER -> false;
            };
        }
    }

    /** Whether a noun begins behind the head that 家 does not count, or what is told of it: {@code 12家企业被点名}. */
    private static boolean isElsewhere(String text, int start, int end, PhraseTokens.Row parts, int from) {
        Token token = parts.get(from);
        if (token.start() != end) {
            return false;
        }
        char next = text.charAt(end);
        if ("不未没被".indexOf(next) >= 0 || text.startsWith("一一", end)) {
            return true;
        }
        if (start == 0 || text.charAt(start - 1) != '家' || token.sort() != Sort.NOUN) {
            return false;
        }
        for (int i = 0; i < from; i++) {
            // 五家银行小微企业贷款: the banks are counted
            if ("行院校".indexOf(text.charAt(parts.get(i).end() - 1)) >= 0) {
                return false;
            }
        }
        Token last = token;
        for (int i = from; parts.has(i); i++) {
            Token word = parts.get(i);
            if (word.sort() == Sort.OTHER || word.sort() == Sort.VERB) {
                break;
            }
            last = word.sort() == Sort.NOUN ? word : last;
        }
        return HOUSES.indexOf(text.charAt(last.end() - 1)) < 0
                && !isConjunction(text, token)
                && !text.startsWith("的", last.end());
    }

    /** The last of the words that say what has been done to those that are counted: 围困 of {@code 被洪水围困群众}; -1 where none do. */
    private static int passive(String text, PhraseTokens.Row parts) {
        Token first = parts.get(0);
        boolean done = text.charAt(first.start()) == '被' && first.end() - first.start() == 1;
        if (!done || text.substring(first.end(), parts.stop()).chars().anyMatch(c -> NAMED.indexOf(c) >= 0)) {
            return -1;
        }
        for (int i = 1; parts.has(i); i++) {
            if (parts.get(i).sort() == Sort.VERB) {
                return nounFollows(parts, i) ? i : 0;
            }
        }
        return 0;
    }

    /** Whether a word that can be a noun is what those do that are counted, as something follows it. */
    private boolean isDeed(String text, Token token) {
        return isWhole(deeds, text, token)
                && token.end() < text.length()
                && !Marks.partsItems(text.charAt(token.end()))
                && "的获参负承等达和与被".indexOf(text.charAt(token.end())) < 0;
    }

    private boolean isOfficer(String text, int start, Token token) {
        return token.sort() == Sort.NOUN
                && start > 0
                && PhraseAfter.KINDS.indexOf(text.charAt(start - 1)) >= 0
                && isWhole(officers, text, token);
    }

    private static boolean isWhole(WordTable<Integer> words, String text, Token token) {
        WordTable.Entry<Integer> word = words.longestAt(text, token.start());
        return word != null && word.word().length() == token.end() - token.start();
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

    /** {@code 三家都是成员单位}: what all of them are, not what is counted. */
    private static boolean isOfAll(String text, int start) {
        return start < text.length() - 1
                && "都均全皆也".indexOf(text.charAt(start)) >= 0
                && "是为属".indexOf(text.charAt(start + 1)) >= 0;
    }

    /** Whether a quotation mark opens between the end of what was read and a token. */
    private static boolean isQuoted(String text, int end, Token token) {
        for (int at = end; at <= token.start(); at++) {
            if (text.charAt(at) == '“') {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(String text, Token token, String characters) {
        return token.end() - token.start() == 1 && characters.indexOf(text.charAt(token.start())) >= 0;
    }

    private static boolean isConjunction(String text, Token token) {
        return PhraseAfter.CONJUNCTIONS.contains(text.substring(token.start(), token.end()));
    }

    /**
     * {@code 3名医院的医生} are doctors, {@code 20个团场的工程} are no works: what 个 counts stands right behind it, what 名 and 项 count at
     * the end of its phrase.
     */
    private static boolean ofPersons(String text, int start) {
        return start > 0 && "名位人项".indexOf(text.charAt(start - 1)) >= 0;
    }

    /** Whether so many are counted that they are no part of a longer name: 820万群众, 1.9万名群众. */
    private static boolean ofCrowd(String text, int start) {
        return start > 0 && "名位人万千百亿".indexOf(text.charAt(start - 1)) >= 0;
    }

    /** {@code 38个社区卫生服务中心} are no communities, {@code 46家疫苗企业全链条检查} are enterprises. */
    private static boolean ofThings(String text, int start) {
        return start > 0 && text.charAt(start - 1) == '个';
    }

    /** {@code 两位带领群众脱贫致富的基层干部}: whom they lead is not counted. */
    private boolean isLed(String text, int start) {
        return ofPersons(text, start) && leading.longestAt(text, start) != null;
    }

    private static boolean nounFollows(PhraseTokens.Row tokens, int from) {
        for (int i = from + 1; tokens.has(i); i++) {
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
    private boolean leadsOn(String text, int start, PhraseTokens.Row tokens, int from, Set<String> fits) {
        int next = from + 1;
        return tokens.has(next)
                && tokens.get(next).sort() == Sort.NOUN
                && fits(text, start, tokens.get(next).end(), fits);
    }

    /** {@code 一万个村综合文化服务中心}: what is counted is named by all that follows, and it is a house. */
    private static boolean isFacility(String text, PhraseTokens.Row tokens, int from) {
        int last = from;
        for (int i = from + 1; tokens.has(i); i++) {
            Sort sort = tokens.get(i).sort();
            if (sort == Sort.VERB || sort == Sort.OTHER) {
                break;
            }
            last = i;
        }
        Token end = tokens.get(last);
        return last > from && end.sort() == Sort.NOUN && FACILITIES.indexOf(text.charAt(end.end() - 1)) >= 0;
    }

    private boolean fits(String text, int start, int end, Set<String> fits) {
        Found head = nouns.endingAt(text, start, end, false);
        return head == null ? also(text, start, end, fits) : PhraseTokens.overlap(head.metrics(), fits);
    }

    /** {@code 47名党员教师}: teachers, and Party members all of them. */
    private boolean also(String text, int start, int end, Set<String> fits) {
        for (String noun : nouns.alsoNouns()) {
            int behind = end - start - noun.length();
            if (behind > 0
                    && behind <= DOER
                    && text.startsWith(noun, start)
                    && PhraseTokens.overlap(nouns.also(noun), fits)) {
                return true;
            }
        }
        return false;
    }

    private static int laterDe(String text, PhraseTokens.Row tokens, int from) {
        int de = text.indexOf('的', tokens.get(from).end());
        if (de < 0 || de >= tokens.stop()) {
            return -1;
        }
        for (int i = from + 1; tokens.has(i); i++) {
            if (tokens.get(i).end() - tokens.get(i).start() == 1
                    && text.charAt(tokens.get(i).start()) == '的') {
                return i;
            }
        }
        return -1;
    }
}
