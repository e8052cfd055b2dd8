package org.broadsheet.text.mention;

import java.util.Set;
import org.broadsheet.text.mention.Nouns.Found;
import org.broadsheet.text.mention.PhraseTokens.Token;
import org.broadsheet.text.mention.WordTagger.Sort;
import org.jspecify.annotations.Nullable;

/**
 * Finds heads behind words that say of what kind they are: 企业 in {@code 146家粮食收购企业}, 项目 in {@code 2.9万项国家规划重建项目}.
 *
 * <p>Immutable, thread-safe.
 */
final class CompoundHeads {
    /** Measure words that count few kinds of things. */
    private static final String COMPOUNDS = "家户支项名位";

    private static final String PERSONS = "名位";
    /** What the names of persons end in. */
    private static final String DOERS = "员者人士生民师手兵长";
    /** Characters of a name with verbs in it, its noun included, at most. */
    private static final int NAME = 12;
    /** What stands in no name. */
    private static final String VERBAL = "的了在为是有到被把向与和及至从都均就也已共新试";

    private final Nouns nouns;
    private final PhraseTokens tokens;
    private final PhraseHeads phraseHeads;

    CompoundHeads(Nouns nouns, PhraseTokens tokens, PhraseHeads phraseHeads) {
        this.nouns = nouns;
        this.tokens = tokens;
        this.phraseHeads = phraseHeads;
    }

    /**
     * Where the phrase from {@code at} ends, for a better head than the one found.
     *
     * @param stop where it ends at the latest
     * @param found where it ends as far as its words say; -1 where none begins
     * @param fits metrics that are counted by the measure word
     */
    int end(String text, int at, int stop, int found, Set<String> fits) {
        int end = found;
        if (at > 0 && isDone(text, at)) {
            return end;
        }
        if (end < 0 || (ofWorks(text, at) && nouns.endingAt(text, at, end, false) == null)) {
            int named = named(text, at, stop, fits);
            end = named < 0 ? end : named;
        }
        if (end < 0 || isOther(nouns.endingAt(text, at, end, false), fits)) {
            int compound = compound(text, at, stop, fits);
            end = compound < 0 ? end : compound;
        }
        return end;
    }

    /** {@code 12户办起农家乐}: what the households have come to do; {@code 5户入库企业} are enterprises. */
    private static boolean isDone(String text, int start) {
        return text.charAt(start - 1) == '户'
                && start + 1 < text.length()
                && "起上进到".indexOf(text.charAt(start + 1)) >= 0;
    }

    /**
     * {@code 8家文旅企业签订协议}, {@code 146家粮食收购企业}: where the noun ends that such a measure word counts, behind words that say
     * of what kind it is; -1 where a verb, or something that is counted so itself, stands before it.
     */
    private int compound(String text, int start, int stop, Set<String> fits) {
        if (start == 0 || COMPOUNDS.indexOf(text.charAt(start - 1)) < 0) {
            return -1;
        }
        for (int at = start + 1; at < Math.min(stop, start + NAME) && VERBAL.indexOf(text.charAt(at - 1)) < 0; at++) {
            Found noun = nouns.beginningAt(text, at, stop);
            if (noun != null && noun.end() - noun.start() > 1 && PhraseTokens.overlap(noun.metrics(), fits)) {
                return describes(text, start, at, fits) ? phraseHeads.end(text, at, stop, fits, false) : -1;
            }
        }
        return -1;
    }

    /** Whether a head is none that is counted so: 粮食 in {@code 146家粮食收购企业}. */
    private static boolean isOther(@Nullable Found head, Set<String> fits) {
        return head == null || (!head.metrics().isEmpty() && !PhraseTokens.overlap(head.metrics(), fits));
    }

    /** Whether a stretch only says of what kind the noun behind it is. */
    private boolean describes(String text, int start, int end, Set<String> fits) {
        boolean persons = PERSONS.indexOf(text.charAt(start - 1)) >= 0;
        String counted = persons ? DOERS : PhraseAfter.SITES;
        PhraseTokens.Row words = tokens.of(text, start, end, fits);
        for (int i = 0; words.has(i); i++) {
            Token word = words.get(i);
            boolean last = word.end() == end;
            boolean verb = word.sort() == Sort.VERB || word.sort() == Sort.OTHER;
            boolean brief = word.end() - word.start() == 1;
            if ((verb && !brief && !(last && i > 0)) || counted.indexOf(text.charAt(word.end() - 1)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code 2.9万项国家规划重建项目}: what 项 counts stands at the end of its phrase. */
    private static boolean ofWorks(String text, int start) {
        return start > 0 && text.charAt(start - 1) == '项';
    }

    /** {@code 15个正风肃纪工作小组}: a name of its own, up to the next mark, that ends in a noun which fits; -1 where it is none. */
    private int named(String text, int start, int stop, Set<String> fits) {
        boolean counted = start > 0 && PhraseAfter.KINDS.indexOf(text.charAt(start - 1)) >= 0;
        if (!counted
                || stop - start > NAME
                || text.chars().skip(start).limit(stop - start).anyMatch(c -> VERBAL.indexOf(c) >= 0)) {
            return -1;
        }
        Found noun = nouns.endingAt(text, start, stop, false);
        boolean names = noun != null
                && noun.end() - noun.start() > 1
                && noun.metrics().stream().anyMatch(fits::contains);
        return names ? stop : -1;
    }
}
