package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.Collections;
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

    /** Run by a village, or a village and a verb. */
    private static final String RUN = "村办";
    /** What says that something has been done. */
    private static final String DONE = "起了成好完";

    private final Nouns nouns;
    private final WordTagger tagger = new WordTagger();

    PhraseTokens(Nouns nouns) {
        this.nouns = nouns;
    }

    /** A word by its offsets. */
    record Token(int start, int end, Sort sort) {}

    /** The words from {@code start} to {@code stop}: nouns of the catalogue as they are, the rest as the tagger parts it. */
    Row of(String text, int start, int stop, Set<String> fits) {
        return new Row(text, start, stop, fits);
    }

    /** Words in order, each stretch between two nouns tagged when the first of its words is asked for. Not thread-safe. */
    final class Row {
        private final String text;
        private final int stop;
        private final Set<String> fits;
        private final List<Token> tokens = new ArrayList<>();
        private int at;

        private Row(String text, int start, int stop, Set<String> fits) {
            this.text = text;
            this.stop = stop;
            this.fits = fits;
            this.at = start;
        }

        /** Whether there are more than {@code index} words. */
        boolean has(int index) {
            while (index >= tokens.size() && at < stop) {
                goOn();
            }
            return index < tokens.size();
        }

        /** The word of an index that it has. */
        Token get(int index) {
            return tokens.get(index);
        }

        /** Offset behind the last word. */
        int stop() {
            return stop;
        }

        /** All words. */
        List<Token> all() {
            while (at < stop) {
                goOn();
            }
            return tokens;
        }

        private void goOn() {
            int gap = at;
            while (at < stop) {
                Found noun = nouns.beginningAt(text, at, stop);
                boolean counts = noun != null
                        && noun.end() - noun.start() > 1
                        && (noun.metrics().isEmpty() || overlap(noun.metrics(), fits));
                if (noun != null && counts) {
                    tag(text, gap, at, fits, tokens);
                    tokens.add(new Token(at, noun.end(), Sort.NOUN));
                    at = noun.end();
                    return;
                }
                at++;
                if (Marks.isTransparent(text.charAt(at - 1))) {
                    tag(text, gap, at - 1, fits, tokens);
                    return;
                }
            }
            tag(text, gap, stop, fits, tokens);
        }
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
            if (word.text().equals(RUN) && !next.isEmpty() && DONE.indexOf(next.charAt(0)) >= 0) {
                // 6个村办起集体企业: villages, and a verb
                tokens.add(new Token(at, at + 1, Sort.NOUN));
                at++;
                sort = Sort.VERB;
            }
            Found noun = nouns.endingAt(text, at, wordEnd, false);
            boolean whole = noun != null && noun.start() == at && overlap(noun.metrics(), fits);
            tokens.add(new Token(at, wordEnd, whole ? Sort.NOUN : sort));
            at = wordEnd;
        }
    }

    /** Whether a noun of some metrics may be counted by a measure word that fits others. */
    static boolean overlap(Set<String> one, Set<String> other) {
        return !Collections.disjoint(one, other);
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
