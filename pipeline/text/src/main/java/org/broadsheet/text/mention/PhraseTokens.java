package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadsheet.text.mention.Nouns.Found;
import org.broadsheet.text.mention.WordTagger.Sort;
import org.broadsheet.text.mention.WordTagger.Word;

/**
 * Parts what could be a noun phrase into words and says of each what it is: 农村 and 教学点 in {@code 农村教学点} are nouns.
 *
 * <p>Immutable, thread-safe.
 */
final class PhraseTokens {
    /** Suffixes that make persons of verbs: 宣讲员. */
    private static final String DOERS = "员者";
    /** Suffixes that make places of verbal nouns: 教学点. */
    private static final String SITES = "点站所室馆店厂院屋";
    /** What follows a verb that says what has been done, and is no part of a name: 加入到. */
    private static final String COMPLEMENTS = "到了着过";

    private final Nouns nouns;
    private final WordTagger tagger = new WordTagger();

    PhraseTokens(Nouns nouns) {
        this.nouns = nouns;
    }

    /** A word by its offsets. */
    record Token(int start, int end, Sort sort) {}

    /** The words from {@code start} to {@code stop}: nouns of the catalogue as they are, the rest as the tagger parts it. */
    List<Token> of(String text, int start, int stop, Set<String> fits) {
        List<Token> tokens = new ArrayList<>();
        int gap = start;
        int at = start;
        while (at < stop) {
            Found noun = nouns.beginningAt(text, at, stop);
            boolean counts = noun != null
                    && noun.end() - noun.start() > 1
                    && (noun.metrics().isEmpty() || noun.metrics().stream().anyMatch(fits::contains));
            if (noun != null && counts) {
                tag(text, gap, at, fits, tokens);
                tokens.add(new Token(at, noun.end(), Sort.NOUN));
                at = noun.end();
                gap = at;
            } else if (Marks.isTransparent(text.charAt(at))) {
                tag(text, gap, at, fits, tokens);
                at++;
                gap = at;
            } else {
                at++;
            }
        }
        tag(text, gap, stop, fits, tokens);
        return tokens;
    }

    private void tag(String text, int start, int end, Set<String> fits, List<Token> tokens) {
        if (start == end) {
            return;
        }
        int at = start;
        List<Word> words = tagger.words(text.substring(start, end));
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1).text() : "";
            Sort sort = word.sort();
            int wordEnd = Math.min(end, at + word.text().length());
            if (isNamed(sort, next)) {
                sort = Sort.NOUN;
                wordEnd++;
                i++;
            } else if (sort == Sort.VERB && next.length() == 1 && COMPLEMENTS.indexOf(next.charAt(0)) >= 0) {
                sort = Sort.OTHER;
            }
            Found noun = nouns.endingAt(text, at, wordEnd, false);
            boolean whole = noun != null
                    && noun.start() == at
                    && noun.metrics().stream().anyMatch(fits::contains);
            tokens.add(new Token(at, wordEnd, whole ? Sort.NOUN : sort));
            at = wordEnd;
        }
    }

    /** {@code 宣讲} and {@code 员}, {@code 教学} and {@code 点}: one noun. */
    private static boolean isNamed(Sort sort, String next) {
        if (next.length() != 1) {
            return false;
        }
        boolean doer = DOERS.indexOf(next.charAt(0)) >= 0;
        boolean site = SITES.indexOf(next.charAt(0)) >= 0;
        return (sort == Sort.VERB && doer) || (sort == Sort.VERBAL_NOUN && (doer || site));
    }
}
