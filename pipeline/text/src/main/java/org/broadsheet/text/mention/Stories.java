package org.broadsheet.text.mention;

import java.util.List;
import java.util.Set;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.lexicon.CharacterSet;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.mention.WordTagger.Sort;
import org.broadsheet.text.mention.WordTagger.Word;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.place.PlaceFinder;

/**
 * Tells what sort of story is told: a column of briefs ({@code 国内快讯}), or of one person ({@code 他带动10多万农民}).
 *
 * <p>Immutable, thread-safe.
 */
final class Stories {
    /** Characters of a clause in which a name and its verb stand. */
    private static final int NAME = 8;
    /** What words end in that say when: 50年来他坚持. */
    private static final String TIMES = "年月日前今末来时后";
    /** What the tagger takes for a family name: 向三市. */
    private static final String PREPOSITIONS = "向从由对于和";
    /** Characters in which a report says when it happened. */
    private static final int OPENING = 80;

    /** What stands in no title. */
    private static final String STOPS = "，。；！？";
    /** Characters of a title at most; a line that is longer is no column's of print. */
    private static final int LONGEST_TITLE = 40;

    /** {@code 她住的东安新村有居民楼38栋}: of where she lives. */
    private static final List<String> DWELLS = List.of("住的", "所在", "居住", "家住", "家所在");

    private final WordTable<Integer> briefs = WordTable.of(Lexicon.column(Stories.class, "briefs.tsv"));
    private final WordTable<Integer> leads = WordTable.of(Lexicon.column(Stories.class, "leads.tsv"));
    private final List<String> everywhere = Lexicon.column(Stories.class, "everywhere.tsv");
    private final WordTable<Integer> abroad = WordTable.of(Lexicon.column(PlaceFinder.class, "abroad.tsv").stream()
            .filter(name -> !everywhere.contains(name))
            .toList());
    private final WordTable<Integer> home = WordTable.of(Lexicon.column(Stories.class, "country.tsv"));
    private final Set<String> speech = Set.copyOf(Lexicon.column(Stories.class, "speech.tsv"));
    private final CharacterSet surnames = new CharacterSet(Lexicon.column(Stories.class, "surnames.tsv").stream()
            .map(name -> name.charAt(0))
            .toList());
    private final WordTagger tagger = new WordTagger();
    private final List<String> persons = Lexicon.column(Stories.class, "persons.tsv");

    /** Whether what stands below this headline are short reports of different places. */
    boolean areBriefs(String headline) {
        return briefs.isIn(headline);
    }

    /** Whether a paragraph begins as a report does: {@code 西宁今天举行…}. */
    boolean isLead(String paragraph) {
        return leads.isIn(paragraph, 0, Math.min(paragraph.length(), OPENING));
    }

    /**
     * Whether a sentence begins with a line of its own above a long one: the title of a report in a column whose lines are
     * not indented.
     */
    static boolean isTitled(String page, CleanText sentence) {
        int start = sentence.origin(0);
        if (start > 0 && page.charAt(start - 1) != '\n') {
            return false;
        }
        int end = page.indexOf('\n', start);
        int next = end < 0 ? -1 : page.indexOf('\n', end + 1);
        boolean goesOn = end > start && end - start <= LONGEST_TITLE && end < sentence.originEnd(sentence.length());
        return goesOn
                && (next < 0 ? page.length() : next) - end > LONGEST_TITLE
                && page.substring(start, end).chars().noneMatch(c -> STOPS.indexOf(c) >= 0);
    }

    /** Whether a headline names a place abroad and not the country: {@code 飓风重创美国东海岸}. */
    boolean areAbroad(String headline) {
        return areAbroad(headline, 0, headline.length(), true);
    }

    /**
     * Whether a stretch names a place abroad: {@code 5500多名日本市民}.
     *
     * @param alone whether it must not name the country, too
     */
    boolean areAbroad(String text, int from, int to, boolean alone) {
        return abroad.isIn(text, from, to) && !(alone && home.isIn(text, from, to));
    }

    /** Whether a clause up to {@code end} has one person for its subject: {@code 他带动}, {@code 陈德明牵头完成}. */
    boolean ofOne(String sentence, int end) {
        return ofPronoun(sentence, end) || ofName(sentence, end);
    }

    private boolean ofName(String sentence, int end) {
        int start = Marks.clauseStart(sentence, end);
        while (start >= 0) {
            boolean named = start < end && surnames.has(sentence.charAt(start));
            List<Word> words =
                    named ? tagger.wordsAndNames(sentence.substring(start, Math.min(end, start + NAME))) : List.of();
            if (words.size() > 1 && isName(words.get(0)) && acts(words.get(1))) {
                return true;
            }
            start = start == 0 ? -1 : Marks.clauseStart(sentence, start - 1);
        }
        return false;
    }

    private static boolean isName(Word word) {
        boolean brief = word.text().length() == 2 || word.text().length() == 3;
        return word.person() && brief && PREPOSITIONS.indexOf(word.text().charAt(0)) < 0;
    }

    private boolean acts(Word word) {
        return (word.sort() == Sort.VERB || word.sort() == Sort.OTHER) && !speech.contains(word.text());
    }

    /** {@code 她的医生董志强说，科里12名医生}: whether somebody says it between two offsets. */
    private boolean isQuoted(String sentence, int from, int to) {
        for (int at = sentence.indexOf('，', from); at >= 0 && at < to; at = sentence.indexOf('，', at + 1)) {
            int end = at;
            if (speech.stream().anyMatch(word -> sentence.startsWith(word, end - word.length()))) {
                return true;
            }
        }
        return false;
    }

    private boolean ofPronoun(String sentence, int end) {
        for (String person : persons) {
            for (int at = sentence.indexOf(person); at >= 0 && at < end; at = sentence.indexOf(person, at + 1)) {
                boolean begins = at == 0
                        || Marks.partsClauses(sentence.charAt(at - 1))
                        || TIMES.indexOf(sentence.charAt(at - 1)) >= 0;
                int behind = at + person.length();
                boolean tells =
                        speech.stream().anyMatch(word -> word.length() > 1 && sentence.startsWith(word, behind));
                boolean quotes = isQuoted(sentence, at, end);
                boolean dwells = DWELLS.stream().anyMatch(word -> sentence.startsWith(word, behind));
                if (begins && !tells && !quotes && !dwells && !sentence.startsWith("们", behind)) {
                    return true;
                }
            }
        }
        return false;
    }
}
